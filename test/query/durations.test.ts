import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeDuration, durationSpanOf, readDuration } from '../../shared/query/durations.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { raidLanguage } from '../../shared/raids/language.ts';

describe('a duration takes all seconds that it may stand for', () => {
  test.each([
    ['90', '90 <= x < 91'],
    ['90s', '90 <= x < 91'],
    ['6m', '360 <= x < 420'],
    ['6.5m', '390 <= x < 396'],
    ['1h', '3600 <= x < 7200'],
    ['1h30m', '5400 <= x < 5460'],
    ['2m30s', '150 <= x < 151'],
    ['5:30', '330 <= x < 331'],
    ['1:05:30', '3930 <= x < 3931'],
    ['4m..6m', '240 <= x < 420'],
    ['90s..', '90 <= x < Infinity'],
    ['..5:30', '-Infinity <= x < 331'],
    ['>6m', '360 < x < Infinity'],
    ['>=6m', '360 <= x < Infinity'],
    ['<6m', '-Infinity < x < 360'],
    ['<=360', '-Infinity < x <= 360'],
  ])('%s', (text, expected) => {
    const { query, problems } = parseQuery(`duration:${text}`, raidLanguage);
    expect(problems).toEqual([]);
    const value = query.kind === 'filter' ? query.values[0] : undefined;
    const { low, includesLow, high, includesHigh } = durationSpanOf(value!)!;
    const signs = [includesLow ? '<=' : '<', includesHigh ? '<=' : '<'];
    expect(`${low ?? -Infinity} ${signs[0]} x ${signs[1]} ${high ?? Infinity}`).toBe(expected);
  });
});

test.each(['', 'm', '6 m', '6k', '5:60', '1:2:3', '30m1h', '-6m', '1.5', '1.5s', 'six'])('%j is none', (text) => {
  expect(readDuration(text)).toBeNull();
});

test.each([
  ['6m', '6 m'],
  ['1h30m', '1 h 30 m'],
  ['90', '90 s'],
  ['5:30', '5:30'],
])('a label writes %s as %s', (text, expected) => {
  expect(describeDuration(text)).toBe(expected);
});

test('hours, minutes and seconds are read in either way of writing them', () => {
  const part = fc.nat(59);
  fc.assert(
    fc.property(fc.nat(99), part, part, (hours, minutes, seconds) => {
      const two = (count: number): string => String(count).padStart(2, '0');
      const total = hours * 3600 + minutes * 60 + seconds;
      expect(readDuration(`${hours}h${minutes}m${seconds}s`)?.value).toBe(total);
      expect(readDuration(`${hours}:${two(minutes)}:${two(seconds)}`)?.value).toBe(total);
      expect(readDuration(`${hours * 60 + minutes}:${two(seconds)}`)?.value).toBe(total);
      expect(readDuration(String(total))?.value).toBe(total);
    }),
  );
});
