import { dateWords } from '../../shared/query/dates.ts';
import { weekdays } from '../../shared/query/clock.ts';
import { localTimeAt } from '../../shared/query/time-zone.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import type { Database } from '../library/open-database.ts';
import { PerState } from './library-state.ts';
import { startingWith, type ValueOption } from './suggest-option.ts';

/** Days with messages as `YYYY-MM-DD`, newest first, from the summary. */
const days = new PerState<readonly string[]>((database) =>
  allRows<{ readonly day: string }>(
    database,
    sql`SELECT date(day * 86400, 'unixepoch') AS day FROM (SELECT DISTINCT day FROM summary_days WHERE day > 0) ORDER BY day DESC`,
  ).map(({ day }) => day),
);

const option = (text: string, detail: string | null = null): ValueOption => ({
  text,
  label: text,
  detail,
  count: null,
});

/** Dates in words, then the newest years, months and days with messages that what was typed can become. */
export function listDates(database: Database, typed: string, limit: number): readonly ValueOption[] {
  return listDatesAmong(days.get(database), typed, limit);
}

/** The same for some days (`YYYY-MM-DD`, newest first). */
export function listDatesAmong(known: readonly string[], typed: string, limit: number): readonly ValueOption[] {
  const words = [...dateWords, '-7d', '-30d'].filter((word) => word.startsWith(typed.toLowerCase()));
  const months = [...new Set(known.map((day) => day.slice(0, 7)))];
  const years = [...new Set(known.map((day) => day.slice(0, 4)))];
  if (typed === '') {
    const named = words.slice(0, Math.max(1, limit - 6)).map((word) => option(word));
    return [...named, ...months.slice(0, 4).map(describeDate), ...known.slice(0, 2).map(describeDate)].slice(0, limit);
  }
  // `2025-1` is a beginning of October to December: months before their days, years before their months.
  const calendar = [...years, ...months, ...known].filter((date) => date.startsWith(typed));
  return [...words.map((word) => option(word)), ...calendar.map(describeDate)].slice(0, limit);
}

const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayName = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' });

function describeDate(text: string): ValueOption {
  if (text.length === 4) return option(text);
  return option(
    text,
    (text.length === 7 ? monthName : dayName).format(new Date(`${text.padEnd(10, '-01')}T00:00:00Z`)),
  );
}

const weekdayDetails = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export function listWeekdays(typed: string): readonly ValueOption[] {
  const all = [
    ...weekdays.map((day, index) => option(day, weekdayDetails[index] ?? null)),
    option('mon..fri', 'Working days'),
    option('sat..sun', 'Weekend'),
  ];
  return startingWith(all, typed, ({ label, detail }) => [label, detail ?? '']);
}

/** Parts of the day, and the hour that was typed. */
export function listClocks(typed: string): readonly ValueOption[] {
  const all = [
    option('06:00..11:59', 'Morning'),
    option('12:00..17:59', 'Afternoon'),
    option('18:00..23:59', 'Evening'),
    option('00:00..05:59', 'Night'),
  ];
  const hour = /^(\d{1,2})$/.exec(typed)?.[1];
  const parts = startingWith(all, typed, ({ label, detail }) => [label, detail ?? '']);
  if (hour === undefined || Number(hour) > 23) return parts;
  const padded = hour.padStart(2, '0');
  return [option(hour, `${padded}:00 to ${padded}:59`), option(`${padded}:00..`, `from ${padded}:00 on`), ...parts];
}

/** A UTC time of the library as clocks of a zone showed it: `2025-11-22 20:15`. */
export function localTimeText(utc: string, timeZone: string): string {
  const seconds = Date.parse(`${utc.replace(' ', 'T').replace(/Z$/, '')}Z`) / 1000;
  if (Number.isNaN(seconds)) return utc;
  const { year, month, day, hour, minute } = localTimeAt(seconds, timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
