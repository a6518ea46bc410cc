import type { FilterValue } from './query.ts';
import { localTimeAt, momentOf, type LocalTime } from './time-zone.ts';

/** The part of time that a date value names, first moment included, last one not; seconds since 1970, UTC. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

type CalendarUnit = keyof LocalTime;

/** A date as typed: a year, month, day, minute or second of the calendar, or a stretch counted back from now. */
export type DateValue =
  | { readonly kind: 'calendar'; readonly unit: CalendarUnit; readonly time: LocalTime }
  | { readonly kind: 'daysAgo'; readonly count: number }
  | { readonly kind: 'hoursAgo'; readonly count: number }
  /** Whole weeks (from Monday on), months or years before this one. */
  | { readonly kind: 'unitsAgo'; readonly unit: 'week' | 'month' | 'year'; readonly count: number };

const wordValues: ReadonlyMap<string, DateValue> = new Map<string, DateValue>([
  ['today', { kind: 'daysAgo', count: 0 }],
  ['yesterday', { kind: 'daysAgo', count: 1 }],
  ['this-week', { kind: 'unitsAgo', unit: 'week', count: 0 }],
  ['last-week', { kind: 'unitsAgo', unit: 'week', count: 1 }],
  ['this-month', { kind: 'unitsAgo', unit: 'month', count: 0 }],
  ['last-month', { kind: 'unitsAgo', unit: 'month', count: 1 }],
  ['this-year', { kind: 'unitsAgo', unit: 'year', count: 0 }],
  ['last-year', { kind: 'unitsAgo', unit: 'year', count: 1 }],
]);

/** The dates that are words, in the order in which they are offered. */
export const dateWords: readonly string[] = [...wordValues.keys()];

const calendarPattern =
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2})(?:[ T]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?)?)?$/i;
const relativePattern = /^-(?<count>\d{1,5})(?<unit>[dwh])$/i;

/** Reads `2025`, `2025-11`, `2025-11-22`, `2025-11-22 20:15[:30]`, `today`, `last-week`, `-7d`, `-2w`, `-12h`. */
export function readDateValue(text: string): DateValue | null {
  const word = text.trim().toLowerCase();
  const named = wordValues.get(word);
  if (named !== undefined) return named;
  const relative = relativePattern.exec(word)?.groups;
  if (relative !== undefined) {
    const count = Number(relative['count']);
    if (relative['unit'] === 'h') return { kind: 'hoursAgo', count };
    return { kind: 'daysAgo', count: relative['unit'] === 'w' ? count * 7 : count };
  }
  return readCalendarValue(word);
}

function readCalendarValue(word: string): DateValue | null {
  const groups = calendarPattern.exec(word)?.groups;
  if (groups === undefined) return null;
  const { year, month, day, hour, minute, second } = groups;
  const time: LocalTime = {
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (!isOnCalendar(time)) return null;
  const units: readonly (readonly [CalendarUnit, string | undefined])[] = [
    ['second', second],
    ['minute', minute],
    ['day', day],
    ['month', month],
  ];
  return { kind: 'calendar', unit: units.find(([, typed]) => typed !== undefined)?.[0] ?? 'year', time };
}

function isOnCalendar({ year, month, day, hour, minute, second }: LocalTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return year >= 1970 && isDay && hour <= 23 && minute <= 59 && second <= 59;
}

/** The span of a date value for a person in a zone at a moment (`now`: seconds since 1970). */
export function timeSpanOf(value: DateValue, timeZone: string, now: number): TimeSpan {
  switch (value.kind) {
    case 'calendar':
      return {
        start: momentOf(value.time, timeZone),
        end: momentOf({ ...value.time, [value.unit]: value.time[value.unit] + 1 }, timeZone),
      };
    case 'daysAgo': {
      const { year, month, day } = localTimeAt(now, timeZone);
      const midnight = (date: number): number =>
        momentOf({ year, month, day: date, hour: 0, minute: 0, second: 0 }, timeZone);
      return { start: midnight(day - value.count), end: midnight(day - value.count + 1) };
    }
    case 'hoursAgo':
      return { start: Math.floor(now) - value.count * 3600, end: Math.floor(now) - (value.count - 1) * 3600 };
    case 'unitsAgo':
      return unitsAgo(value.unit, value.count, timeZone, now);
  }
}

function unitsAgo(unit: 'week' | 'month' | 'year', count: number, timeZone: string, now: number): TimeSpan {
  const { year, month, day } = localTimeAt(now, timeZone);
  const midnight = (ofYear: number, ofMonth: number, ofDay: number): number =>
    momentOf({ year: ofYear, month: ofMonth, day: ofDay, hour: 0, minute: 0, second: 0 }, timeZone);
  switch (unit) {
    case 'week': {
      const daysSinceMonday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
      const monday = day - daysSinceMonday - count * 7;
      return { start: midnight(year, month, monday), end: midnight(year, month, monday + 7) };
    }
    case 'month':
      return { start: midnight(year, month - count, 1), end: midnight(year, month - count + 1, 1) };
    case 'year':
      return { start: midnight(year - count, 1, 1), end: midnight(year - count + 1, 1, 1) };
  }
}

/** Seconds since 1970, UTC; the first moment included, the last one not; null is open. */
export interface OpenTimeSpan {
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * The time that a value of a date key takes (`before:` and `after:` take only its `start`); null for `any` and `none`.
 * A range whose ends turn out swapped ends before it starts.
 */
export function timeSpanOfValue(value: FilterValue, timeZone: string, now: number): OpenTimeSpan | null {
  return spanOfDates(value, (text) => {
    const date = readDateValue(text);
    return date && timeSpanOf(date, timeZone, now);
  });
}

/** The same for dates that `spanOf` knows how to read. */
export function spanOfDates(value: FilterValue, spanOf: (text: string) => TimeSpan | null): OpenTimeSpan | null {
  const read = (text: string | null): TimeSpan | null => (text === null ? null : spanOf(text));
  switch (value.kind) {
    case 'word':
      return read(value.text);
    case 'range':
      return { start: read(value.low)?.start ?? null, end: read(value.high)?.end ?? null };
    case 'compare': {
      const span = read(value.text);
      if (span === null) return null;
      if (value.operator === '>') return { start: span.end, end: null };
      if (value.operator === '>=') return { start: span.start, end: null };
      return { start: null, end: value.operator === '<' ? span.start : span.end };
    }
    default:
      return null;
  }
}
