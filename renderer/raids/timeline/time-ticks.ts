import { localTimeAt, momentOf, type LocalTime } from '../../../shared/query/time-zone.ts';
import type { TimeWindow } from './time-window.ts';

/** A moment on the time axis and what is written there. */
export interface TimeTick {
  /** Seconds since 1970, UTC. */
  readonly second: number;
  readonly label: string;
}

/** What stands on the axis: short labels, and below them the longer stretches that they are parts of. */
export interface TimeTicks {
  readonly fine: readonly TimeTick[];
  /** Where stretches begin; the first may have begun before the window. */
  readonly coarse: readonly TimeTick[];
}

type TickUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute';

interface TickStep {
  readonly unit: TickUnit;
  readonly count: number;
  /** At least. */
  readonly seconds: number;
  /** Characters of its longest label. */
  readonly letters: number;
}

const day = 86_400;

/** From the closest to the widest; on the clocks and the calendar of the zone. */
const steps: readonly TickStep[] = [
  ...[1, 5, 15, 30].map((count) => ({ unit: 'minute', count, seconds: count * 60, letters: 5 }) as const),
  ...[1, 3, 6].map((count) => ({ unit: 'hour', count, seconds: count * 3600, letters: 5 }) as const),
  { unit: 'day', count: 1, seconds: 23 * 3600, letters: 6 },
  { unit: 'week', count: 1, seconds: 7 * day - 3600, letters: 6 },
  ...[1, 3].map((count) => ({ unit: 'month', count, seconds: count * 28 * day, letters: 3 }) as const),
  ...[1, 2, 5, 10].map((count) => ({ unit: 'year', count, seconds: count * 365 * day, letters: 4 }) as const),
];

const coarseUnits: Readonly<Record<TickUnit, 'year' | 'month' | 'day' | null>> = {
  year: null,
  month: 'year',
  week: 'month',
  day: 'month',
  hour: 'day',
  minute: 'day',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** Ticks as close as their labels allow. `roomFor`: pixels for a label of so many characters, with the gap beside it. */
export function timeTicks(
  window: TimeWindow,
  width: number,
  timeZone: string,
  roomFor: (letters: number) => number,
): TimeTicks {
  const secondsPerPixel = (window.end - window.start) / Math.max(1, width);
  const fits = ({ seconds, letters }: TickStep) => seconds / secondsPerPixel >= roomFor(letters);
  const step = steps.find(fits) ?? { unit: 'year', count: 20, seconds: 0, letters: 4 };
  const coarseUnit = coarseUnits[step.unit];
  const fine = momentsOf(step.unit, step.count, window, timeZone).filter((second) => second >= window.start);
  return {
    fine: fine.map((second) => ({ second, label: fineLabel(step.unit, localTimeAt(second, timeZone)) })),
    coarse:
      coarseUnit === null
        ? []
        : momentsOf(coarseUnit, 1, window, timeZone).map((second) => {
            return { second, label: coarseLabel(coarseUnit, localTimeAt(second, timeZone)) };
          }),
  };
}

/** Where stretches begin, from the one that goes on at the window's start; a time that clocks skip is left out. */
function momentsOf(unit: TickUnit, count: number, window: TimeWindow, timeZone: string): readonly number[] {
  const first = beginningOf(unit, count, localTimeAt(window.start, timeZone));
  const moments: number[] = [];
  for (let number = 0; ; number += count) {
    const second = momentOf(later(first, unit, number), timeZone);
    if (second > window.end) return moments;
    if (second > (moments.at(-1) ?? Number.NEGATIVE_INFINITY)) moments.push(second);
  }
}

function beginningOf(unit: TickUnit, count: number, local: LocalTime): LocalTime {
  const down = (value: number): number => value - (value % count);
  const midnight = { ...local, hour: 0, minute: 0, second: 0 };
  switch (unit) {
    case 'minute':
      return { ...local, minute: down(local.minute), second: 0 };
    case 'hour':
      return { ...local, hour: down(local.hour), minute: 0, second: 0 };
    case 'day':
      return midnight;
    case 'week':
      return { ...midnight, day: local.day - ((weekdayOf(local) + 6) % 7) };
    case 'month':
      return { ...midnight, day: 1, month: 1 + down(local.month - 1) };
    case 'year':
      return { ...midnight, day: 1, month: 1, year: down(local.year) };
  }
}

function later(local: LocalTime, unit: TickUnit, count: number): LocalTime {
  return unit === 'week' ? { ...local, day: local.day + 7 * count } : { ...local, [unit]: local[unit] + count };
}

function weekdayOf({ year, month, day }: LocalTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function fineLabel(unit: TickUnit, local: LocalTime): string {
  switch (unit) {
    case 'minute':
    case 'hour':
      return `${two(local.hour)}:${two(local.minute)}`;
    case 'day':
      return `${weekdays[weekdayOf(local)] ?? ''} ${local.day}`;
    case 'week':
      return `${local.day} ${months[local.month - 1] ?? ''}`;
    case 'month':
      return months[local.month - 1] ?? '';
    case 'year':
      return String(local.year);
  }
}

function coarseLabel(unit: 'year' | 'month' | 'day', local: LocalTime): string {
  const { year, month } = local;
  if (unit === 'year') return String(year);
  if (unit === 'month') return `${months[month - 1] ?? ''} ${year}`;
  return `${weekdays[weekdayOf(local)] ?? ''} ${year}-${two(month)}-${two(local.day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2025-11-22 20:15`, as a date filter takes it. */
export function minuteText(second: number, timeZone: string): string {
  const { year, month, day, hour, minute } = localTimeAt(second, timeZone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** The filter that finds what began between two moments: from the minute of the one to that of the other. */
export function dateFilter(start: number, end: number, timeZone: string): string {
  const first = minuteText(start, timeZone);
  const last = minuteText(end, timeZone);
  return first === last ? `date:"${first}"` : `date:"${first}".."${last}"`;
}
