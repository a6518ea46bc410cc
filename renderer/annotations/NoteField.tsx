import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { annotationLimits, type Subject } from '../../shared/annotations/types.ts';
import classes from './Annotations.module.css';
import { useRequestedFocus } from './use-requested-focus.ts';

interface NoteFieldProps {
  readonly subject: Subject;
  /** The note as it is kept. */
  readonly note: string;
  readonly isReadOnly: boolean;
  /** Answers false when it could not be kept. */
  readonly onSave: (note: string) => Promise<boolean>;
}

type SaveState = 'untouched' | 'saving' | 'saved' | 'failed';

/** A subject's note: kept when the field is left, by Ctrl+Enter, and when the panel goes on to another subject. */
export function NoteField({ subject, note, isReadOnly, onSave }: NoteFieldProps) {
  const field = useRequestedFocus<HTMLTextAreaElement>(subject, 'note');
  // Null: as it is kept. A draft that could not be kept stays in the field.
  const [draft, setDraft] = useState<string | null>(null);
  const [state, setState] = useState<SaveState>('untouched');
  const text = draft ?? note;
  const isChanged = draft !== null && draft !== note;

  const save = async () => {
    if (!isChanged) return;
    setState('saving');
    const isKept = await onSave(draft);
    setState(isKept ? 'saved' : 'failed');
    if (isKept) setDraft((now) => (now === draft ? null : now));
  };
  const saveNow = useEffectEvent(() => void save());
  // Going on to another subject or closing the window takes the field away without a blur.
  useEffect(() => {
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <div>
      <Textarea
        ref={field}
        label="Note"
        size="xs"
        autosize
        minRows={2}
        maxRows={12}
        maxLength={annotationLimits.noteLength}
        placeholder="Only you see this; it is kept in the library"
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setState('untouched');
        }}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
      <p className={classes.saveState} role="status" data-testid="note-state">
        {sayState(state, isChanged)}
      </p>
    </div>
  );
}

function sayState(state: SaveState, isChanged: boolean): string {
  if (state === 'saving') return 'Saving …';
  if (state === 'failed') return 'Not saved. The text is still here: try again with Ctrl+Enter.';
  if (isChanged) return 'Ctrl+Enter saves';
  return state === 'saved' ? 'Saved' : '';
}
