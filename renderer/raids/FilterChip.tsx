import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FilterChip.module.css';

interface FilterChipProps {
  /** Whether the search asks for it. */
  readonly isOn: boolean;
  readonly title?: string;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** Puts a filter into the search or takes it out. */
export function FilterChip({ isOn, title, onToggle, children }: FilterChipProps) {
  return (
    <UnstyledButton className={classes.chip ?? ''} aria-pressed={isOn} title={title} onClick={onToggle}>
      {children}
    </UnstyledButton>
  );
}
