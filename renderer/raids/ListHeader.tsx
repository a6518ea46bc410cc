import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { SortDirection } from '../../shared/raids/types.ts';
import type { ListColumn } from './list-columns.ts';
import classes from './PullList.module.css';

interface ListOrder<Name extends string> {
  readonly sort: Name;
  readonly direction: SortDirection;
}

interface ListHeaderProps<Name extends string, Order extends string> {
  readonly columns: readonly ListColumn<Name>[];
  /** A list may be sorted by what is no column of it. */
  readonly order: ListOrder<Order>;
  /** What the cells before and behind the columns hold, for screen readers; left out: there is none before. */
  readonly before?: string;
  readonly after: string;
  readonly onSort: (order: ListOrder<Name>) => void;
}

/** Names of the columns; a click sorts by one, a second click the other way round. */
export function ListHeader<Name extends string, Order extends string>(props: ListHeaderProps<Name, Order>) {
  const { columns, order, before, after, onSort } = props;
  return (
    <div role="row" className={classes.header} data-header>
      {before !== undefined && (
        <span role="columnheader">
          <VisuallyHidden>{before}</VisuallyHidden>
        </span>
      )}
      {columns.map((column) => (
        <HeaderCell key={column.name} column={column} order={order} onSort={onSort} />
      ))}
      <span role="columnheader">
        <VisuallyHidden>{after}</VisuallyHidden>
      </span>
    </div>
  );
}

interface HeaderCellProps<Name extends string> {
  readonly column: ListColumn<Name>;
  readonly order: ListOrder<string>;
  readonly onSort: (order: ListOrder<Name>) => void;
}

function HeaderCell<Name extends string>({ column, order, onSort }: HeaderCellProps<Name>) {
  const { name, label, explanation, isNumber, isSortable = true, firstDirection } = column;
  const cell = { role: 'columnheader', 'data-column': name, 'data-number': isNumber || undefined } as const;
  if (!isSortable) {
    return (
      <span {...cell} title={explanation}>
        {label}
      </span>
    );
  }
  const isSorted = name === order.sort;
  const Arrow = order.direction === 'asc' ? ArrowUp : ArrowDown;
  const opposite = order.direction === 'asc' ? 'desc' : 'asc';
  return (
    <span {...cell} aria-sort={isSorted ? (order.direction === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <UnstyledButton
        className={classes.sort}
        title={`${explanation}. Click to sort.`}
        onClick={() => onSort({ sort: name, direction: isSorted ? opposite : firstDirection })}
      >
        {label}
        {isSorted && <Arrow size="0.75rem" aria-hidden />}
      </UnstyledButton>
    </span>
  );
}
