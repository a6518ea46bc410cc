import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { momentOf } from '../../shared/query/time-zone.ts';
import type { HistogramBucket, MessageHistogram } from '../../shared/messages/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { Deadline } from './deadline.ts';
import { countTimes, quarterSeconds } from './hit-times.ts';
import { readQuery } from './read-query.ts';
import { offsetStretches, type OffsetStretch } from './zone-offsets.ts';

const hourSeconds = 3600;
const daySeconds = 86_400;
/** Up to so many days each hour has a bucket. */
const mostDaysOfHours = 60;

/**
 * How many hits of a query fall on each local day, or on each local hour where all of them lie within 60 days, oldest
 * first; what has none is left out. Exact, unless `maxSeconds` were not enough: then the newest hits are counted.
 * Throws `bad_input` for a zone that is none.
 */
export function countByTime(context: OperationContext, input: ParsedInputOf<'messages.histogram'>): MessageHistogram {
  const { condition, zone: timeZone } = readQuery(context, input);
  const { quarters, isComplete } = countTimes(context, condition, Deadline.after(input.maxSeconds));
  const counts = [...quarters].toSorted(([one], [other]) => one - other);
  const first = counts[0]?.[0];
  const last = counts.at(-1)?.[0];
  if (first === undefined || last === undefined) return { unit: 'hour', buckets: [], isComplete };
  const isShort = (last - first) * quarterSeconds < mostDaysOfHours * daySeconds;
  const stretches = offsetStretches(timeZone, first * quarterSeconds, (last + 1) * quarterSeconds);
  return isShort
    ? { unit: 'hour', buckets: addUp(counts, stretches, hourBucket), isComplete }
    : { unit: 'day', buckets: addUp(counts, stretches, dayBucket(timeZone)), isComplete };
}

/** Where the bucket begins that a second falls into. */
type FindBucket = (second: number, stretch: OffsetStretch, isFirst: boolean) => number;

/** Both lists in ascending order; stretches without gaps. */
function addUp(
  counts: readonly (readonly [quarter: number, count: number])[],
  stretches: readonly OffsetStretch[],
  findBucket: FindBucket,
): readonly HistogramBucket[] {
  const buckets = new Map<number, number>();
  let at = 0;
  for (const [quarter, count] of counts) {
    const second = quarter * quarterSeconds;
    while (second >= (stretches[at]?.end ?? Infinity)) at++;
    const stretch = stretches[at];
    if (stretch === undefined) throw new RangeError('A hit lies outside the stretches of its zone');
    const start = findBucket(second, stretch, at === 0);
    buckets.set(start, (buckets.get(start) ?? 0) + count);
  }
  return [...buckets].map(([start, count]) => ({ start, count })).toSorted((one, other) => one.start - other.start);
}

/** Where clocks are set by half an hour, the hour is cut there. */
function hourBucket(second: number, { start, offset }: OffsetStretch, isFirst: boolean): number {
  const bucket = Math.floor((second + offset) / hourSeconds) * hourSeconds - offset;
  return isFirst ? bucket : Math.max(bucket, start);
}

function dayBucket(timeZone: string): FindBucket {
  /** Midnights that lie before the stretch of the day's hits: those of the first day and of days of a change. */
  const midnights = new Map<number, number>();
  return (second, { start, offset }) => {
    const day = Math.floor((second + offset) / daySeconds);
    const midnight = day * daySeconds - offset;
    if (midnight >= start) return midnight;
    let found = midnights.get(day);
    if (found === undefined) {
      found = midnightOf(day, timeZone);
      midnights.set(day, found);
    }
    return found;
  };
}

/** `day`: days since 1970 on the zone's calendar. */
function midnightOf(day: number, timeZone: string): number {
  return momentOf({ year: 1970, month: 1, day: day + 1, hour: 0, minute: 0, second: 0 }, timeZone);
}
