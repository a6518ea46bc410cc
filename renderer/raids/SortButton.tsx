import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './SortButton.module.css';

interface SortButtonProps {
  /** Null: the table is not sorted by this column. */
  readonly direction: 'ascending' | 'descending' | null;
  readonly onSort: () => void;
  /** The whole name, where what is seen is short for it. */
  readonly label?: string;
  /** What screen readers hear before what is seen. */
  readonly prefix?: string;
  readonly children: ReactNode;
}

/** The name of a column; a click sorts by it, another one the other way round. */
export function SortButton({ direction, onSort, label, prefix, children }: SortButtonProps) {
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <UnstyledButton className={classes.sort ?? ''} aria-label={label} onClick={onSort}>
      {prefix !== undefined && <VisuallyHidden>{prefix} </VisuallyHidden>}
      {children}
      <Arrow
        className={classes.arrow ?? ''}
        size="0.75rem"
        data-unsorted={direction === null || undefined}
        aria-hidden
      />
    </UnstyledButton>
  );
}
