import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfNight, nightSpanOfValue, readNightValue } from '../../shared/query/nights.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterValue } from '../../shared/query/query.ts';
import { localTimeAt } from '../../shared/query/time-zone.ts';
import { raidLanguage } from '../../shared/raids/language.ts';

const now = Date.UTC(2025, 10, 22, 12) / 1000;
const show = (seconds: number | null): string =>
  seconds === null ? 'open' : new Date(seconds * 1000).toISOString().slice(0, 16);

function valueOf(text: string): FilterValue {
  const { query, problems } = parseQuery(`night:${text}`, raidLanguage);
  expect(problems).toEqual([]);
  if (query.kind !== 'filter' || query.values[0] === undefined) throw new Error(`${text} is not one filter`);
  return query.values[0];
}

function span(text: string, timeZone: string, at = now, hour?: number): string {
  const found = nightSpanOfValue(valueOf(text), timeZone, at, hour);
  return found === null ? 'none' : `${show(found.start)} ${show(found.end)}`;
}

describe('a night runs from one morning to the next', () => {
  test.each([
    ['2025-11-22', 'UTC', '2025-11-22T06:00 2025-11-23T06:00'],
    ['2025-11-22', 'America/New_York', '2025-11-22T11:00 2025-11-23T11:00'],
    ['2025-11', 'UTC', '2025-11-01T06:00 2025-12-01T06:00'],
    ['2025', 'UTC', '2025-01-01T06:00 2026-01-01T06:00'],
    ['2025-11-20..2025-11-22', 'UTC', '2025-11-20T06:00 2025-11-23T06:00'],
    ['..2025-11-22', 'UTC', 'open 2025-11-23T06:00'],
    ['>2025-11-22', 'UTC', '2025-11-23T06:00 open'],
    ['>=2025-11-22', 'UTC', '2025-11-22T06:00 open'],
    ['<2025-11-22', 'UTC', 'open 2025-11-22T06:00'],
    ['today', 'UTC', '2025-11-22T06:00 2025-11-23T06:00'],
    ['last-week', 'UTC', '2025-11-10T06:00 2025-11-17T06:00'],
    ['-7d', 'Asia/Tokyo', '2025-11-14T21:00 2025-11-15T21:00'],
    // Clocks change within the night: it has 23 or 25 hours.
    ['2025-03-29', 'Europe/Berlin', '2025-03-29T05:00 2025-03-30T04:00'],
    ['2025-10-25', 'Europe/Berlin', '2025-10-25T04:00 2025-10-26T05:00'],
    // A day whose midnight is left out.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T08:00 2018-11-05T08:00'],
  ])('%s in %s', (text, timeZone, expected) => {
    expect(span(text, timeZone)).toBe(expected);
  });

  test('and begins at the hour that was asked for', () => {
    expect(span('2025-11-22', 'UTC', now, 0)).toBe('2025-11-22T00:00 2025-11-23T00:00');
    expect(span('2025-11-22', 'UTC', now, 12)).toBe('2025-11-22T12:00 2025-11-23T12:00');
  });

  test('and at two in the morning today is still the night of yesterday', () => {
    const late = Date.UTC(2025, 10, 23, 2) / 1000;
    expect(span('today', 'UTC', late)).toBe('2025-11-22T06:00 2025-11-23T06:00');
    expect(span('yesterday', 'UTC', late)).toBe('2025-11-21T06:00 2025-11-22T06:00');
  });
});

test('any and none name no night', () => {
  expect(nightSpanOfValue({ kind: 'any', range: [0, 3] }, 'UTC', now)).toBeNull();
});

test.each(['-12h', '2025-11-22 20:15', 'soon', ''])('%j is no night', (text) => {
  expect(readNightValue(text)).toBeNull();
});

test('every moment is in the night of its day, and nights follow one another', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran', 'UTC'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 200_000, max: 2_000_000_000 }),
      fc.nat(23),
      (timeZone, moment, hour) => {
        const word = (text: string): FilterValue => ({ kind: 'word', text, isQuoted: false, range: [0, 0] });
        const tonight = nightSpanOfValue(word('today'), timeZone, moment, hour)!;
        const before = nightSpanOfValue(word('yesterday'), timeZone, moment, hour)!;
        expect(before.end).toBe(tonight.start);
        // An hour that comes twice may belong to either.
        expect(moment).toBeGreaterThanOrEqual(tonight.start! - 3600);
        expect(moment).toBeLessThan(tonight.end! + 3600);
        const { year, month, day } = localTimeAt(dayOfNight(moment, timeZone, hour), timeZone);
        const named = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
        expect(nightSpanOfValue(word(named), timeZone, moment, hour)).toEqual(tonight);
      },
    ),
    { numRuns: 2000 },
  );
});
