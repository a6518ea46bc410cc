import type { CSSProperties } from 'react';
import classes from './Compare.module.css';
import type { LineStyle } from './line-styles.ts';

interface PullBadgeProps {
  readonly mark: string;
  readonly style: LineStyle;
}

/** A pull's letter beside a piece of its line in the chart. */
export function PullBadge({ mark, style: { color, dash } }: PullBadgeProps) {
  return (
    <span className={classes.badge} style={{ '--line': color } as CSSProperties /* a variable of the style sheet */}>
      <svg width="1.5rem" height="0.5rem" viewBox="0 0 24 8" aria-hidden>
        <line x1={0} x2={24} y1={4} y2={4} stroke={color} strokeWidth={2.5} strokeDasharray={dash} />
      </svg>
      <span>{mark}</span>
    </span>
  );
}
