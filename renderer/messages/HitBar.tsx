import { Loader } from '@mantine/core';
import { formatQuantity } from '../app/number-format.ts';
import classes from './HitBar.module.css';

interface HitBarProps {
  /** Null until counted. */
  readonly total: number | null;
  readonly query: string;
}

/** How many messages were found. */
export function HitBar({ total, query }: HitBarProps) {
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
    </div>
  );
}
