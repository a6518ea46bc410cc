import type { ChartSize } from '../../charts/chart-size.ts';
import type { TimeWindow } from './time-window.ts';
import type { NightBlock, TimelineModel } from './timeline-model.ts';

/** Where things are in the picture, CSS pixels. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  /** The lanes' names stand left of it. */
  readonly left: number;
  readonly right: number;
  /** Flags of marks stand above it, at the upper edge. */
  readonly top: number;
  /** The time axis stands below it. */
  readonly bottom: number;
  readonly laneHeight: number;
  /** Times stand above the lanes as well: where these are many, the axis below them is out of sight. */
  readonly hasUpperAxis: boolean;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of the nights there is to see. */
export type DetailLevel = 'bins' | 'nights' | 'pulls';

const flagsRem = 1.75;
const axisRem = 2.75;
const upperAxisRem = 2.25;
const lanesInSight = 12;

/** The height of the picture: fewer lanes are taller, so that a few servers do not look lost. */
export function pictureHeightRem(laneCount: number): number {
  return topRem(laneCount) + axisRem + laneCount * laneHeightRem(laneCount);
}

function topRem(laneCount: number): number {
  return laneCount > lanesInSight ? flagsRem + upperAxisRem : flagsRem;
}

function laneHeightRem(laneCount: number): number {
  if (laneCount <= 3) return 6.5;
  if (laneCount <= 6) return 5;
  if (laneCount <= lanesInSight) return 3;
  return laneCount <= 16 ? 1.75 : 1.375;
}

export function layoutOf({ width, height, rem }: ChartSize, laneCount: number): TimelineLayout {
  const left = Math.min(9 * rem, width * 0.3);
  const top = topRem(laneCount) * rem;
  const bottom = height - axisRem * rem;
  return {
    width,
    height,
    rem,
    left,
    right: Math.max(left + 1, width - 0.5 * rem),
    top,
    bottom,
    laneHeight: Math.max(1, (bottom - top) / Math.max(1, laneCount)),
    hasUpperAxis: laneCount > lanesInSight,
  };
}

export function secondsPerPixel(layout: TimelineLayout, window: TimeWindow): number {
  return (window.end - window.start) / (layout.right - layout.left);
}

export function xAt(layout: TimelineLayout, window: TimeWindow, second: number): number {
  return layout.left + (second - window.start) / secondsPerPixel(layout, window);
}

/** The moment below a place; places beside the lanes count as their edge. */
export function secondAt(layout: TimelineLayout, window: TimeWindow, x: number): number {
  const within = Math.min(layout.right, Math.max(layout.left, x));
  return window.start + (within - layout.left) * secondsPerPixel(layout, window);
}

/** Years are stretches with so many pulls, months are nights, and only days have room for single pulls. */
export function detailLevelOf(layout: TimelineLayout, window: TimeWindow): DetailLevel {
  const hour = 3600 / secondsPerPixel(layout, window);
  if (hour * 24 < 6) return 'bins';
  return hour < 4 ? 'nights' : 'pulls';
}

/** Where a pull is drawn: a wipe is as tall as the boss was brought down, a kill as tall as there is room. */
export function barOf(
  model: TimelineModel,
  layout: TimelineLayout,
  window: TimeWindow,
  lane: number,
  night: NightBlock,
  pull: number,
): Bar {
  const gap = layout.laneHeight * 0.12;
  const rowHeight = (layout.laneHeight - 2 * gap) / night.rowCount;
  const rowTop = layout.top + lane * layout.laneHeight + gap + (model.rows[pull] ?? 0) * rowHeight;
  const done = 1 - (model.pulls.healths[pull] ?? 100) / 100;
  const height = (rowHeight - 1) * (0.2 + 0.8 * Math.min(1, Math.max(0, done)));
  const x = xAt(layout, window, model.pulls.starts[pull] ?? 0);
  const end = xAt(layout, window, model.ends[pull] ?? 0);
  return { x, y: rowTop + rowHeight - 1 - height, width: Math.max(1, end - x), height };
}
