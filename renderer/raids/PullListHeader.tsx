import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { PullColumn } from './pull-columns.ts';
import classes from './PullList.module.css';
import type { PullOrder } from './RaidListProvider.tsx';

interface PullListHeaderProps {
  readonly columns: readonly PullColumn[];
  readonly order: PullOrder;
  readonly onSort: (order: PullOrder) => void;
}

/** Names of the columns; a click sorts by one, a second click the other way round. */
export function PullListHeader({ columns, order, onSort }: PullListHeaderProps) {
  return (
    <div role="row" className={classes.header} data-header>
      <span role="columnheader">
        <VisuallyHidden>To be compared</VisuallyHidden>
      </span>
      {columns.map((column) => {
        const isSorted = column.name === order.sort;
        const Arrow = order.direction === 'asc' ? ArrowUp : ArrowDown;
        return (
          <span
            key={column.name}
            role="columnheader"
            aria-sort={isSorted ? (order.direction === 'asc' ? 'ascending' : 'descending') : 'none'}
            data-column={column.name}
            data-number={column.isNumber || undefined}
          >
            <UnstyledButton
              className={classes.sort}
              title={`${column.explanation}. Click to sort.`}
              onClick={() => onSort(orderAfterClick(column, order))}
            >
              {column.label}
              {isSorted && <Arrow size="0.75rem" aria-hidden />}
            </UnstyledButton>
          </span>
        );
      })}
      <span role="columnheader">
        <VisuallyHidden>Kept by you</VisuallyHidden>
      </span>
    </div>
  );
}

function orderAfterClick({ name, firstDirection }: PullColumn, order: PullOrder): PullOrder {
  if (order.sort !== name) return { sort: name, direction: firstDirection };
  return { sort: name, direction: order.direction === 'asc' ? 'desc' : 'asc' };
}
