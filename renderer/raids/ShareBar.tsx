import classes from './ShareBar.module.css';

interface ShareBarProps {
  /** From 0 to 1. */
  readonly share: number;
  /** A CSS colour. */
  readonly color: string;
}

/** How much of a whole; decoration, the figure stands beside it. */
export function ShareBar({ share, color }: ShareBarProps) {
  return (
    <span className={classes.bar} aria-hidden>
      <span style={{ width: `${share * 100}%`, background: color }} />
    </span>
  );
}
