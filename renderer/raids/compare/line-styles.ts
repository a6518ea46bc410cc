import type { ComparedColumn } from './comparison-columns.ts';

/** How a pull's line and its letter look. */
export interface LineStyle {
  /** A CSS colour. */
  readonly color: string;
  /** As `stroke-dasharray` takes it; undefined: a whole line. */
  readonly dash: string | undefined;
}

/** After Okabe and Ito, as the message types are: dark enough for text on either surface. */
const colors = [
  'light-dark(#0b5a94, #66b5f0)',
  'light-dark(#a63a00, #ff9d5c)',
  'light-dark(#00654a, #3fc79a)',
  'light-dark(#8a2f66, #e894c2)',
  'light-dark(#6b5200, #e5c53f)',
  'light-dark(#44505e, #b4bcc8)',
] as const;

const dashes = [undefined, '9 3', '3 3', '10 3 2 3'] as const;

/** Six colours and four dashes: each of twelve lines has a pair of its own. */
export function lineStyleOf(columns: readonly ComparedColumn[], key: string): LineStyle {
  const index = columns.findIndex((column) => column.key === key);
  const kind = columns[index]?.kind;
  if (kind === 'best') return { color: 'var(--best)', dash: '14 3' };
  if (kind === 'median') return { color: 'var(--median)', dash: '1.5 3' };
  return {
    color: colors[Math.max(0, index) % colors.length] ?? colors[0],
    dash: dashes[Math.max(0, index) % dashes.length],
  };
}
