import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barLengths,
  countOnDay,
  dayIndexAt,
  endOfDay,
  fractionAt,
  momentAt,
  scrubberLabels,
  scrubberScale,
  type ScrubberScale,
} from '../../renderer/messages/scrubber-scale.ts';

function scaleOf(...days: readonly (readonly [day: string, count: number])[]): ScrubberScale {
  const scale = scrubberScale(days.map(([day, count]) => ({ day, count })));
  if (scale === null) throw new Error('no days');
  return scale;
}

const years = scaleOf(['2023-02-03', 10], ['2024-05-06', 400], ['2025-11-22', 90]);

describe('the date scrubber', () => {
  it('has no scale without messages', () => {
    expect(scrubberScale([])).toBe(null);
  });

  it('puts the newest day on top and the oldest at the bottom', () => {
    expect(fractionAt(years, Date.parse('2025-11-23'))).toBe(0);
    expect(fractionAt(years, Date.parse('2023-02-03'))).toBe(1);
  });

  it('counts days from the oldest, empty ones included', () => {
    expect(years.dayCount).toBe(1024);
    expect(dayIndexAt(years, Date.parse('2023-02-03T23:59:59Z'))).toBe(0);
    expect(countOnDay(years, dayIndexAt(years, Date.parse('2024-05-06T12:00:00Z')))).toBe(400);
    expect(countOnDay(years, 1)).toBe(0);
  });

  it('leads from a day to its last second, and back to the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: years.dayCount - 1 }), (day) => {
        expect(dayIndexAt(years, endOfDay(years, day))).toBe(day);
        const moment = endOfDay(years, day);
        expect(Math.abs(momentAt(years, fractionAt(years, moment)) - moment)).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it('draws a bar for every day that has messages, none longer than the whole', () => {
    const bars = barLengths(years, 300);
    expect(bars.filter((length) => length > 0)).toHaveLength(3);
    expect(Math.max(...bars)).toBe(1);
  });

  it('fills the height when there are fewer days than bars', () => {
    const bars = barLengths(scaleOf(['2025-01-01', 5], ['2025-01-02', 5]), 100);
    expect(bars.every((length) => length > 0)).toBe(true);
  });

  it('labels every new year, and never crowds', () => {
    const labels = scrubberLabels(years, 12);
    expect(labels.filter(({ isYear }) => isYear).map(({ text }) => text)).toEqual(['2025', '2024']);
    const gaps = labels.slice(1).map(({ fraction }, index) => fraction - (labels[index]?.fraction ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1 / 12 - 1e-9);
  });
});
