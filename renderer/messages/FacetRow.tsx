import { VisuallyHidden } from '@mantine/core';
import { Check, Minus } from 'lucide-react';
import type { MessageFilterKey } from '../../shared/messages/language.ts';
import type { FacetValue } from '../../shared/messages/types.ts';
import { formatCount, formatQuantity } from '../app/number-format.ts';
import classes from './FacetPanel.module.css';
import type { FacetChoice } from './facet-filters.ts';

interface FacetRowProps {
  readonly facetKey: MessageFilterKey;
  readonly value: FacetValue;
  /** Of the most frequent value's count, 0-1. */
  readonly share: number;
  readonly choice: FacetChoice;
  /** Only the first row of each facet is a stop of the Tab key. */
  readonly isFirst: boolean;
}

/** One value: a click searches for it (or no longer), Alt and a click, or the minus, leaves it out. */
export function FacetRow({ facetKey, value: { value, label, count }, share, choice, isFirst }: FacetRowProps) {
  const isChosen = choice.isChosen(facetKey, value);
  const toggle = () => (isChosen ? choice.remove(facetKey, value) : choice.add(facetKey, value));
  const exclude = () => choice.exclude(facetKey, value);
  return (
    <div className={classes.row} data-chosen={isChosen || undefined}>
      <div className={classes.bar} style={{ width: `${share * 100}%` }} />
      <button
        type="button"
        className={classes.value}
        data-facet-row
        tabIndex={isFirst ? 0 : -1}
        aria-pressed={isChosen}
        aria-keyshortcuts="-"
        title={`${label}: ${formatQuantity(count, 'message')}. Alt and a click, or the minus key, leaves it out.`}
        onClick={(event) => (event.altKey ? exclude() : toggle())}
        onKeyDown={(event) => {
          if (event.key !== '-' && event.key !== 'Delete') return;
          event.preventDefault();
          exclude();
        }}
      >
        {isChosen && <Check size="0.75rem" className={classes.check ?? ''} aria-hidden />}
        <span className={classes.label}>{label}</span>
        <span className={classes.count}>
          {formatCount(count)}
          <VisuallyHidden component="span"> {count === 1 ? 'message' : 'messages'}</VisuallyHidden>
        </span>
      </button>
      <button
        type="button"
        className={classes.exclude}
        tabIndex={-1}
        aria-label={`Leave out ${label}`}
        onClick={exclude}
      >
        <Minus size="0.75rem" aria-hidden />
      </button>
    </div>
  );
}
