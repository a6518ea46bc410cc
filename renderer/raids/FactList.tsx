import type { ReactNode } from 'react';
import classes from './FactList.module.css';

/** What is known of a player or a boss at a glance, side by side. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

interface FactProps {
  readonly term: string;
  /** What it counts. */
  readonly title: string;
  readonly children: ReactNode;
}

export function Fact({ term, title, children }: FactProps) {
  return (
    <div className={classes.fact} title={title}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
