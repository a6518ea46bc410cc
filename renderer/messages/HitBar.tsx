import { Loader } from '@mantine/core';
import { formatQuantity } from '../app/number-format.ts';
import classes from './HitBar.module.css';

interface HitBarProps {
  /** True while the search box says something else than what the list shows. */
  readonly isStale: boolean;
  /** Null until counted. */
  readonly total: number | null;
  readonly query: string;
}

/** How many messages were found. */
export function HitBar({ total, query, isStale }: HitBarProps) {
  return (
    <div className={classes.bar} role="status" data-testid="hit-count" data-counted={total !== null || undefined}>
      {total === null ? (
        <Loader size="0.75rem" color="gray" aria-label="Counting" />
      ) : (
        <>
          <strong>{formatQuantity(total, 'message')}</strong>
          {query.trim() !== '' && ' found'}
        </>
      )}
      <span className={classes.order}>newest first</span>
      {isStale && (
        <span className={classes.stale}>
          {query.trim() === '' ? 'still showing all messages' : `still showing: ${query}`}
        </span>
      )}
    </div>
  );
}
