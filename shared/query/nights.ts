import { readDateValue, spanOfDates, timeSpanOf, type DateValue, type OpenTimeSpan, type TimeSpan } from './dates.ts';
import type { FilterValue } from './query.ts';
import { localTimeAt, momentOf } from './time-zone.ts';

/** A night runs from this hour of its day to the same hour of the next: raids that end after midnight belong to it. */
export const defaultNightStartHour = 6;

/** As a date is read, but nothing shorter than a day: no `-12h`, no time of day. Null if the text is none. */
export function readNightValue(text: string): DateValue | null {
  const value = readDateValue(text);
  if (value === null || value.kind === 'hoursAgo') return null;
  const isShort = value.kind === 'calendar' && ['hour', 'minute', 'second'].includes(value.unit);
  return isShort ? null : value;
}

/**
 * The nights that a value of a night key takes, as one span of seconds since 1970 (the first moment included, the last
 * not; null is open); null for `any` and `none`. The night of a day, month or year begins on its first day at
 * `nightStartHour` (0-23) and ends at that hour of the day after its last; `today` is the night that is going on, at two
 * in the morning that of the day before. By the clocks of the zone: nights around their change are shorter or longer.
 */
export function nightSpanOfValue(
  value: FilterValue,
  timeZone: string,
  now: number,
  nightStartHour: number = defaultNightStartHour,
): OpenTimeSpan | null {
  const day = dayOfNight(now, timeZone, nightStartHour);
  return spanOfDates(value, (text): TimeSpan | null => {
    const night = readNightValue(text);
    if (night === null) return null;
    const { start, end } = timeSpanOf(night, timeZone, day);
    return { start: hourOfDay(start, timeZone, nightStartHour), end: hourOfDay(end, timeZone, nightStartHour) };
  });
}

/** Noon of the day whose night a moment is in; seconds since 1970. */
export function dayOfNight(moment: number, timeZone: string, nightStartHour: number): number {
  const { year, month, day, hour } = localTimeAt(moment, timeZone);
  const isBefore = hour < nightStartHour;
  return momentOf({ year, month, day: isBefore ? day - 1 : day, hour: 12, minute: 0, second: 0 }, timeZone);
}

function hourOfDay(midnight: number, timeZone: string, hour: number): number {
  const { year, month, day } = localTimeAt(midnight, timeZone);
  return momentOf({ year, month, day, hour, minute: 0, second: 0 }, timeZone);
}
