import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { markLimits } from '../../../shared/raids/pull-types.ts';
import { findWritingJob } from '../../annotations/use-annotation.ts';
import { useIsReadOnly } from '../../annotations/AnnotationsProvider.tsx';
import { useTimeFormat } from '../../app/use-settings.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import type { Client } from '../../contract/client.ts';
import { describeError } from '../../contract/error-sentences.ts';
import { keys } from '../../contract/query-client.ts';
import { useJobs } from '../../jobs/use-jobs.ts';
import type { OpenMark } from './NightTimeline.tsx';
import classes from './Timeline.module.css';

interface MarkFormProps {
  readonly openMark: OpenMark;
  readonly onDone: () => void;
}

/** Writes a mark of the timeline, changes it or takes it away. */
export function MarkForm({ openMark, onDone }: MarkFormProps) {
  const timeFormat = useTimeFormat();
  const isReadOnly = useIsReadOnly();
  const writingJob = findWritingJob(useJobs());
  const [text, setText] = useState(openMark.kind === 'known' ? openMark.mark.text : '');
  const { mutate, isPending, error } = useMarkChange(onDone);
  const atMs = openMark.kind === 'known' ? openMark.mark.atMs : Math.round(openMark.second * 1000);
  const written = text.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (written === '') return;
    mutate((client) =>
      openMark.kind === 'known'
        ? client.call('raids.changeMark', { id: openMark.mark.id, text: written })
        : client.call('raids.addMark', { raidId: null, atMs, text: written }),
    );
  };
  return (
    <form className={classes.markForm} onSubmit={save}>
      <TextInput
        size="xs"
        label="Mark"
        description={`At ${timeFormat.dateTime(atMs)} ${timeFormat.zone}`}
        placeholder="What happened here"
        maxLength={markLimits.textLength}
        readOnly={isReadOnly}
        data-autofocus
        value={text}
        error={error ? describeError(error).message : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isPending && writingJob !== undefined && (
        <p className={classes.remarks} role="status">
          Kept as soon as “{writingJob.title}” has ended.
        </p>
      )}
      <Group gap="xs" justify="flex-end">
        {openMark.kind === 'known' && !isReadOnly && (
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={isPending}
            onClick={() => mutate((client) => client.call('raids.removeMark', { id: openMark.mark.id }))}
          >
            Remove
          </Button>
        )}
        <Button variant="default" size="compact-xs" onClick={onDone}>
          Cancel
        </Button>
        {!isReadOnly && (
          <Button type="submit" size="compact-xs" disabled={written === '' || isPending}>
            Save
          </Button>
        )}
      </Group>
    </form>
  );
}

function useMarkChange(onDone: () => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: (client: Client) => Promise<unknown>) => change(client),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [...keys.raids, 'timeline'] });
      onDone();
    },
  });
}
