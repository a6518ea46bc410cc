import { Button, Loader, UnstyledButton } from '@mantine/core';
import { ChartBarDecreasing } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SortOrder } from '../../shared/query/query.ts';
import type { MessageCount } from '../../shared/messages/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { OrderSwitch } from './OrderSwitch.tsx';
import classes from './ResultBar.module.css';

interface ResultBarProps {
  /** Null until counted. */
  readonly count: MessageCount | null;
  readonly query: string;
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  readonly showsFacets: boolean;
  readonly onToggleFacets: () => void;
  /** As far back as was searched before the time was up, in words; null when all was. */
  readonly stoppedAt: string | null;
  readonly onSearchOn: () => void;
  /** What can be done with the whole result, at the right end: exports, "Show SQL". */
  readonly children?: ReactNode;
}

/** How many messages were found, in which order they stand, and what can be done with them. */
export function ResultBar(props: ResultBarProps) {
  const { count, query, order, onOrder, showsFacets, onToggleFacets, stoppedAt, onSearchOn } = props;
  return (
    <div className={classes.bar}>
      <UnstyledButton className={classes.facets ?? ''} aria-pressed={showsFacets} onClick={onToggleFacets}>
        <ChartBarDecreasing size="0.875rem" aria-hidden />
        Facets
      </UnstyledButton>
      <div className={classes.count} role="status" data-testid="hit-count" data-counted={count !== null || undefined}>
        {count === null ? (
          <Loader size="0.75rem" color="gray" role="img" aria-label="Counting" />
        ) : (
          <>
            {!count.isComplete && 'at least '}
            <strong>{formatQuantity(count.total, 'message')}</strong>
            {query.trim() !== '' && ' found'}
            {!count.isComplete && ', stopped early'}
          </>
        )}
      </div>
      {stoppedAt !== null && (
        <span className={classes.stopped}>
          <span className={classes.note}>Searched back to {stoppedAt} so far</span>
          <Button size="compact-xs" variant="default" onClick={onSearchOn}>
            Search on
          </Button>
        </span>
      )}
      <span className={classes.push} />
      <OrderSwitch order={order} onChange={onOrder} />
      {props.children}
    </div>
  );
}
