import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { markLimits, type RaidMark } from '../../../shared/raids/pull-types.ts';
import { formatMoment } from './fight-moments.ts';
import classes from './FightSection.module.css';

interface MarkFormProps {
  /** The mark that is changed; null: a new one. */
  readonly mark: RaidMark | null;
  /** Seconds after the pull at which it stands. */
  readonly second: number;
  readonly isPending: boolean;
  readonly onSave: (text: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** A mark's text. A new mark stands where the cursor is, also if that moves meanwhile. */
export function MarkForm({ mark, second, isPending, onSave, onRemove, onClose }: MarkFormProps) {
  const [text, setText] = useState(mark?.text ?? '');
  const isEmpty = text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !isPending) onSave(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes from anywhere inside
    <form className={classes.markForm} aria-label="Mark" onSubmit={submit} onKeyDown={onKeyDown}>
      <TextInput
        className={classes.markText ?? ''}
        size="xs"
        aria-label={`Text of the mark at ${formatMoment(second)}`}
        placeholder="What happened here?"
        leftSection={<span className={classes.markTime}>{formatMoment(second)}</span>}
        leftSectionWidth="3.5rem"
        maxLength={markLimits.textLength}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form appears because the person asked to write in it
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value.replaceAll(/\p{Cc}/gu, ' '))}
      />
      <Button size="compact-xs" type="submit" disabled={isEmpty} loading={isPending}>
        {mark === null ? 'Add' : 'Save'}
      </Button>
      {mark !== null && (
        <Button size="compact-xs" variant="default" disabled={isPending} onClick={onRemove}>
          Remove
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
