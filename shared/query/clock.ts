import type { FilterValue } from './query.ts';

/** Seconds after local midnight by the clock on the wall, the first included, the last not; `end <= start`: past midnight. */
export interface ClockSpan {
  readonly start: number;
  readonly end: number;
}

const clockPattern = /^(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?: ?(?<half>am|pm))?$/;
const day = 86_400;

/** Reads `20`, `20:15`, `8pm`, `8:15pm`: that hour or minute; null if the text is none. */
export function readClock(text: string): ClockSpan | null {
  const groups = clockPattern.exec(text.trim().toLowerCase())?.groups;
  if (groups === undefined) return null;
  const { minute, half } = groups;
  const typed = Number(groups['hour']);
  if (typed > (half === undefined ? 23 : 12) || (half !== undefined && typed === 0)) return null;
  if (Number(minute ?? 0) > 59) return null;
  const hour = half === undefined ? typed : (typed % 12) + (half === 'pm' ? 12 : 0);
  const start = hour * 3600 + Number(minute ?? 0) * 60;
  return { start, end: start + (minute === undefined ? 3600 : 60) };
}

/** The time of day that a value of a clock key takes; null if it takes none. */
export function clockSpanOf(value: FilterValue): ClockSpan | null {
  if (value.kind === 'word') return readClock(value.text);
  if (value.kind !== 'range') return null;
  const start = value.low === null ? 0 : readClock(value.low)?.start;
  const end = value.high === null ? day : readClock(value.high)?.end;
  return start === undefined || end === undefined ? null : { start, end };
}

/** As a query's canonical text writes them. Weekday 1 is Monday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The short name of a weekday typed in any length from two letters on; null if it is none. */
export function readWeekday(text: string): (typeof weekdays)[number] | null {
  const word = text.trim().toLowerCase();
  const index = word.length < 2 ? -1 : weekdayNames.findIndex((full) => full.startsWith(word));
  return weekdays[index] ?? null;
}

/** The weekdays (1 is Monday, 7 Sunday) that a value of a weekday key takes, in order. */
export function weekdaysOf(value: FilterValue): readonly number[] {
  if (value.kind !== 'word' && value.kind !== 'range') return [];
  const [low, high] = value.kind === 'word' ? [value.text, value.text] : [value.low ?? '', value.high ?? ''];
  const first = weekdays.findIndex((name) => name === readWeekday(low));
  const last = weekdays.findIndex((name) => name === readWeekday(high));
  if (first < 0 || last < 0) return [];
  const isIn = (index: number): boolean =>
    first <= last ? index >= first && index <= last : index >= first || index <= last;
  return weekdays.flatMap((_, index) => (isIn(index) ? [index + 1] : []));
}
