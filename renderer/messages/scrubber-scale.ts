import { localTimeAt, momentOf } from '../../shared/query/time-zone.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Messages per day or hour of one zone, oldest first; those without any are left out. */
export interface TimeBuckets {
  readonly unit: 'day' | 'hour';
  /** `start`: seconds since 1970, UTC. */
  readonly buckets: readonly { readonly start: number; readonly count: number }[];
}

/**
 * Maps time to the scrubber's height: each day (or hour) of the zone is as tall as any other. Buckets are counted from
 * the oldest, empty ones included; positions are fractions of the height from the top.
 */
export interface ScrubberScale {
  readonly unit: 'day' | 'hour';
  readonly timeZone: string;
  readonly isNewestOnTop: boolean;
  readonly bucketCount: number;
  /** Start of the oldest bucket, milliseconds since 1970. */
  readonly start: number;
  /** Hits, and all messages of the library, by bucket. */
  readonly hits: ReadonlyMap<number, number>;
  readonly all: ReadonlyMap<number, number>;
}

interface ScaleInput {
  readonly hits: TimeBuckets;
  readonly all: TimeBuckets;
  readonly timeZone: string;
  readonly isNewestOnTop: boolean;
}

/** Hits over less of the library's time than this get the whole height; more of it, and the scale holds still. */
const zoomShare = 0.5;

/** The scale over the hits' time, or the whole library's if they cover most of it; null when no message has a time. */
export function scrubberScale({ hits, all, timeZone, isNewestOnTop }: ScaleInput): ScrubberScale | null {
  const hitSpan = spanOf(hits);
  const wholeSpan = spanOf(all);
  const isZoomed =
    hits.unit !== all.unit || (hitSpan && wholeSpan && hitSpan.lengthMs < wholeSpan.lengthMs * zoomShare);
  const span = hitSpan && wholeSpan && !isZoomed ? joined(hitSpan, wholeSpan) : (hitSpan ?? wholeSpan);
  if (span === null) return null;
  const { unit } = hitSpan ? hits : all;
  const stepMs = unit === 'day' ? dayMs : hourMs;
  const bucketCount = Math.max(1, Math.round(span.lengthMs / stepMs));
  return {
    unit,
    timeZone,
    isNewestOnTop,
    bucketCount,
    start: span.start,
    hits: countsByBucket(hits, span.start, stepMs, bucketCount),
    all: all.unit === unit ? countsByBucket(all, span.start, stepMs, bucketCount) : new Map(),
  };
}

interface Span {
  readonly start: number;
  readonly lengthMs: number;
}

function spanOf({ unit, buckets }: TimeBuckets): Span | null {
  const first = buckets[0];
  const last = buckets.at(-1);
  if (first === undefined || last === undefined) return null;
  const stepMs = unit === 'day' ? dayMs : hourMs;
  return { start: first.start * 1000, lengthMs: (last.start - first.start) * 1000 + stepMs };
}

function joined(one: Span, other: Span): Span {
  const start = Math.min(one.start, other.start);
  const end = Math.max(one.start + one.lengthMs, other.start + other.lengthMs);
  return { start, lengthMs: end - start };
}

function countsByBucket(
  { buckets }: TimeBuckets,
  scaleStart: number,
  stepMs: number,
  bucketCount: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { start, count } of buckets) {
    // Where clocks change, midnights are an hour more or less apart than a day: rounding makes up for it.
    const bucket = Math.round((start * 1000 - scaleStart) / stepMs);
    if (bucket >= 0 && bucket < bucketCount) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  }
  return counts;
}

/** The bucket that holds a moment (milliseconds since 1970), or the nearest. */
export function bucketAt(scale: ScrubberScale, moment: number): number {
  return clampBucket(scale, Math.floor(placeOf(scale, moment)));
}

