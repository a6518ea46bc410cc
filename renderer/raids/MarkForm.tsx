import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { markLimits, type RaidMark } from '../../shared/raids/pull-types.ts';
import { useIsReadOnly } from '../annotations/AnnotationsProvider.tsx';
import { findWritingJob } from '../annotations/use-annotation.ts';
import { useJobs } from '../jobs/use-jobs.ts';
import classes from './MarkForm.module.css';
import { useChangeMarks } from './use-change-marks.ts';

interface MarkFormProps {
  /** The mark that is changed; null: a new one. */
  readonly mark: RaidMark | null;
  /** Where a new mark is put; null: on the timeline of nights. */
  readonly raidId: string | null;
  readonly atMs: number;
  /** The moment as the page writes it. */
  readonly moment: string;
  /** On one line among what stands there, else a form of its own in a popover that holds the focus. */
  readonly isInline?: boolean;
  readonly onDone: () => void;
}

/** Writes one of the person's own marks, changes it or takes it away. */
export function MarkForm({ mark, raidId, atMs, moment, isInline = false, onDone }: MarkFormProps) {
  const isReadOnly = useIsReadOnly();
  const [text, setText] = useState(mark?.text ?? '');
  const { mutate, isPending } = useChangeMarks();
  const written = text.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (written === '' || isPending || isReadOnly) return;
    const change =
      mark === null
        ? ({ kind: 'add', raidId, atMs: Math.round(atMs), text: written } as const)
        : ({ kind: 'change', mark, text: written } as const);
    mutate(change, { onSuccess: onDone });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The popover keeps Tab to itself by listening on the document.
    if (event.key === 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes from anywhere inside
    <form
      className={classes.form}
      data-inline={isInline || undefined}
      aria-label="Mark"
      onSubmit={save}
      onKeyDown={onKeyDown}
    >
      <TextInput
        className={classes.text ?? ''}
        size="xs"
        {...(isInline
          ? {
              'aria-label': `Text of the mark at ${moment}`,
              leftSection: <span className={classes.moment}>{moment}</span>,
              leftSectionWidth: '3.5rem',
              autoFocus: true,
            }
          : { label: 'Mark', description: `At ${moment}`, 'data-autofocus': true })}
        placeholder="What happened here?"
        maxLength={markLimits.textLength}
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => setText(event.currentTarget.value.replaceAll(/\p{Cc}/gu, ' '))}
      />
      {isPending && <WaitingNote />}
      <div className={classes.buttons}>
        {mark !== null && !isReadOnly && (
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={isPending}
            onClick={() => mutate({ kind: 'remove', mark }, { onSuccess: onDone })}
          >
            Remove
          </Button>
        )}
        <Button variant="default" size="compact-xs" onClick={onDone}>
          {isReadOnly ? 'Close' : 'Cancel'}
        </Button>
        {!isReadOnly && (
          <Button type="submit" size="compact-xs" disabled={written === ''} loading={isPending}>
            Save
          </Button>
        )}
      </div>
    </form>
  );
}

/** Why nothing happens yet. */
function WaitingNote() {
  const writingJob = findWritingJob(useJobs());
  if (writingJob === undefined) return null;
  return (
    <p className={classes.waiting} role="status">
      Kept as soon as “{writingJob.title}” has ended.
    </p>
  );
}
