import { localTimeAt } from '../../shared/query/time-zone.ts';

/** Part of time in which a zone's clocks keep one distance to UTC. Seconds since 1970; `end` is not included. */
export interface OffsetStretch {
  readonly start: number;
  readonly end: number;
  /** Seconds that the clocks are ahead of UTC. */
  readonly offset: number;
}

/** When the clocks are set, and the offset from then on. */
interface OffsetChange {
  readonly at: number;
  readonly offset: number;
}

/** The shortest known time between two changes is four weeks (Morocco around Ramadan). */
const probeSeconds = 7 * 86_400;
const knownYears = new Map<string, readonly OffsetChange[]>();

/**
 * The stretches of constant offset from one second up to another (not included), oldest first and without gaps. A year
 * of a zone takes half a millisecond the first time and is remembered.
 */
export function offsetStretches(timeZone: string, start: number, end: number): readonly OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  let from = start;
  let offset = offsetAt(start, timeZone);
  for (let year = yearOf(start); yearStart(year) < end; year++) {
    for (const change of changesOfYear(timeZone, year)) {
      if (change.at <= from || change.at >= end) continue;
      stretches.push({ start: from, end: change.at, offset });
      from = change.at;
      offset = change.offset;
    }
  }
  return from < end ? [...stretches, { start: from, end, offset }] : stretches;
}

function changesOfYear(timeZone: string, year: number): readonly OffsetChange[] {
  const key = `${timeZone} ${year}`;
  let known = knownYears.get(key);
  if (known === undefined) {
    known = findChanges(timeZone, yearStart(year), yearStart(year + 1));
    knownYears.set(key, known);
  }
  return known;
}

function findChanges(timeZone: string, start: number, end: number): readonly OffsetChange[] {
  // A second before the year, so that a change at its very beginning belongs to it.
  let before = start - 1;
  let offset = offsetAt(before, timeZone);
  const changes: OffsetChange[] = [];
  while (before < end - 1) {
    const after = Math.min(before + probeSeconds, end - 1);
    const next = offsetAt(after, timeZone);
    if (next !== offset) changes.push({ at: firstSecondOf(next, before, after, timeZone), offset: next });
    before = after;
    offset = next;
  }
  return changes;
}

/** `before` has another offset, `after` has this one, and there is one change between them. */
function firstSecondOf(offset: number, before: number, after: number, timeZone: string): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === offset) high = middle;
    else low = middle;
  }
  return high;
}

function offsetAt(seconds: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = localTimeAt(seconds, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
}

function yearOf(seconds: number): number {
  return new Date(seconds * 1000).getUTCFullYear();
}

function yearStart(year: number): number {
  return Date.UTC(year, 0, 1) / 1000;
}
