import type { RaidNight } from '../../shared/raids/types.ts';
import type { ChartSize } from '../charts/chart-size.ts';

/** Where a night stands in the picture; CSS pixels. */
export interface NightCell {
  readonly night: RaidNight;
  readonly x: number;
  readonly y: number;
  /** 1-4: how many pulls, of the most that a night had. */
  readonly shade: number;
}

export interface DayCell {
  readonly day: number;
  readonly x: number;
  readonly y: number;
}

export interface MonthBlock {
  /** `2025-11` */
  readonly month: string;
  readonly x: number;
  readonly y: number;
  readonly nights: readonly NightCell[];
  /** Days on which no night began. */
  readonly otherDays: readonly DayCell[];
}

export interface YearBlock {
  /** `2025` */
  readonly year: string;
  readonly y: number;
  readonly nightCount: number;
  readonly pullCount: number;
  readonly killCount: number;
  readonly months: readonly MonthBlock[];
}

export interface CalendarLayout {
  /** Newest first, as their months are. */
  readonly years: readonly YearBlock[];
  /** The edge of a day's square. */
  readonly cell: number;
  readonly height: number;
}

const shades = 4;
/** Months side by side: a year's twelve fill whole rows. */
const columnCounts = [12, 6, 4, 3, 2, 1];
const leastMonthRem = 15;
const mostCellRem = 2.25;
const gapRem = 0.125;
const monthMarginRem = 1.25;
const yearTitleRem = 2.25;
const monthTitleRem = 1.5;
const weekdaysRem = 1.125;
const daysPerWeek = 7;
const weeks = 6;

/** Every night of a query in the months of its years; from the first month with a night to the last, without the years between them that have none. */
export function layOutCalendar(
  nights: readonly RaidNight[],
  { width, rem }: Omit<ChartSize, 'height'>,
): CalendarLayout {
  const columns = columnCounts.find((count) => (width + monthMarginRem * rem) / count >= leastMonthRem * rem) ?? 1;
  const monthWidth = (width + monthMarginRem * rem) / columns;
  const step = Math.min((mostCellRem + gapRem) * rem, (monthWidth - monthMarginRem * rem) / daysPerWeek);
  const cell = step - gapRem * rem;
  const titleHeight = (monthTitleRem + weekdaysRem) * rem;
  const monthHeight = titleHeight + weeks * step + 0.5 * rem;
  const most = nights.reduce((sum, { pullCount }) => Math.max(sum, pullCount), 1);
  const byMonth = Map.groupBy(nights, ({ night }) => night.slice(0, 7));
  let top = 0;
  const years = [...Map.groupBy(nights, ({ night }) => night.slice(0, 4))]
    .toReversed()
    .map(([year, ofYear]): YearBlock => {
      const y = top;
      const months = monthsOf(year, nights).map((month, index): MonthBlock => {
        const x = (index % columns) * monthWidth;
        const monthY = y + yearTitleRem * rem + Math.floor(index / columns) * monthHeight;
        const found = new Map((byMonth.get(month) ?? []).map((night) => [Number(night.night.slice(8)), night]));
        const cells = daysOf(month).map(({ day, column, row }) => ({
          day,
          x: x + column * step,
          y: monthY + titleHeight + row * step,
        }));
        return {
          month,
          x,
          y: monthY,
          nights: cells.flatMap(({ day, ...place }) => {
            const night = found.get(day);
            return night === undefined
              ? []
              : [{ night, ...place, shade: Math.ceil((shades * night.pullCount) / most) }];
          }),
          otherDays: cells.filter(({ day }) => !found.has(day)),
        };
      });
      top = y + yearTitleRem * rem + Math.ceil(months.length / columns) * monthHeight;
      return { year, y, ...totalsOf(ofYear), months };
    });
  return { years, cell, height: top };
}

function totalsOf(nights: readonly RaidNight[]): Pick<YearBlock, 'nightCount' | 'pullCount' | 'killCount'> {
  return {
    nightCount: nights.length,
    pullCount: nights.reduce((sum, { pullCount }) => sum + pullCount, 0),
    killCount: nights.reduce((sum, { killCount }) => sum + killCount, 0),
  };
}

/** The months of a year between the first and the last with a night, newest first. */
function monthsOf(year: string, nights: readonly RaidNight[]): readonly string[] {
  const first = nights[0]?.night.slice(0, 7) ?? '';
  const last = nights.at(-1)?.night.slice(0, 7) ?? '';
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(12 - index).padStart(2, '0')}`).filter(
    (month) => month >= first && month <= last,
  );
}

/** The days of a month with their places in weeks that begin on Monday. */
function daysOf(month: string): readonly { readonly day: number; readonly column: number; readonly row: number }[] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const offset = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % daysPerWeek;
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => ({
    day: index + 1,
    column: (offset + index) % daysPerWeek,
    row: Math.floor((offset + index) / daysPerWeek),
  }));
}

const msPerDay = 86_400_000;

/**
 * The night that a key leads to: to the left and right the one before and after, up and down the nearest a week or more
 * away, PageUp and PageDown a month, Home and End the first and the last. Null: another key, or no such night.
 */
export function nightAfterKey(nights: readonly RaidNight[], current: string, key: string): string | null {
  const index = nights.findIndex(({ night }) => night === current);
  if (index < 0) return null;
  const days = { ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }[key];
  if (days !== undefined) return nearest(nights, index, days);
  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: nights.length - 1 }[key];
  return to === undefined ? null : (nights[to]?.night ?? null);
}

function nearest(nights: readonly RaidNight[], index: number, days: number): string | null {
  const moment = (position: number) => Date.parse(`${nights[position]?.night}T00:00:00Z`);
  const target = moment(index) + days * msPerDay;
  const direction = Math.sign(days);
  let best = index + direction;
  if (nights[best] === undefined) return null;
  for (let next = best + direction; nights[next] !== undefined; next += direction) {
    if (Math.abs(moment(next) - target) >= Math.abs(moment(best) - target)) break;
    best = next;
  }
  return nights[best]?.night ?? null;
}
