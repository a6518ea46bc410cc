import type { ReactNode } from 'react';
import type { ChartSize } from './chart-size.ts';
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
  const up = y > size.height / 2 ? { bottom: Math.max(0, size.height - y - gap) } : { top: Math.max(0, y - gap) };
  return (
    <div className={classes.tip} style={{ ...across(x, size, gap), ...up }} aria-hidden>
      {children}
    </div>
  );
}

interface LaneTipProps extends Omit<ChartTipProps, 'y'> {
  /** What it must not cover. */
  readonly lane: { readonly top: number; readonly bottom: number };
}

/** The same below or above a lane, so that what is beside the place stays in view. */
export function LaneTip({ x, lane, size, children }: LaneTipProps) {
  const gap = 0.5 * size.rem;
  const isInUpperHalf = (lane.top + lane.bottom) / 2 < size.height / 2;
  const up = isInUpperHalf ? { top: lane.bottom + gap } : { bottom: size.height - lane.top + gap };
  return (
    <div className={classes.tip} style={{ ...across(x, size, gap), ...up }} aria-hidden>
      {children}
    </div>
  );
}

function across(x: number, { width }: ChartSize, gap: number) {
  return x > width / 2 ? { right: width - x + gap } : { left: x + gap };
}

/** What a tip says, one fact on a line, the first one above all. */
export function TipFacts({ facts }: { readonly facts: readonly string[] }) {
  return facts.map((fact, index) => (index === 0 ? <strong key={fact}>{fact}</strong> : <div key={fact}>{fact}</div>));
}
