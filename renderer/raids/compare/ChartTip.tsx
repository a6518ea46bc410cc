import type { ReactNode } from 'react';
import type { ChartSize } from '../../charts/chart-size.ts';
import classes from './ChartTip.module.css';

interface ChartTipProps {
  /** What it points at, CSS pixels of the chart. */
  readonly x: number;
  readonly y: number;
  readonly size: ChartSize;
  readonly children: ReactNode;
}

/** Facts beside a place in a chart, on the side where there is room. Screen readers hear them from what has the focus. */
export function ChartTip({ x, y, size, children }: ChartTipProps) {
  const gap = 0.75 * size.rem;
  const across = x > size.width / 2 ? { right: size.width - x + gap } : { left: x + gap };
  const up = y > size.height / 2 ? { bottom: Math.max(0, size.height - y - gap) } : { top: Math.max(0, y - gap) };
  return (
    <div className={classes.tip} style={{ ...across, ...up }} aria-hidden>
      {children}
    </div>
  );
}
