import { offsetStretches } from '../messages/zone-offsets.ts';
import type { RaidCatalogue } from './catalogue.ts';

const daySeconds = 86_400;

const clocks = new WeakMap<RaidCatalogue, Map<string, Float64Array>>();

/**
 * What the clocks of a zone showed when each raid began, as seconds since 1970-01-01 00:00 on them; NaN where that is not
 * known. Kept for each zone: it is the same for every query.
 */
export function localClockOf(catalogue: RaidCatalogue, timeZone: string): Float64Array {
  const known = clocks.get(catalogue) ?? new Map<string, Float64Array>();
  clocks.set(catalogue, known);
  let clock = known.get(timeZone);
  if (clock === undefined) {
    clock = readClock(catalogue, timeZone);
    known.set(timeZone, clock);
  }
  return clock;
}

/** The entries stand in the order in which they began, those of unknown time first: one walk along the zone's changes. */
function readClock({ entries }: RaidCatalogue, timeZone: string): Float64Array {
  const clock = new Float64Array(entries.length).fill(Number.NaN);
  const first = entries.find(({ began }) => began !== null)?.began ?? 0;
  const last = entries.at(-1)?.began ?? 0;
  const stretches = offsetStretches(timeZone, first, last + 1);
  let place = 0;
  for (const { index, began } of entries) {
    if (began === null) continue;
    while (place < stretches.length - 1 && began >= (stretches[place]?.end ?? 0)) place += 1;
    clock[index] = began + (stretches[place]?.offset ?? 0);
  }
  return clock;
}

/** The night of a local time, as days since 1970; NaN for NaN. */
export function nightNumber(local: number, nightStartHour: number): number {
  return Math.floor((local - nightStartHour * 3600) / daySeconds);
}

/** `YYYY-MM-DD`. */
export function nightText(night: number): string {
  return new Date(night * daySeconds * 1000).toISOString().slice(0, 10);
}