/** Buckets from the oldest to a moment, with the part of its own that has passed. */
function placeOf(scale: ScrubberScale, moment: number): number {
  if (scale.unit === 'hour') return (moment - scale.start) / hourMs;
  const day = dayNumberAt(moment, scale.timeZone) - dayNumberAt(scale.start, scale.timeZone);
  const { hour, minute } = localTimeAt(moment / 1000, scale.timeZone);
  return day + (hour * 60 + minute) / 1440;
}

function dayNumberAt(moment: number, timeZone: string): number {
  const { year, month, day } = localTimeAt(moment / 1000, timeZone);
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** Start of a bucket, milliseconds since 1970; of the one after the newest: the scale's end. */
export function startOfBucket(scale: ScrubberScale, bucket: number): number {
  if (scale.unit === 'hour') return scale.start + bucket * hourMs;
  const { year, month, day } = localTimeAt(scale.start / 1000, scale.timeZone);
  return momentOf({ year, month, day: day + bucket, hour: 0, minute: 0, second: 0 }, scale.timeZone) * 1000;
}

/** From where the list shows a bucket at its top: its last second with the newest on top, else its first. */
export function jumpTarget(scale: ScrubberScale, bucket: number): number {
  const clamped = clampBucket(scale, bucket);
  return scale.isNewestOnTop ? startOfBucket(scale, clamped + 1) - 1000 : startOfBucket(scale, clamped);
}

/** 0 at the top, 1 at the bottom. */
export function fractionAt(scale: ScrubberScale, moment: number): number {
  const share = Math.max(0, Math.min(1, placeOf(scale, moment) / scale.bucketCount));
  return scale.isNewestOnTop ? 1 - share : share;
}

/** Where a bucket begins and ends on the height, the upper edge first. */
export function edgesOf(scale: ScrubberScale, low: number, high = low): readonly [top: number, bottom: number] {
  const from = low / scale.bucketCount;
  const to = (high + 1) / scale.bucketCount;
  return scale.isNewestOnTop ? [1 - to, 1 - from] : [from, to];
}

/** The bucket at a fraction of the height. */
export function bucketAtFraction(scale: ScrubberScale, fraction: number): number {
  const share = scale.isNewestOnTop ? 1 - fraction : fraction;
  // Standing right on an edge, the bucket below it is meant.
  const place = share * scale.bucketCount;
  return clampBucket(scale, scale.isNewestOnTop ? Math.ceil(place - 1e-9) - 1 : Math.floor(place + 1e-9));
}

export function clampBucket(scale: ScrubberScale, bucket: number): number {
  return Math.max(0, Math.min(scale.bucketCount - 1, bucket));
}

/** Hits in the buckets from `low` to `high`, both included. */
export function hitsBetween(scale: ScrubberScale, low: number, high: number): number {
  let sum = 0;
  for (let bucket = low; bucket <= high; bucket += 1) sum += scale.hits.get(bucket) ?? 0;
  return sum;
}

/**
 * Bar lengths, 0-1, for `slotCount` slots of equal height from the top. The busiest twentieth share the full length, so
 * that one raid week does not flatten the rest of the years.
 */
export function barLengths(
  scale: ScrubberScale,
  counts: ReadonlyMap<number, number>,
  slotCount: number,
): readonly number[] {
  const sums = Array.from({ length: slotCount }, () => 0);
  for (const [bucket, count] of counts) {
    const [top, bottom] = edgesOf(scale, bucket);
    const from = top * slotCount;
    const to = bottom * slotCount;
    // A bucket taller than a slot fills every slot that it covers.
    for (let slot = Math.floor(from + 1e-9); slot < Math.min(slotCount, Math.ceil(to - 1e-9)); slot += 1) {
      const covered = Math.min(to, slot + 1) - Math.max(from, slot);
      sums[slot] = (sums[slot] ?? 0) + (count * covered) / (to - from);
    }
  }
  const busy = sums.filter((sum) => sum > 0).sort((a, b) => a - b);
  const full = busy[Math.floor(busy.length * 0.95)] ?? 1;
  return sums.map((sum) => (sum > 0 ? Math.min(1, Math.max(0.05, sum / full)) : 0));
}
