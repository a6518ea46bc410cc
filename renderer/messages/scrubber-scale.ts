import type { DayCount } from '../../shared/messages/types.ts';

const dayMs = 86_400_000;

/** Maps time to the scrubber's height: newest on top, a day as tall as any other. */
export interface ScrubberScale {
  /** Start of the oldest day and end of the newest one, milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** Days between them, empty ones included. */
  readonly dayCount: number;
  readonly countByDay: ReadonlyMap<number, number>;
}

/** Null when there is no message with a time. */
export function scrubberScale(days: readonly DayCount[]): ScrubberScale | null {
  const counts = days
    .map(({ day, count }) => [Date.parse(day), count] as const)
    .filter(([start]) => !Number.isNaN(start));
  const first = counts[0];
  const last = counts.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = last[0] + dayMs;
  return { start: first[0], end, dayCount: Math.round((end - first[0]) / dayMs), countByDay: new Map(counts) };
}

/** 0 at the newest end, 1 at the oldest. */
export function fractionAt(scale: ScrubberScale, moment: number): number {
  return Math.max(0, Math.min(1, (scale.end - moment) / (scale.end - scale.start)));
}

/** The moment at a fraction of the height, never after the newest day's last second. */
export function momentAt(scale: ScrubberScale, fraction: number): number {
  const clamped = Math.max(0, Math.min(1, fraction));
  return Math.min(scale.end - 1000, scale.end - clamped * (scale.end - scale.start));
}

/** Days since the oldest, as the slider counts them. */
export function dayIndexAt(scale: ScrubberScale, moment: number): number {
  return Math.max(0, Math.min(scale.dayCount - 1, Math.floor((moment - scale.start) / dayMs)));
}

/** The last second of a day: a jump there shows that day's newest message on top. */
export function endOfDay(scale: ScrubberScale, dayIndex: number): number {
  const clamped = Math.max(0, Math.min(scale.dayCount - 1, dayIndex));
  return scale.start + (clamped + 1) * dayMs - 1000;
}

/** Messages on a day. */
export function countOnDay(scale: ScrubberScale, dayIndex: number): number {
  return scale.countByDay.get(scale.start + dayIndex * dayMs) ?? 0;
}

/**
 * Bar lengths, 0-1, for `barCount` slots of equal height from newest to oldest. The busiest twentieth share the full
 * length, so that one raid week does not flatten the rest of the years.
 */
export function barLengths(scale: ScrubberScale, barCount: number): readonly number[] {
  const sums = Array.from({ length: barCount }, () => 0);
  const slotDays = scale.dayCount / barCount;
  for (const [start, count] of scale.countByDay) {
    // A day taller than a slot fills every slot that it covers.
    const from = (scale.end - start - dayMs) / dayMs / slotDays;
    const to = from + 1 / slotDays;
    for (let slot = Math.floor(from); slot < Math.min(barCount, Math.ceil(to - 1e-9)); slot += 1) {
      const covered = Math.min(to, slot + 1) - Math.max(from, slot);
      sums[slot] = (sums[slot] ?? 0) + count * covered;
    }
  }
  const busy = sums.filter((sum) => sum > 0).sort((a, b) => a - b);
  const full = busy[Math.floor(busy.length * 0.95)] ?? 1;
  return sums.map((sum) => (sum > 0 ? Math.min(1, Math.max(0.05, sum / full)) : 0));
}

export interface ScrubberLabel {
  readonly fraction: number;
  readonly text: string;
  readonly isYear: boolean;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Years, and as many months (or, in a short span, days) as fit `labelCount` without crowding. */
export function scrubberLabels(scale: ScrubberScale, labelCount: number): readonly ScrubberLabel[] {
  const labels = scale.dayCount <= 62 ? dayLabels(scale, labelCount) : monthLabels(scale, labelCount);
  const gap = 1 / labelCount;
  const kept: ScrubberLabel[] = [];
  for (const label of [...labels].sort((a, b) => Number(b.isYear) - Number(a.isYear) || a.fraction - b.fraction)) {
    if (kept.every((other) => Math.abs(other.fraction - label.fraction) >= gap)) kept.push(label);
  }
  return kept.sort((a, b) => a.fraction - b.fraction);
}

function monthLabels(scale: ScrubberScale, labelCount: number): readonly ScrubberLabel[] {
  const labels: ScrubberLabel[] = [];
  const monthCount = scale.dayCount / 30.4;
  const step = [1, 2, 3, 6, 12].find((months) => monthCount / months <= labelCount) ?? 12;
  const month = new Date(scale.start);
  month.setUTCDate(1);
  month.setUTCHours(0, 0, 0, 0);
  for (; month.getTime() < scale.end; month.setUTCMonth(month.getUTCMonth() + 1)) {
    const index = month.getUTCMonth();
    if (month.getTime() < scale.start || index % step !== 0) continue;
    const isYear = index === 0;
    const text = isYear ? String(month.getUTCFullYear()) : (monthNames[index] ?? '');
    labels.push({ fraction: fractionAt(scale, month.getTime()), text, isYear });
  }
  return labels;
}

function dayLabels(scale: ScrubberScale, labelCount: number): readonly ScrubberLabel[] {
  const step = [1, 2, 7, 14].find((days) => scale.dayCount / days <= labelCount) ?? 14;
  const labels: ScrubberLabel[] = [];
  for (let day = 0; day < scale.dayCount; day += step) {
    const moment = new Date(scale.start + day * dayMs);
    const text = `${moment.getUTCDate()} ${monthNames[moment.getUTCMonth()] ?? ''}`;
    labels.push({ fraction: fractionAt(scale, moment.getTime()), text, isYear: false });
  }
  return labels;
}
