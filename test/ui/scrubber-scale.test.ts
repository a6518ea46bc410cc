import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketText, dateFilterOf, hitsByMonth, scrubberLabels } from '../../renderer/messages/scrubber-labels.ts';
import {
  barLengths,
  bucketAt,
  bucketAtFraction,
  edgesOf,
  fractionAt,
  hitsBetween,
  jumpTarget,
  scrubberScale,
  startOfBucket,
  type ScrubberScale,
  type TimeBuckets,
} from '../../renderer/messages/scrubber-scale.ts';
import { momentOf } from '../../shared/query/time-zone.ts';

const zone = 'Europe/Berlin';

function dayStart(text: string, timeZone = zone): number {
  const [year = 0, month = 0, day = 0, hour = 0] = text.split(/[- ]/).map(Number);
  return momentOf({ year, month, day, hour, minute: 0, second: 0 }, timeZone);
}

function bucketsOf(unit: 'day' | 'hour', ...counts: readonly (readonly [start: string, count: number])[]): TimeBuckets {
  return { unit, buckets: counts.map(([start, count]) => ({ start: dayStart(start), count })) };
}

function scaleOf(hits: TimeBuckets, all = hits, isNewestOnTop = true): ScrubberScale {
  const scale = scrubberScale({ hits, all, timeZone: zone, isNewestOnTop });
  if (scale === null) throw new Error('no messages');
  return scale;
}

const years = bucketsOf('day', ['2023-02-03', 10], ['2024-05-06', 400], ['2025-11-22', 90]);
const newestFirst = scaleOf(years);
const oldestFirst = scaleOf(years, years, false);

describe('the scale of the date scrubber', () => {
  it('is none without messages', () => {
    const nothing = bucketsOf('hour');
    expect(scrubberScale({ hits: nothing, all: nothing, timeZone: zone, isNewestOnTop: true })).toBe(null);
  });

  it('is the library’s when nothing is found', () => {
    expect(scaleOf(bucketsOf('hour'), years)).toMatchObject({ unit: 'day', bucketCount: 1024 });
  });

  it('is the library’s for hits over most of its time, and their own for hits over little of it', () => {
    expect(scaleOf(bucketsOf('day', ['2023-03-01', 1], ['2025-11-01', 1]), years).bucketCount).toBe(1024);
    expect(scaleOf(bucketsOf('day', ['2024-01-01', 1], ['2024-03-31', 1]), years).bucketCount).toBe(91);
    expect(scaleOf(bucketsOf('hour', ['2024-01-01 20', 1], ['2024-01-02 01', 1]), years).bucketCount).toBe(6);
  });

  it('puts on top what the list has on top', () => {
    const newest = dayStart('2025-11-22') * 1000;
    expect(edgesOf(newestFirst, 1023)[0]).toBe(0);
    expect(edgesOf(oldestFirst, 1023)[1]).toBe(1);
    expect(fractionAt(newestFirst, newest)).toBeCloseTo(1 / 1024, 9);
    expect(fractionAt(oldestFirst, newest)).toBeCloseTo(1023 / 1024, 9);
  });

  it('counts local days, also where clocks change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1023 }), fc.integer({ min: 0, max: 86_399 }), (bucket, second) => {
        const start = startOfBucket(newestFirst, bucket);
        const end = startOfBucket(newestFirst, bucket + 1);
        const moment = Math.min(start + second * 1000, end - 1000);
        expect(bucketAt(newestFirst, moment)).toBe(bucket);
        expect(bucketAt(newestFirst, jumpTarget(newestFirst, bucket))).toBe(bucket);
        expect(bucketAt(oldestFirst, jumpTarget(oldestFirst, bucket))).toBe(bucket);
      }),
    );
  });

  it('finds under the pointer the bucket that is drawn there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1023 }), fc.boolean(), (bucket, isNewestOnTop) => {
        const scale = isNewestOnTop ? newestFirst : oldestFirst;
        const [top, bottom] = edgesOf(scale, bucket);
        expect(bucketAtFraction(scale, (top + bottom) / 2)).toBe(bucket);
        expect(bucketAtFraction(scale, top)).toBe(bucket);
      }),
    );
  });

  it('adds up the hits of a range, its ends included', () => {
    expect(hitsBetween(newestFirst, 0, 1023)).toBe(500);
    expect(hitsBetween(newestFirst, bucketAt(newestFirst, dayStart('2024-05-06') * 1000), 1023)).toBe(490);
  });
});

describe('the bars', () => {
  it('are one for every stretch that has messages, none longer than the whole', () => {
    const bars = barLengths(newestFirst, newestFirst.hits, 300);
    expect(bars.filter((length) => length > 0)).toHaveLength(3);
    expect(Math.max(...bars)).toBe(1);
  });

  it('fill the height when there are fewer days than bars', () => {
    const scale = scaleOf(bucketsOf('day', ['2025-01-01', 5], ['2025-01-02', 5]));
    expect(barLengths(scale, scale.hits, 100).every((length) => length > 0)).toBe(true);
  });
});

describe('the labels', () => {
  it('name every new year, and never crowd', () => {
    const labels = scrubberLabels(newestFirst, 12);
    expect(labels.filter(({ isYear }) => isYear).map(({ text }) => text)).toEqual(['2025', '2024']);
    const gaps = labels.slice(1).map(({ fraction }, index) => fraction - (labels[index]?.fraction ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1 / 12 - 1e-9);
  });

  it('name the days of a short time', () => {
    const scale = scaleOf(bucketsOf('hour', ['2025-11-20 20', 1], ['2025-11-22 03', 1]));
    expect(scrubberLabels(scale, 10).map(({ text }) => text)).toEqual(['22 Nov', '21 Nov', '20 Nov']);
  });

  it('say the day or the hour, and the filter that leaves a range of them', () => {
    expect(bucketText(newestFirst, 0)).toBe('2023-02-03');
    expect(dateFilterOf(newestFirst, 0, 1023)).toBe('date:2023-02-03..2025-11-22');
    expect(dateFilterOf(newestFirst, 0, 0)).toBe('date:2023-02-03');
    const hours = scaleOf(bucketsOf('hour', ['2025-11-20 20', 1], ['2025-11-21 03', 1]));
    expect(dateFilterOf(hours, 0, 7)).toBe('date:"2025-11-20 20:00".."2025-11-21 03:59"');
  });

  it('add up hits by month for a table', () => {
    expect(hitsByMonth(newestFirst)).toEqual([
      { month: '2023-02', hitCount: 10 },
      { month: '2024-05', hitCount: 400 },
      { month: '2025-11', hitCount: 90 },
    ]);
  });
});
