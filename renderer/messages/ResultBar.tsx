import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatQuantity } from '../app/number-format.ts';
import classes from './ResultBar.module.css';

interface ResultBarProps {
  /** True while the search box says something else than what the list shows. */
  readonly isStale: boolean;
  /** Null until counted. */
  readonly total: number | null;
  readonly query: string;
  /** What can be done with the whole result, at the right end: exports, "Show SQL". */
  readonly children?: ReactNode;
}

/** How many messages were found, and what can be done with them. */
export function ResultBar({ total, query, isStale, children }: ResultBarProps) {
  return (
    <div className={classes.bar}>
      <div className={classes.count} role="status" data-testid="hit-count" data-counted={total !== null || undefined}>
        {total === null ? (
          <Loader size="0.75rem" color="gray" aria-label="Counting" />
        ) : (
          <>
            <strong>{formatQuantity(total, 'message')}</strong>
            {query.trim() !== '' && ' found'}
          </>
        )}
      </div>
      <span className={classes.order}>newest first</span>
      {isStale && (
        <span className={classes.stale}>
          {query.trim() === '' ? 'still showing all messages' : `still showing: ${query}`}
        </span>
      )}
      <span className={classes.push} />
      {children}
    </div>
  );
}
