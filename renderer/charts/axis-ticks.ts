import type { ScaleLinear } from 'd3-scale';
import type { PlotArea } from './chart-size.ts';

/** A place on an axis and what is written there. */
export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

/** What numbers of an axis are: `count`, whole ones only; `seconds` are written 1:30, counted from the pull. */
export type AxisUnit = 'number' | 'count' | 'percent' | 'seconds';

export interface AxisProps {
  /** Its range is in CSS pixels of the chart. */
  readonly scale: ScaleLinear<number, number>;
  readonly plot: PlotArea;
  readonly rem: number;
  readonly unit?: AxisUnit;
  /** How a value is written; by default as `unit` says. */
  readonly format?: (value: number) => string;
  /** What is counted, with its unit: `Time from the pull`. */
  readonly title?: string;
  /** Thin lines across the plot at the ticks. */
  readonly hasGrid?: boolean;
}

/** Font size of what is written at ticks, in rem. */
export const tickFontRem = 0.6875;
/** Digits and most letters of a text are no wider than this part of its size. */
const letterWidth = 0.6;
const gapRem = 0.75;

const secondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

/** `0:00`, `1:30`, `1:02:03`; `-0:10` before the pull. */
export function secondsLabel(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? '-' : '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return `${sign}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** Seconds with nice steps: as many as fit, at most `most`. */
export function secondTicks(low: number, high: number, most: number): readonly AxisTick[] {
  const fits = (step: number): boolean => Math.floor(high / step) - Math.ceil(low / step) + 1 <= Math.max(1, most);
  const step = secondSteps.find(fits) ?? 86_400 * Math.ceil((high - low) / 86_400 / Math.max(1, most));
  const ticks: AxisTick[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) {
    // Multiplying rounds `-0` into the first tick.
    ticks.push({ value: value + 0, label: secondsLabel(value) });
  }
  return ticks;
}

/** Pixels that a text takes at most. */
export function textWidth(text: string, sizeRem: number, rem: number): number {
  return Array.from(text).length * letterWidth * sizeRem * rem;
}

interface TickRequest {
  readonly scale: ScaleLinear<number, number>;
  readonly unit: AxisUnit;
  readonly format?: ((value: number) => string) | undefined;
  readonly rem: number;
}

/** Ticks of which no two labels touch, side by side along a line: the most for which that is so. */
export function ticksAcross({ scale, unit, format, rem }: TickRequest): readonly AxisTick[] {
  const length = lengthOf(scale);
  for (let most = 12; most > 1; most--) {
    const ticks = ticksOf(scale, unit, format, most);
    const widest = Math.max(0, ...ticks.map(({ label }) => textWidth(label, tickFontRem, rem)));
    const gap = ticks.length < 2 ? length : length / (ticks.length - 1);
    const closest = ticks.length < 2 ? gap : Math.abs(scale(ticks[1]?.value ?? 0) - scale(ticks[0]?.value ?? 0));
    if (closest >= widest + gapRem * rem) return ticks;
  }
  return ticksOf(scale, unit, format, 1).slice(0, 1);
}

/** Ticks with a line of text's height between them, above each other. */
export function ticksUp({ scale, unit, format, rem }: TickRequest): readonly AxisTick[] {
  const most = Math.min(10, Math.max(2, Math.floor(lengthOf(scale) / (tickFontRem * 2.75 * rem))));
  return ticksOf(scale, unit, format, most);
}

function lengthOf(scale: ScaleLinear<number, number>): number {
  const [from = 0, to = 0] = scale.range();
  return Math.abs(to - from);
}

function ticksOf(
  scale: ScaleLinear<number, number>,
  unit: AxisUnit,
  format: ((value: number) => string) | undefined,
  most: number,
): readonly AxisTick[] {
  const [first = 0, last = 0] = scale.domain();
  const low = Math.min(first, last);
  const high = Math.max(first, last);
  if (unit === 'seconds') return secondTicks(low, high, most);
  const values = scale.ticks(most).filter((value) => unit !== 'count' || Number.isInteger(value));
  const write = format ?? writerOf(scale, unit, most);
  return values.map((value) => ({ value, label: write(value) }));
}

function writerOf(scale: ScaleLinear<number, number>, unit: AxisUnit, most: number): (value: number) => string {
  if (unit === 'percent') return (value) => `${value} %`;
  // Ticks of a short axis may be halves, of which only the whole ones are left: they are not written 1.0.
  return unit === 'count' ? scale.tickFormat(most, ',d') : scale.tickFormat(most);
}
