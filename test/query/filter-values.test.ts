import { describe, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { clockSpanOf, weekdaysOf } from '../../shared/query/clock.ts';
import { timeSpanOfValue } from '../../shared/query/dates.ts';
import { numberSpanOf } from '../../shared/query/numbers.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterValue } from '../../shared/query/query.ts';

function valueOf(text: string): FilterValue {
  const { query, problems } = parseQuery(text, messageLanguage);
  expect(problems).toEqual([]);
  if (query.kind !== 'filter' || query.values[0] === undefined) throw new Error(`${text} is not one filter`);
  return query.values[0];
}

describe('numbers', () => {
  test.each([
    ['len:200', '200 <= x < 201'],
    ['len:1.5k', '1500 <= x < 1501'],
    ['bosshp:20', '20 <= x < 21'],
    ['bosshp:20.5%', '20.5 <= x < 20.6'],
    ['bosshp:10..20', '10 <= x < 21'],
    ['len:..1k', '-Infinity <= x < 1001'],
    ['len:>200', '200 < x < Infinity'],
    ['len:>=200', '200 <= x < Infinity'],
    ['len:<200', '-Infinity < x < 200'],
    ['bosshp:<=20', '-Infinity < x <= 20'],
  ])('%s', (text, expected) => {
    const { low, includesLow, high, includesHigh } = numberSpanOf(valueOf(text))!;
    const signs = [includesLow ? '<=' : '<', includesHigh ? '<=' : '<'];
    expect(`${low ?? -Infinity} ${signs[0]} x ${signs[1]} ${high ?? Infinity}`).toBe(expected);
  });

  test('any and none are no numbers', () => {
    expect(numberSpanOf(valueOf('bosshp:any'))).toBeNull();
  });
});

describe('times of the day', () => {
  test.each([
    ['time:20', 20, 21],
    ['time:20:15', 20.25, 20.25 + 1 / 60],
    ['time:8pm', 20, 21],
    ['time:12am', 0, 1],
    ['time:12:30pm', 12.5, 12.5 + 1 / 60],
    ['time:20..23', 20, 24],
    ['time:22:00..', 22, 24],
    ['time:..06:30', 0, 6.5 + 1 / 60],
    ['time:22:00..01:59', 22, 2],
  ])('%s', (text, start, end) => {
    expect(clockSpanOf(valueOf(text))).toEqual({ start: Math.round(start * 3600), end: Math.round(end * 3600) });
  });

  test.each(['time:24', 'time:13pm', 'time:0am', 'time:20:60', 'time:noon'])('%s is none', (text) => {
    expect(parseQuery(text, messageLanguage).problems[0]?.code).toBe('bad_value');
  });
});

test.each([
  ['weekday:tue', [2]],
  ['weekday:Sunday', [7]],
  ['weekday:mon..fri', [1, 2, 3, 4, 5]],
  ['weekday:sat..mon', [1, 6, 7]],
])('%s', (text, expected) => {
  expect(weekdaysOf(valueOf(text))).toEqual(expected);
});

describe('dates', () => {
  const now = Date.UTC(2025, 10, 22, 12) / 1000;
  const show = (seconds: number | null): string =>
    seconds === null ? 'open' : new Date(seconds * 1000).toISOString().slice(0, 16);

  test.each([
    ['date:2025-10..2025-11', '2025-10-01T00:00 2025-12-01T00:00'],
    ['date:"2025-11-22 20:15".."2025-11-22 22:00"', '2025-11-22T20:15 2025-11-22T22:01'],
    ['date:..2024', 'open 2025-01-01T00:00'],
    ['date:>2025-10', '2025-11-01T00:00 open'],
    ['date:>=2025-10', '2025-10-01T00:00 open'],
    ['date:<2025-10', 'open 2025-10-01T00:00'],
    ['date:<=2025-10', 'open 2025-11-01T00:00'],
    ['date:-7d..yesterday', '2025-11-15T00:00 2025-11-22T00:00'],
  ])('%s', (text, expected) => {
    const { start, end } = timeSpanOfValue(valueOf(text), 'UTC', now)!;
    expect(`${show(start)} ${show(end)}`).toBe(expected);
  });

  test('any and none are no dates', () => {
    expect(timeSpanOfValue(valueOf('date:none'), 'UTC', now)).toBeNull();
  });
});
