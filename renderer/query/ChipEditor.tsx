import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { QueryChip } from '../../shared/query/chips.ts';
import { replaceChip, toggleChip } from '../../shared/query/edit-query.ts';
import { definitionOf } from '../../shared/query/language.ts';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import { ChipDates } from './ChipDates.tsx';
import classes from './ChipRow.module.css';
import { ChipValue } from './ChipValue.tsx';
import { tidy } from './query-edit.ts';

interface ChipEditorProps {
  readonly chip: QueryChip;
  /** The whole query. */
  readonly text: string;
  /** Null: nothing was changed. */
  readonly onDone: (text: string | null) => void;
  readonly onRemove: () => void;
}

/** Changes one part of the query: its value with the box's own suggestions, dates as dates, and whether it is negated. */
export function ChipEditor({ chip, text, onDone, onRemove }: ChipEditorProps) {
  const { language } = useBoxedSearch();
  const { key, kind, isNegated } = chip;
  const original = partOf(chip, text);
  const [part, setPart] = useState(original);
  const takes = kind === 'filter' && key !== null ? definitionOf(language, key).takes : null;
  const isDate = takes === 'date' || takes === 'night';
  const apply = (changed = part) => {
    const isChanged = changed.trim() !== original;
    onDone(isChanged ? tidy(replaceChip(text, chip, withNegation(changed, isNegated)), language) : null);
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
        <ChipValue filterKey={key} part={part} onChange={setPart} onPick={apply} />
      )}
      {key !== null && isDate && <ChipDates filterKey={key} part={part} onChange={setPart} />}
      {mayBeNegated && (
        <Switch
          label="Leave these out"
          size="xs"
          checked={isNegated}
          onChange={() => onDone(tidy(toggleChip(text, chip, language), language))}
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
