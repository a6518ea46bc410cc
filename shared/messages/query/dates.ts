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
  | { readonly kind: 'hoursAgo'; readonly count: number };

const calendarPattern =
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2})(?:[ T]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?)?)?$/i;
const relativePattern = /^-(?<count>\d{1,5})(?<unit>[dwh])$/i;

/** Reads `2025`, `2025-11`, `2025-11-22`, `2025-11-22 20:15[:30]`, `today`, `yesterday`, `-7d`, `-2w`, `-12h`. */
export function readDateValue(text: string): DateValue | null {
  const word = text.trim().toLowerCase();
  if (word === 'today') return { kind: 'daysAgo', count: 0 };
  if (word === 'yesterday') return { kind: 'daysAgo', count: 1 };
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
  }
}
