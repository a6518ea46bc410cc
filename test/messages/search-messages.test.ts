import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { countMessages, searchMessages } from '../../electron/messages/search-messages.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import { generatedQuery } from './generated-query.ts';
import { createRichLibrary, generateRichLibrary } from './rich-library.ts';
import { contextOf, searchAll, searchDefaults } from './search-library.ts';
import { createOracle } from './search-oracle.ts';

/** `SEARCH_RUNS=5000` looks for longer, in a larger library. */
const runs = Number(process.env['SEARCH_RUNS'] ?? 60);
const library = generateRichLibrary(runs > 60 ? 20_000 : 4000);
const database = createRichLibrary(library);
const context = contextOf(database);
const find = createOracle(library);

afterAll(() => {
  database.close();
});

type SearchInput = ParsedInputOf<'messages.search'>;

function count(query: string): number {
  const { total, isComplete } = countMessages(context, { query, timeZone: 'UTC', maxSeconds: 3600 });
  expect(isComplete).toBe(true);
  return total;
}
const page = (query: string, more: Partial<SearchInput> = {}): MessagePage =>
  searchMessages(context, { ...searchDefaults, query, ...more });

describe('search', () => {
  test.each([
    '',
    'boss',
    'héal',
    'HEAL',
    '"boss pull"',
    'bo*',
    '*oss*',
    '今',
    '今日',
    '日',
    '👍',
    '🫠',
    ':)',
    '"++"',
    'c++',
    'off-topic',
    '-boss',
    '-:)',
    '-is:deleted',
    'is:deleted',
    'boss -is:deleted',
    '*oss* -boss',
    'boss OR *ipe*',
    '*ul* :)',
    '-*ul*',
    'from:anna boss',
    'in:raids,gen',
    'server:nord *ipe*',
    'on:2024-05',
    '-on:2024-05',
    'boss OR on:2024-05',
    '(on:2024-05 OR *oss*) -wipe',
    'boss -(after:2025 *ul*)',
    '-(-boss -wipe)',
  ])('finds what looking at every message finds: %s', (query) => {
    const expected = find(query);
    expect(searchAll(context, query)).toEqual(expected);
    expect(count(query)).toBe(expected.length);
    expect(page(query, { limit: 1 }).items.map(({ id }) => id)).toEqual(expected.slice(0, 1));
  });

  test('the queries above find something, and not everything', () => {
    for (const query of ['boss', '今日', '🫠', ':)', '"++"', '*ul*', 'on:2024-05', 'from:anna boss']) {
      expect(count(query)).toBeGreaterThan(0);
      expect(count(query)).toBeLessThan(library.messages.length);
    }
  });

  test('any query finds what looking at every message finds', () => {
    fc.assert(
      fc.property(generatedQuery, fc.integer({ min: 1, max: 200 }), (query, limit) => {
        const expected = find(query);
        expect(count(query)).toBe(expected.length);
        expect(page(query, { limit }).items.map(({ id }) => id)).toEqual(expected.slice(0, limit));
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

test.each(['Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata'])(
  'the clocks and days of %s are those of the zone',
  (timeZone) => {
    const findThere = createOracle(library, timeZone);
    for (const query of [
      'time:20..23:30',
      'weekday:sat..mon',
      'time:22..02 weekday:tue boss',
      '-time:8..20',
      'on:2024-03-31',
      'time:02:30',
    ]) {
      const found = countMessages(context, { query, timeZone, maxSeconds: 60 });
      expect([query, found]).toEqual([query, { total: findThere(query).length, isComplete: true }]);
    }
  },
);

describe('pages', () => {
  test('lead through everything exactly once, there and back again', () => {
    fc.assert(
      fc.property(generatedQuery, fc.integer({ min: 100, max: 200 }), (query, limit) => {
        const expected = find(query);
        const there: string[] = [];
        let current = page(query, { limit });
        expect(current.previous).toBeNull();
        there.push(...current.items.map(({ id }) => id));
        while (current.next !== null) {
          current = page(query, { limit, cursor: current.next });
          there.push(...current.items.map(({ id }) => id));
        }
        expect(there).toEqual(expected);

        const back: string[] = current.items.map(({ id }) => id);
        while (current.previous !== null) {
          current = page(query, { limit, cursor: current.previous });
          back.unshift(...current.items.map(({ id }) => id));
        }
        expect(back).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  test('begin at a time with the newest message not after it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'boss', '*oss*', ':)', '-boss'),
        fc.nat(library.messages.length - 1),
        (query, index) => {
          const time = library.messages[index]!.time ?? 0;
          const at = new Date(time * 1000).toISOString().slice(0, 19).replace('T', ' ');
          const wanted = find(query);
          const times = new Map(library.messages.map((message) => [message.id, message.time ?? 0]));
          const expected = wanted.filter((id) => times.get(id)! <= time);
          const found = page(query, { at, limit: 10 });
          expect(found.items.map(({ id }) => id)).toEqual(expected.slice(0, 10));
          expect(found.previous !== null).toBe(expected.length < wanted.length);
          if (found.previous === null) return;
          const newer = page(query, { cursor: found.previous, limit: 10 });
          const firstShown = wanted.length - expected.length;
          expect(newer.items.map(({ id }) => id)).toEqual(wanted.slice(Math.max(0, firstShown - 10), firstShown));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('begin at the end of a day when only the day is given', () => {
    expect(page('', { at: '2024-05-31', limit: 1 }).items[0]?.createdAt?.slice(0, 7)).toBe('2024-05');
  });

  test('with a cursor, time or zone that is none are bad input', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 64 }), fc.stringMatching(/^[on]-?[0-9a-z]{1,12}$/)),
        (cursor) => {
          try {
            page('boss', { cursor });
          } catch (thrown) {
            expect(thrown).toMatchObject({ code: 'bad_input' });
          }
        },
      ),
    );
    expect(() => page('', { cursor: 'o1; DROP' })).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => page('', { at: 'soon' })).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => page('', { at: '2024-13-01' })).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => searchMessages(context, { ...searchDefaults, query: '', timeZone: 'Middle/Earth' })).toThrow(
      expect.objectContaining({ code: 'bad_input' }),
    );
  });
});
