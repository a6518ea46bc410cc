import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { describeError } from '../contract/error-sentences.ts';
import { useJobs } from '../jobs/use-jobs.ts';
import { findWritingJob } from '../annotations/use-annotation.ts';
import classes from './SavedSearches.module.css';
import { useSavedSearchChange, useSavedSearches } from './use-searches.tsx';

interface SaveSearchFormProps {
  readonly query: string;
  /** The field that had the focus is gone. */
  readonly onSaved: () => void;
}

/** Saves the search of the box under a name; a name that is taken can be given to this search instead. */
export function SaveSearchForm({ query, onSaved }: SaveSearchFormProps) {
  const saved = useSavedSearches();
  const writingJob = findWritingJob(useJobs());
  const { mutate, isPending, error, reset } = useSavedSearchChange();
  const [name, setName] = useState('');
  const known = saved.find((search) => search.query === query);
  if (query === '' || known !== undefined) {
    return (
      <p className={classes.hint}>
        {known === undefined ? 'Search for something to save it here under a name.' : `Saved as “${known.name}”.`}
      </p>
    );
  }
  const taken = saved.find((search) => search.name.toLowerCase() === name.trim().toLowerCase());
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    mutate((client) => client.call('searches.save', { name, query, replaces: taken !== undefined }), {
      onSuccess: () => {
        setName('');
        onSaved();
      },
    });
  };
  return (
    <form className={classes.form} onSubmit={save}>
      <TextInput
        className={classes.grow ?? ''}
        size="xs"
        label="Save this search as"
        description={<span className={classes.query}>{query}</span>}
        placeholder="A name for it"
        maxLength={100}
        data-autofocus
        value={name}
        error={error ? describeError(error).message : null}
        onChange={(event) => {
          setName(event.currentTarget.value);
          reset();
        }}
      />
      <Button type="submit" loading={isPending && writingJob === undefined} disabled={isPending || name.trim() === ''}>
        {taken === undefined ? 'Save' : 'Replace'}
      </Button>
      {taken !== undefined && <p className={classes.wide}>There is a saved search of this name: {taken.query}</p>}
      {isPending && writingJob !== undefined && (
        <p className={classes.wide} role="status">
          Saved as soon as “{writingJob.title}” has ended.
        </p>
      )}
    </form>
  );
}
