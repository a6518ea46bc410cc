import { ActionIcon, Loader } from '@mantine/core';
import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { FacetName, FacetValue, MessageFacet, MessageFacets } from '../../shared/messages/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import classes from './FacetPanel.module.css';
import { FacetRow } from './FacetRow.tsx';
import { facetKeys, type FacetChoice } from './facet-filters.ts';
import { fewFacetValues, manyFacetValues, useFacets } from './use-facets.ts';

interface FacetPanelProps {
  readonly libraryPath: string;
  /** The query that the list shows. */
  readonly query: string;
  readonly timeZone: string;
  readonly choice: FacetChoice;
  readonly onClose: () => void;
}

const titles: Readonly<Record<FacetName, string>> = {
  author: 'Author',
  channel: 'Channel',
  server: 'Server',
  type: 'Type',
  month: 'Month',
};

/** What the hits have in common: a click leaves only those of one author, channel, server, type or month. */
export function FacetPanel({ libraryPath, query, timeZone, choice, onClose }: FacetPanelProps) {
  const [showsMany, setShowsMany] = useState(false);
  const { facets, isStale } = useFacets({
    libraryPath,
    query,
    timeZone,
    limit: showsMany ? manyFacetValues : fewFacetValues,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys lead from row to row; each row is a button
    <aside className={classes.panel} aria-label="Facets" data-stale={isStale || undefined} onKeyDown={moveBetweenRows}>
      <div className={classes.header}>
        <h2 className={classes.heading}>Found in</h2>
        {facets === null && <Loader size="0.75rem" color="gray" role="img" aria-label="Counting" />}
        <ActionIcon size="sm" aria-label="Hide facets" onClick={onClose}>
          <X size="0.875rem" aria-hidden />
        </ActionIcon>
      </div>
      {facets && <StoppedNote facets={facets} />}
      {facets?.facets.every(({ values }) => values.length === 0) && <p className={classes.note}>Nothing to count</p>}
      {facets?.facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <FacetGroup
            key={facet.facet}
            facet={facet}
            choice={choice}
            onShowMore={showsMany ? null : () => setShowsMany(true)}
          />
        ))}
    </aside>
  );
}

function StoppedNote({ facets: { facets, countedHits } }: { readonly facets: MessageFacets }) {
  if (facets.every(({ isComplete }) => isComplete)) return null;
  return <p className={classes.note}>Counted in the newest {formatQuantity(countedHits, 'hit')}</p>;
}

interface FacetGroupProps {
  readonly facet: MessageFacet;
  readonly choice: FacetChoice;
  /** Null when all that can be shown are. */
  readonly onShowMore: (() => void) | null;
}

function FacetGroup({ facet: { facet, values, otherValueCount, isComplete }, choice, onShowMore }: FacetGroupProps) {
  const key = facetKeys[facet];
  const most = Math.max(...values.map(({ count }) => count));
  return (
    <section className={classes.group} aria-label={titles[facet]}>
      <h3 className={classes.title}>
        {titles[facet]}
        {!isComplete && <span className={classes.partial}>newest hits</span>}
      </h3>
      {inOrder(facet, values).map((value, index) => (
        <FacetRow
          key={value.value}
          facetKey={key}
          value={value}
          share={value.count / most}
          choice={choice}
          isFirst={index === 0}
        />
      ))}
      {otherValueCount > 0 &&
        (onShowMore ? (
          <button type="button" className={classes.more} onClick={onShowMore}>
            {formatQuantity(otherValueCount, 'other')}: show more
          </button>
        ) : (
          <p className={classes.note}>and {formatQuantity(otherValueCount, 'other')}</p>
        ))}
    </section>
  );
}

/** Months in their own order: the most frequent ones first would hide how they follow each other. */
function inOrder(facet: FacetName, values: readonly FacetValue[]): readonly FacetValue[] {
  return facet === 'month' ? values.toSorted((one, other) => other.value.localeCompare(one.value)) : values;
}

/** Up and down lead from row to row, so that Tab need not stop at each. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-facet-row]')];
  const index = rows.indexOf(event.target);
  if (index === -1) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, index + step))]?.focus();
}
