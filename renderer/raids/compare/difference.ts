import { formatQuantity } from '../../app/number-format.ts';
import { dash } from '../raid-format.ts';

/** Which way a figure is better, if either. */
export type Better = 'more' | 'less' | 'neither';

/** How the difference of a figure is said. */
export interface DifferenceTerms {
  readonly better: Better;
  /** Writes an amount without a sign: `0:42`. */
  readonly format: (amount: number) => string;
  /** The same for a difference, where it is said otherwise: of percents, in points. */
  readonly formatDifference?: (amount: number) => string;
  /** What more of it is called where it is neither better nor worse: `longer`. */
  readonly more: string;
  readonly less: string;
}

export interface Difference {
  readonly direction: 'more' | 'less' | 'same';
  readonly judgement: 'better' | 'worse' | null;
  /** With its sign: `+0:42`, `−3`, `same`. */
  readonly text: string;
  /** What the sign comes to: `better`, `worse`, `longer`; empty without a difference. */
  readonly word: string;
  /** Of the reference's figure, percent with its sign: `+12 %`; null where that is 0. */
  readonly percentText: string | null;
}

const minus = '−';

/** A figure beside the reference's; null where either is not known. */
export function differenceOf(
  value: number | null,
  reference: number | null,
  { better, format, formatDifference = format, more, less }: DifferenceTerms,
): Difference | null {
  if (value === null || reference === null) return null;
  const amount = formatDifference(Math.abs(value - reference));
  // Two figures that are written alike would otherwise differ by `+0`.
  if (value === reference || amount === formatDifference(0)) {
    return { direction: 'same', judgement: null, text: 'same', word: '', percentText: null };
  }
  const direction = value > reference ? 'more' : 'less';
  const judgement = better === 'neither' ? null : direction === better ? 'better' : 'worse';
  const sign = direction === 'more' ? '+' : minus;
  return {
    direction,
    judgement,
    text: `${sign}${amount}`,
    word: judgement ?? (direction === 'more' ? more : less),
    percentText: reference === 0 ? null : percentText((value - reference) / Math.abs(reference)),
  };
}

function percentText(share: number): string {
  const percent = Math.round(Math.abs(share) * 100);
  return `${share < 0 ? minus : '+'}${percent} %`;
}

/** The whole difference in words, for a tooltip: `+3 (+50 %), worse than A`. */
export function sayDifference(difference: Difference | null, referenceName: string): string {
  if (difference === null) return dash;
  const { direction, text, word, percentText } = difference;
  if (direction === 'same') return `the same as ${referenceName}`;
  return `${text}${percentText === null ? '' : ` (${percentText})`}, ${word} than ${referenceName}`;
}

/** `12 points`, `0.5 points`: between two percents. */
export function formatPoints(amount: number): string {
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  return formatQuantity(rounded, 'point');
}

/** The middle of the values that are known, between the two in the middle where they are even in number. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((one, other) => one - other);
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}
