import type { BossPulls, ProgressNight, ProgressPull } from '../../../shared/raids/progress-types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { dash, formatDuration, formatPercent, formatResult } from '../raid-format.ts';

/** Numbers of pulls, both ends included. */
export interface PullRange {
  readonly low: number;
  readonly high: number;
}

/** The range between two pulls, whichever is the earlier. */
export function rangeBetween(one: number, other: number): PullRange {
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

export function pullsIn(pulls: readonly ProgressPull[], { low, high }: PullRange): readonly ProgressPull[] {
  return pulls.filter(({ number }) => number >= low && number <= high);
}

/** Pulls of one night that follow each other. */
export interface NightSpan {
  /** Null: pulls of which no night is known. */
  readonly night: string | null;
  /** Numbers of its first and last pull. */
  readonly first: number;
  readonly last: number;
}

/** Where one night ends and the next begins, in the order of the pulls. */
export function nightSpans(pulls: readonly ProgressPull[]): readonly NightSpan[] {
  const spans: NightSpan[] = [];
  for (const { night, number } of pulls) {
    const open = spans.at(-1);
    if (open?.night === night) spans[spans.length - 1] = { ...open, last: number };
    else spans.push({ night, first: number, last: number });
  }
  return spans;
}

/** What a night's pulls come to, with the middle of their lengths. */
export interface NightFigures extends ProgressNight {
  readonly deathsPerPull: number | null;
  readonly shortestSeconds: number | null;
  readonly medianSeconds: number | null;
  readonly longestSeconds: number | null;
}

/** The nights, oldest first. */
export function nightFigures({ nights, pulls }: Pick<BossPulls, 'nights' | 'pulls'>): readonly NightFigures[] {
  const byNight = Map.groupBy(pulls, ({ night }) => night);
  return nights.map((night) => {
    const own = byNight.get(night.night) ?? [];
    const lengths = own
      .flatMap(({ durationSeconds }) => (durationSeconds === null ? [] : [durationSeconds]))
      .toSorted((one, other) => one - other);
    const known = own.filter(({ deaths }) => deaths !== null);
    return {
      ...night,
      // Only pulls that list participants can tell of deaths.
      deathsPerPull: known.length === 0 ? null : night.deaths / known.length,
      shortestSeconds: lengths[0] ?? null,
      medianSeconds: lengths[(lengths.length - 1) >> 1] ?? null,
      longestSeconds: lengths.at(-1) ?? null,
    };
  });
}

export function firstKillOf(pulls: readonly ProgressPull[]): ProgressPull | null {
  return pulls.find(({ result }) => result === 'kill') ?? null;
}

/** The wipe that left the least health; of several the first. */
export function bestWipeOf(pulls: readonly ProgressPull[]): ProgressPull | null {
  const wipes = pulls.filter(({ result }) => result === 'wipe');
  return wipes.reduce<ProgressPull | null>(
    (best, pull) => (best === null || pull.healthLeft < best.healthLeft ? pull : best),
    null,
  );
}

/** So many of the pulls with the least health left (of kills the shortest), in the order in which they were fought. */
export function bestPulls(pulls: readonly ProgressPull[], limit: number): readonly ProgressPull[] {
  const lengthOf = ({ durationSeconds }: ProgressPull) => durationSeconds ?? Number.POSITIVE_INFINITY;
  return pulls
    .toSorted(
      (one, other) =>
        one.healthLeft - other.healthLeft ||
        (one.result === 'kill' && other.result === 'kill' ? compare(lengthOf(one), lengthOf(other)) : 0) ||
        one.number - other.number,
    )
    .slice(0, limit)
    .toSorted((one, other) => one.number - other.number);
}

/** Infinity less infinity would be no number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** A pull in a sentence, for tooltips and screen readers. */
export function sayPull(pull: ProgressPull): string {
  const { number, night, bestSoFar, deaths, durationSeconds } = pull;
  return [
    `Pull ${number}`,
    formatResult(pull),
    `best so far ${formatPercent(bestSoFar)}`,
    durationSeconds === null ? 'length not known' : formatDuration(durationSeconds),
    deaths === null ? 'deaths not known' : formatQuantity(deaths, 'death'),
    night === null ? 'night not known' : `night of ${night}`,
  ].join(', ');
}

/** `3.4`; of pulls that list participants. */
export function formatPerPull(count: number | null): string {
  return count === null ? dash : `${Math.round(count * 10) / 10}`;
}
