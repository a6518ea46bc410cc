import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { SavedSearch } from '../../shared/searches/types.ts';
import { describeError } from '../contract/error-sentences.ts';
import classes from './SavedSearches.module.css';
import { useSavedSearchChange } from './use-searches.tsx';

/** A saved search's name to be typed over; Esc leaves it as it was. */
export function RenameSearchForm({ search, onEnd }: { readonly search: SavedSearch; readonly onEnd: () => void }) {
  const { mutate, isPending, error, reset } = useSavedSearchChange();
  const [name, setName] = useState(search.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    mutate((client) => client.call('searches.rename', { id: search.id, name }), { onSuccess: onEnd });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The menu around stays open.
    event.preventDefault();
    onEnd();
  };
  return (
    <form className={classes.form} onSubmit={rename}>
      <TextInput
        ref={field}
        className={classes.grow ?? ''}
        size="xs"
        aria-label={`New name of ${search.name}`}
        maxLength={100}
        value={name}
        error={error ? describeError(error).message : null}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setName(event.currentTarget.value);
          reset();
        }}
      />
      <Button type="submit" disabled={isPending || name.trim() === ''}>
        Rename
      </Button>
    </form>
  );
}
