import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './LegendToggle.module.css';

interface LegendToggleProps {
  readonly isShown: boolean;
  readonly title?: string;
  readonly onToggle: () => void;
  /** Of it, a `<bdi>` is cut off where there is no room. */
  readonly children: ReactNode;
}

/** An entry of a chart's legend that shows and hides what it stands for. */
export function LegendToggle({ isShown, title, onToggle, children }: LegendToggleProps) {
  return (
    <UnstyledButton className={classes.toggle ?? ''} aria-pressed={isShown} title={title} onClick={onToggle}>
      {children}
    </UnstyledButton>
  );
}
