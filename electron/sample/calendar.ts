import type { Random } from './random.ts';

export const secondsPerDay = 86_400;
/** The sample covers two years; all times are whole UTC seconds since 1970. */
export const periodStart = Date.UTC(2024, 10, 1) / 1000;
export const periodEnd = Date.UTC(2026, 9, 31, 23, 59, 59) / 1000;
export const periodDays = Math.ceil((periodEnd - periodStart) / secondsPerDay);

const minutesOfDay: readonly string[] = Array.from(
  { length: 1440 },
  (_, minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
);
const secondsOfMinute: readonly string[] = Array.from({ length: 60 }, (_, second) => String(second).padStart(2, '0'));
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  return text;
}

/** `YYYY-MM-DD HH:MM:SS` in UTC, as SQLite's CURRENT_TIMESTAMP writes it. */
export function formatTime(second: number): string {
  const day = Math.floor(second / secondsPerDay);
  const rest = second - day * secondsPerDay;
  const minute = Math.floor(rest / 60);
  return `${dayText(day)} ${minutesOfDay[minute] ?? ''}:${secondsOfMinute[rest - minute * 60] ?? ''}`;
}

/** 0 = Sunday, of a day counted from 1970. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Seconds that a zone is ahead of UTC on a day (at noon UTC: the hour of a clock change does not matter here). */
export function zoneOffset(zone: string, day: number): number {
  let format = offsetFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    offsetFormats.set(zone, format);
  }
  const name = format.formatToParts((day * secondsPerDay + 43_200) * 1000).find((part) => part.type === 'timeZoneName');
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name?.value ?? '');
  if (match === null) return 0;
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -size : size;
}

/** How busy each local hour is: quiet towards morning, a small peak at noon, the evening carries the day. */
const hourWeights = [14, 8, 5, 3, 2, 2, 3, 5, 8, 11, 14, 17, 20, 20, 19, 21, 26, 34, 46, 60, 68, 66, 52, 28];
const hourSums = hourWeights.map((_, hour) => hourWeights.slice(0, hour + 1).reduce((sum, weight) => sum + weight, 0));
const hourTotal = hourSums.at(-1) ?? 1;

/** A second of the local day, drawn by the daily rhythm. */
export function drawSecondOfDay(random: Random): number {
  const target = random.fraction() * hourTotal;
  let hour = 0;
  while (hour < 23 && (hourSums[hour] ?? 0) <= target) hour += 1;
  return hour * 3600 + random.below(3600);
}

/** How busy each day of the period is: growing over the years, weekends fuller, holidays and new content in waves. */
export function dayWeights(random: Random): number[] {
  return Array.from({ length: periodDays }, (_, index) => {
    const weekday = weekdayOf(Math.floor(periodStart / secondsPerDay) + index);
    const weekend = weekday === 0 || weekday === 6 ? 1.35 : weekday === 3 ? 1.12 : 1;
    const growth = 0.7 + (0.6 * index) / periodDays;
    const season = 1 + 0.35 * Math.exp(-(index % 182) / 30);
    return weekend * growth * season * (1 + 0.25 * random.wobble());
  });
}
