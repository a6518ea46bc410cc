import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messageLanguage } from '../../shared/messages/language.ts';
import type { QueryChip } from '../../shared/query/chips.ts';
import { replaceChip, toggleChip } from '../../shared/query/edit-query.ts';
import { definitionOf } from '../../shared/query/language.ts';
import { ChipDates } from './ChipDates.tsx';
import classes from './ChipRow.module.css';
import { ChipValue } from './ChipValue.tsx';
import { tidy } from '../query/query-edit.ts';

interface ChipEditorProps {
  readonly chip: QueryChip;
  /** The whole query. */
  readonly text: string;
  readonly timeZone: string;
  /** Null: nothing was changed. */
  readonly onDone: (text: string | null) => void;
  readonly onRemove: () => void;
}

/** Changes one part of the query: its value with the box's own suggestions, dates as dates, and whether it is negated. */
export function ChipEditor({ chip, text, timeZone, onDone, onRemove }: ChipEditorProps) {
  const { key, kind, isNegated } = chip;
  const original = partOf(chip, text);
  const [part, setPart] = useState(original);
  const isDate = kind === 'filter' && key !== null && definitionOf(messageLanguage, key).takes === 'date';
  const apply = (changed = part) => {
    const isChanged = changed.trim() !== original;
    onDone(isChanged ? tidy(replaceChip(text, chip, withNegation(changed, isNegated)), messageLanguage) : null);
  };
  const mayBeNegated = kind !== 'sort' && kind !== 'near';
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        apply();
      }}
    >
      {key === null ? (
        <TextInput
          label="Search text"
          data-autofocus
          value={part}
          onChange={({ currentTarget }) => setPart(currentTarget.value)}
        />
      ) : (
        <ChipValue filterKey={key} part={part} timeZone={timeZone} onChange={setPart} onPick={apply} />
      )}
      {isDate && <ChipDates filterKey={key} part={part} onChange={setPart} />}
      {mayBeNegated && (
        <Switch
          label="Leave these out"
          size="xs"
          checked={isNegated}
          onChange={() => onDone(tidy(toggleChip(text, chip, messageLanguage), messageLanguage))}
        />
      )}
      <div className={classes.actions}>
        <Button type="submit">Apply</Button>
        <Button variant="default" onClick={onRemove}>
          Remove
        </Button>
      </div>
    </form>
  );
}

/** The chip's own text, without its negation; of a key that was used twice, one filter with the values of both. */
function partOf({ key, isNegated, ranges }: QueryChip, text: string): string {
  const pieces = ranges.map(([start, end]) => text.slice(start, end).trim());
  const plain = pieces.map((piece) => (isNegated ? piece.replace(/^(?:-|NOT\s+)/, '') : piece));
  if (key === null || plain.length === 1) return plain.join(' ');
  return `${key}:${plain.map((piece) => piece.slice(piece.indexOf(':') + 1)).join(',')}`;
}

function withNegation(part: string, isNegated: boolean): string {
  return isNegated && part.trim() !== '' ? `-${part.trim()}` : part;
}
