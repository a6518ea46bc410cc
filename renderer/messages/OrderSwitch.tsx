import { SegmentedControl } from '@mantine/core';
import type { SortOrder } from '../../shared/query/query.ts';
import classes from './ResultBar.module.css';

const orders: { readonly value: SortOrder; readonly label: string }[] = [
  { value: 'new', label: 'Newest' },
  { value: 'old', label: 'Oldest' },
  { value: 'best', label: 'Best' },
];

interface OrderSwitchProps {
  readonly order: SortOrder;
  readonly onChange: (order: SortOrder) => void;
}

/** Which hits come first. */
export function OrderSwitch({ order, onChange }: OrderSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      className={classes.order ?? ''}
      aria-label="Which messages come first"
      data={orders}
      value={order}
      onChange={onChange}
    />
  );
}
