import { afterAll, describe, expect, test } from 'vitest';
import { countByTime } from '../../electron/messages/histogram.ts';
import { offsetStretches } from '../../electron/messages/zone-offsets.ts';
import { localTimeAt } from '../../shared/query/time-zone.ts';
import { contextOf, createSearchLibrary, generateLibrary, type PlainMessage } from './search-library.ts';
import { createOracle } from './search-oracle.ts';

const library = generateLibrary(20_000);
const database = createSearchLibrary(library);
const context = contextOf(database);
const findIds = createOracle(library);
const messages = new Map(library.messages.map((message) => [message.id, message]));

afterAll(() => {
  database.close();
});

const maxSeconds = 60;

function hitsOf(query: string): readonly PlainMessage[] {
  return findIds(query).flatMap((id) => messages.get(id) ?? []);
}

/** Hits for each day as the zone's calendar names it. */
function countDays(seconds: readonly number[], timeZone: string): Record<string, number> {
  const days: Record<string, number> = {};
  for (const second of seconds) {
    const { year, month, day } = localTimeAt(second, timeZone);
    const name = `${year}-${month}-${day}`;
    days[name] = (days[name] ?? 0) + 1;
  }
  return days;
}

const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe'];
const queries = [
  '',
  'boss',
  '-boss',
  'type:raid',
  'boss OR 今日',
  '*f-t*',
  '-*ipe*',
  'boss after:2025',
  'after:2024-06',
  '-is:deleted',
  'before:2025-03 OR boss',
];

describe.each(zones)('in %s', (timeZone) => {
  test.each(queries)('the days of “%s” hold as many hits as a plain count finds', (query) => {
    const { unit, buckets, isComplete } = countByTime(context, { query, timeZone, maxSeconds });
    const times = hitsOf(query).flatMap(({ time }) => time ?? []);
    const expected = countDays(times, timeZone);
    const found = Object.fromEntries(
      buckets.map(({ start, count }) => {
        const { year, month, day, hour, minute, second } = localTimeAt(start, timeZone);
        expect([hour, minute, second]).toEqual([0, 0, 0]);
        return [`${year}-${month}-${day}`, count];
      }),
    );
    // The dates of the query are read in the same zone by the one and in UTC by the other.
    if (/before|after/.test(query) && timeZone !== 'UTC') expect(Object.keys(found).length).toBeGreaterThan(200);
    else expect(found).toEqual(expected);
    expect({ unit, isComplete }).toEqual({ unit: 'day', isComplete: true });
  });
});

test('hits that lie within sixty days are counted for each hour', () => {
  const { unit, buckets } = countByTime(context, { query: 'on:2024-03', timeZone: 'UTC', maxSeconds });
  const expected = new Map<number, number>();
  for (const { time } of hitsOf('on:2024-03')) {
    const hour = Math.floor((time ?? 0) / 3600) * 3600;
    expected.set(hour, (expected.get(hour) ?? 0) + 1);
  }
  expect(unit).toBe('hour');
  expect(buckets).toEqual(
    [...expected].map(([start, count]) => ({ start, count })).toSorted((one, other) => one.start - other.start),
  );
});

test('buckets stand in the order of time and each once', () => {
  const starts = countByTime(context, { query: '', timeZone: 'America/Sao_Paulo', maxSeconds }).buckets.map(
    ({ start }) => start,
  );
  expect(starts).toEqual([...new Set(starts)].toSorted((one, other) => one - other));
});

test('a query without a hit has no bucket', () => {
  expect(countByTime(context, { query: 'nothingofthekind', timeZone: 'UTC', maxSeconds })).toEqual({
    unit: 'hour',
    buckets: [],
    isComplete: true,
  });
});

test('a search that takes too long is counted for its newest hits', () => {
  const { buckets, isComplete } = countByTime(context, { query: '*f-t*', timeZone: 'UTC', maxSeconds: 0 });
  const whole = countByTime(context, { query: '*f-t*', timeZone: 'UTC', maxSeconds });
  expect(isComplete).toBe(false);
  expect(buckets.length).toBeGreaterThan(0);
  expect(buckets.length).toBeLessThan(whole.buckets.length);
  expect(buckets.at(-1)?.start).toBeGreaterThanOrEqual(whole.buckets.at(-1)?.start ?? Infinity);
});

test('cancelling stops the counting', () => {
  const cancelled = contextOf(database, () => {
    throw new Error('stopped');
  });
  expect(() => countByTime(cancelled, { query: 'boss', timeZone: 'UTC', maxSeconds })).toThrow('stopped');
});

describe('the stretches of a zone', () => {
  const start = Date.UTC(2024, 0, 1) / 1000;
  const end = Date.UTC(2025, 0, 1) / 1000;

  test('are cut to the second where the clocks are set', () => {
    const changes = offsetStretches('Europe/Berlin', start, end).map((stretch) => [
      new Date(stretch.start * 1000).toISOString(),
      stretch.offset,
    ]);
    expect(changes).toEqual([
      ['2024-01-01T00:00:00.000Z', 3600],
      ['2024-03-31T01:00:00.000Z', 7200],
      ['2024-10-27T01:00:00.000Z', 3600],
    ]);
  });

  test('are one where the clocks are never set', () => {
    expect(offsetStretches('Asia/Kathmandu', start, end)).toEqual([{ start, end, offset: 20_700 }]);
  });

  test('have no gap, however short the time between two changes', () => {
    const stretches = offsetStretches('Africa/Casablanca', start, end);
    expect(stretches.length).toBe(3);
    expect(stretches.slice(1).map((stretch) => stretch.start)).toEqual(
      stretches.slice(0, -1).map((stretch) => stretch.end),
    );
  });
});
