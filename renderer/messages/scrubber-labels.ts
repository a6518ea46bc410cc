import { localTimeAt } from '../../shared/query/time-zone.ts';
import { edgesOf, startOfBucket, type ScrubberScale } from './scrubber-scale.ts';

const dayMs = 86_400_000;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface ScrubberLabel {
  /** Of the height, from the top: the edge at which the labelled time begins. */
  readonly fraction: number;
  readonly text: string;
  readonly isYear: boolean;
}

/** `2025-11-22`, or `2025-11-22 20:00` for an hour. */
export function bucketText(scale: ScrubberScale, bucket: number): string {
  const time = localTimeAt(startOfBucket(scale, bucket) / 1000, scale.timeZone);
  const day = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
  return scale.unit === 'day' ? day : `${day} ${pad(time.hour)}:00`;
}

/** The filter that leaves what lies in the buckets from `low` to `high`, both included. */
export function dateFilterOf(scale: ScrubberScale, low: number, high: number): string {
  const from = bucketText(scale, low);
  const to = bucketText(scale, high);
  if (scale.unit === 'hour') return `date:"${from}".."${to.replace(/:00$/, ':59')}"`;
  return from === to ? `date:${from}` : `date:${from}..${to}`;
}

/** Years, and as many months (or, in a short span, days) as fit `labelCount` without crowding. */
export function scrubberLabels(scale: ScrubberScale, labelCount: number): readonly ScrubberLabel[] {
  const labels = listDays(scale).length <= 62 ? dayLabels(scale, labelCount) : monthLabels(scale, labelCount);
  const gap = 1 / labelCount;
  const kept: ScrubberLabel[] = [];
  for (const label of [...labels].sort((a, b) => Number(b.isYear) - Number(a.isYear) || a.fraction - b.fraction)) {
    if (kept.every((other) => Math.abs(other.fraction - label.fraction) >= gap)) kept.push(label);
  }
  return kept.sort((a, b) => a.fraction - b.fraction);
}

interface LabelledDay {
  /** First bucket of the day. */
  readonly bucket: number;
  readonly date: Date;
}

/** Each day of the scale as its UTC calendar shows it: calendar arithmetic needs no zone. */
function listDays(scale: ScrubberScale): readonly LabelledDay[] {
  const { year, month, day, hour } = localTimeAt(scale.start / 1000, scale.timeZone);
  const first = Date.UTC(year, month - 1, day);
  const bucketsPerDay = scale.unit === 'day' ? 1 : 24;
  const dayCount = Math.ceil((scale.bucketCount + (scale.unit === 'day' ? 0 : hour)) / bucketsPerDay);
  return Array.from({ length: dayCount }, (_, index) => ({
    bucket: Math.max(0, index * bucketsPerDay - (scale.unit === 'day' ? 0 : hour)),
    date: new Date(first + index * dayMs),
  }));
}

function monthLabels(scale: ScrubberScale, labelCount: number): readonly ScrubberLabel[] {
  const days = listDays(scale);
  const step = [1, 2, 3, 6, 12].find((months) => days.length / 30.4 / months <= labelCount) ?? 12;
  return days
    .filter(({ date }) => date.getUTCDate() === 1 && date.getUTCMonth() % step === 0)
    .map(({ bucket, date }) => {
      const isYear = date.getUTCMonth() === 0;
      const text = isYear ? String(date.getUTCFullYear()) : (monthNames[date.getUTCMonth()] ?? '');
      return { fraction: beginningOf(scale, bucket), text, isYear };
    });
}

function dayLabels(scale: ScrubberScale, labelCount: number): readonly ScrubberLabel[] {
  const days = listDays(scale);
  const step = [1, 2, 7, 14].find((count) => days.length / count <= labelCount) ?? 14;
  return days
    .filter((_, index) => index % step === 0)
    .map(({ bucket, date }) => ({
      fraction: beginningOf(scale, bucket),
      text: `${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ''}`,
      isYear: false,
    }));
}

function beginningOf(scale: ScrubberScale, bucket: number): number {
  const [top, bottom] = edgesOf(scale, bucket);
  return scale.isNewestOnTop ? bottom : top;
}

export interface MonthCount {
  /** `2025-11` */
  readonly month: string;
  readonly hitCount: number;
}

/** Hits by month, oldest first, for those who cannot see the bars; months without any are left out. */
export function hitsByMonth(scale: ScrubberScale): readonly MonthCount[] {
  const counts = new Map<string, number>();
  const first = localTimeAt(scale.start / 1000, scale.timeZone);
  const start = Date.UTC(first.year, first.month - 1, first.day, scale.unit === 'hour' ? first.hour : 0);
  const stepMs = scale.unit === 'day' ? dayMs : dayMs / 24;
  for (const [bucket, count] of [...scale.hits].sort((one, other) => one[0] - other[0])) {
    const month = new Date(start + bucket * stepMs).toISOString().slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  return [...counts].map(([month, hitCount]) => ({ month, hitCount }));
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
