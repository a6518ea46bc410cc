import type { ReactNode } from 'react';
import classes from './NothingHere.module.css';

interface NothingHereProps {
  readonly testId: string;
  readonly children: ReactNode;
}

/** Why a part of the raid's page is empty, in its place. */
export function NothingHere({ testId, children }: NothingHereProps) {
  return (
    <p className={classes.note} data-testid={testId}>
      {children}
    </p>
  );
}
