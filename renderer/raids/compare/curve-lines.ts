import type { ComparedColumn } from './comparison-columns.ts';

export interface CurvePoint {
  readonly second: number;
  /** Percent. */
  readonly health: number;
  /** The middle of so many pulls; null for the sample of one pull. */
  readonly pullCount: number | null;
}

/** The boss's health from the pull on, in one pull or in the middle of a series. */
export interface CurveLine {
  readonly key: string;
  readonly mark: string;
  readonly name: string;
  readonly points: readonly CurvePoint[];
  /** When the pull ended, and with which health; null where that is not known, and for a median. */
  readonly end: { readonly second: number; readonly health: number } | null;
}

/** Fewer pulls than this have no middle worth a line. */
const fewestForMedian = 3;

/** One line for each column that has any sample; the median ends where fewer than three pulls last so long. */
export function curveLines(columns: readonly ComparedColumn[]): readonly CurveLine[] {
  return columns.map(lineOf).filter(({ points }) => points.length > 0);
}

function lineOf(column: ComparedColumn): CurveLine {
  const { key, mark, name } = column;
  if (column.kind === 'median') {
    const { curve } = column.median;
    const end = curve.findIndex((point) => point.pullCount < fewestForMedian);
    const points = end === -1 ? curve : curve.slice(0, end);
    return { key, mark, name, points, end: null };
  }
  const { durationSeconds, healthLeft } = column.raid;
  // After the end people go on writing, and the server goes on telling the health.
  const points = column.samples
    .filter(({ second }) => second >= 0 && second <= (durationSeconds ?? Number.POSITIVE_INFINITY))
    .map(({ second, health }): CurvePoint => ({ second, health, pullCount: null }));
  const end = durationSeconds === null || healthLeft === null ? null : { second: durationSeconds, health: healthLeft };
  return { key, mark, name, points, end };
}

/** The health that a line shows at a moment: the last one that was told; null before the first and after the end. */
export function pointAt({ points, end }: CurveLine, second: number): CurvePoint | null {
  const last = points.at(-1);
  if (last === undefined || second > (end?.second ?? last.second)) return null;
  return points.findLast((point) => point.second <= second) ?? null;
}

/** Where the axis ends: with the longest line that is shown. */
export function lastSecond(lines: readonly CurveLine[]): number {
  return Math.max(1, ...lines.map(({ points, end }) => end?.second ?? points.at(-1)?.second ?? 0));
}

/** All moments at which any line has a sample, in order. */
export function momentsOf(lines: readonly CurveLine[]): readonly number[] {
  const seconds = new Set(lines.flatMap(({ points }) => points.map(({ second }) => second)));
  return [...seconds].toSorted((one, other) => one - other);
}
