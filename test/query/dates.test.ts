import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateValue, timeSpanOf } from '../../shared/query/dates.ts';
import { findTimeZone, localTimeAt, momentOf, zoneNameAt } from '../../shared/query/time-zone.ts';

const now = Date.UTC(2025, 10, 22, 23, 30) / 1000;

function span(text: string, timeZone: string, at: number = now): string {
  const value = readDateValue(text);
  if (value === null) return 'not a date';
  const { start, end } = timeSpanOf(value, timeZone, at);
  const show = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19);
  return `${show(start)} ${show(end)}`;
}

describe('a date is the span that its zone gives it', () => {
  test.each([
    ['2025-11-22', 'UTC', '2025-11-22T00:00:00 2025-11-23T00:00:00'],
    ['2025-11', 'UTC', '2025-11-01T00:00:00 2025-12-01T00:00:00'],
    ['2025-12', 'UTC', '2025-12-01T00:00:00 2026-01-01T00:00:00'],
    ['2025', 'UTC', '2025-01-01T00:00:00 2026-01-01T00:00:00'],
    ['2025-11-22 20:15', 'UTC', '2025-11-22T20:15:00 2025-11-22T20:16:00'],
    ['2025-11-22T20:59:59', 'UTC', '2025-11-22T20:59:59 2025-11-22T21:00:00'],
    ['today', 'UTC', '2025-11-22T00:00:00 2025-11-23T00:00:00'],
    ['today', 'Asia/Tokyo', '2025-11-22T15:00:00 2025-11-23T15:00:00'],
    ['yesterday', 'America/New_York', '2025-11-21T05:00:00 2025-11-22T05:00:00'],
    ['-7d', 'UTC', '2025-11-15T00:00:00 2025-11-16T00:00:00'],
    ['-2w', 'UTC', '2025-11-08T00:00:00 2025-11-09T00:00:00'],
    // It is a Saturday; weeks begin on Monday.
    ['this-week', 'UTC', '2025-11-17T00:00:00 2025-11-24T00:00:00'],
    ['last-week', 'Asia/Tokyo', '2025-11-09T15:00:00 2025-11-16T15:00:00'],
    ['this-month', 'UTC', '2025-11-01T00:00:00 2025-12-01T00:00:00'],
    ['last-month', 'Europe/Berlin', '2025-09-30T22:00:00 2025-10-31T23:00:00'],
    ['this-year', 'UTC', '2025-01-01T00:00:00 2026-01-01T00:00:00'],
    ['last-year', 'UTC', '2024-01-01T00:00:00 2025-01-01T00:00:00'],
    ['-12h', 'UTC', '2025-11-22T11:30:00 2025-11-22T12:30:00'],
    ['2025-11', 'Europe/Berlin', '2025-10-31T23:00:00 2025-11-30T23:00:00'],
    ['2025-11-22', 'Asia/Kathmandu', '2025-11-21T18:15:00 2025-11-22T18:15:00'],
    // Clocks go forward: 23 hours; a time that they skip; a midnight that they skip.
    ['2025-03-30', 'Europe/Berlin', '2025-03-29T23:00:00 2025-03-30T22:00:00'],
    ['2025-03-30 02:30', 'Europe/Berlin', '2025-03-30T01:30:00 2025-03-30T01:31:00'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00 2018-11-05T02:00:00'],
    // Clocks go back: 25 hours; a time that comes twice is the first.
    ['2025-10-26', 'Europe/Berlin', '2025-10-25T22:00:00 2025-10-26T23:00:00'],
    ['2025-10-26 02:30', 'Europe/Berlin', '2025-10-26T00:30:00 2025-10-26T00:31:00'],
    // A whole day that was left out.
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00 2011-12-31T10:00:00'],
  ])('%s in %s', (text, timeZone, expected) => {
    expect(span(text, timeZone)).toBe(expected);
  });

  test.each([
    '',
    'soon',
    '2025-13',
    '2025-02-29',
    '2025-1-',
    '1969',
    '20251122',
    '2025-11-22 24:00',
    '12:30',
    '-7',
    '7d',
  ])('%j is none', (text) => {
    expect(readDateValue(text)).toBeNull();
  });

  test('a leap day is one', () => {
    expect(span('2024-02-29', 'UTC')).toBe('2024-02-29T00:00:00 2024-03-01T00:00:00');
  });

  test('the days of a zone follow one another without a gap', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Asia/Tehran',
      'America/St_Johns',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 24_000 }), (timeZone, dayNumber) => {
        const at = dayNumber * 86_400 + 43_200;
        const { start, end } = timeSpanOf({ kind: 'daysAgo', count: 0 }, timeZone, at);
        const dayBefore = timeSpanOf({ kind: 'daysAgo', count: 1 }, timeZone, at);
        expect(dayBefore.end).toBe(start);
        expect(start).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThan(at);
      }),
    );
  });

  test('a moment and the time its clocks show lead to one another', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_500_000_000 }), (timeZone, seconds) => {
        const moment = momentOf(localTimeAt(seconds, timeZone), timeZone);
        // Where the clocks are set back, the first of the two hours is meant.
        expect([0, 3600]).toContain(seconds - moment);
      }),
    );
  });
});

test('a zone that is none is told from one', () => {
  expect(findTimeZone('Europe/Berlin')).toBe('Europe/Berlin');
  expect(findTimeZone('local')).toBeTypeOf('string');
  expect(findTimeZone('Middle/Earth')).toBeNull();
  expect(findTimeZone('')).toBeNull();
});

test.each([
  ['Europe/Berlin', 'CET'],
  ['America/New_York', 'EST'],
  ['Australia/Sydney', 'AEDT'],
  ['Asia/Tokyo', 'GMT+9'],
  ['UTC', 'UTC'],
])('%s has a short name', (timeZone, expected) => {
  expect(zoneNameAt(now, timeZone)).toBe(expected);
});
