import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { PlaceCursor } from '../../electron/messages/cursor.ts';
import { findPage, type PageStart, type PlacesPage } from '../../electron/messages/find-page.ts';
import { readQuery } from '../../electron/messages/read-query.ts';
import { generatedQuery } from './generated-query.ts';
import { contextOf, createSearchLibrary, generateLibrary } from './search-library.ts';
import { createOracle } from './search-oracle.ts';

const library = generateLibrary(3000);
const database = createSearchLibrary(library);
const context = contextOf(database);
const findIds = createOracle(library);
const seqs = new Map(library.messages.map(({ id, seq }) => [id, seq]));

afterAll(() => {
  database.close();
});

/** All hits in an order. */
function find(query: string, order: 'new' | 'old'): number[] {
  const newestFirst = findIds(query).map((id) => seqs.get(id)!);
  return order === 'new' ? newestFirst : newestFirst.toReversed();
}

function page(query: string, order: 'new' | 'old', start: PageStart, limit: number, maxSeconds = 60): PlacesPage {
  return findPage(context, readQuery(context, { query, timeZone: 'UTC' }).condition, {
    order,
    start,
    limit,
    maxSeconds,
  });
}

const after = (cursor: PlaceCursor): PageStart => ({ kind: 'cursor', cursor });
const order = fc.constantFrom<'new' | 'old'>('new', 'old');

describe('pages in either order', () => {
  test('lead from the first hit to the last', () => {
    fc.assert(
      fc.property(generatedQuery, order, fc.integer({ min: 100, max: 300 }), (query, shown, limit) => {
        let current = page(query, shown, { kind: 'first' }, limit);
        const places = [...current.places];
        expect(current.previous).toBeNull();
        while (current.next !== null) {
          current = page(query, shown, after(current.next), limit);
          places.push(...current.places);
        }
        expect(places).toEqual(find(query, shown));
      }),
      { numRuns: 12 },
    );
  });

  test('lead from the last hit back to the first', () => {
    fc.assert(
      fc.property(generatedQuery, order, fc.integer({ min: 100, max: 300 }), (query, shown, limit) => {
        let current = page(query, shown, { kind: 'last' }, limit);
        const places = [...current.places];
        expect(current.next).toBeNull();
        while (current.previous !== null) {
          current = page(query, shown, after(current.previous), limit);
          places.unshift(...current.places);
        }
        expect(places).toEqual(find(query, shown));
      }),
      { numRuns: 12 },
    );
  });

  test('lead both ways from a message in the middle', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'boss', '-boss', '*oss* OR :)'),
        order,
        fc.nat(library.messages.length - 1),
        fc.integer({ min: 1, max: 50 }),
        (query, shown, index, limit) => {
          const { seq } = library.messages[index]!;
          const hits = find(query, shown);
          const isBefore = (place: number): boolean => (shown === 'new' ? place > seq : place < seq);
          const before = hits.filter(isBefore);
          const from = hits.slice(before.length);
          const middle = page(query, shown, { kind: 'around', seq }, limit);
          const half = Math.floor(limit / 2);
          expect(middle.places).toEqual([
            ...before.slice(Math.max(0, before.length - half)),
            ...from.slice(0, limit - half),
          ]);
          const places = [...middle.places];
          for (let { next } = middle; next !== null;) {
            const more = page(query, shown, after(next), 200);
            places.push(...more.places);
            ({ next } = more);
          }
          for (let { previous } = middle; previous !== null;) {
            const more = page(query, shown, after(previous), 200);
            places.unshift(...more.places);
            ({ previous } = more);
          }
          expect(places).toEqual(hits);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('begin with a place or with what follows it', () => {
    fc.assert(
      fc.property(order, fc.nat(library.messages.length - 1), (shown, index) => {
        const { seq } = library.messages[index]!;
        const hits = find('boss', shown);
        const rest = hits.filter((place) => (shown === 'new' ? place <= seq : place >= seq));
        const found = page('boss', shown, { kind: 'place', seq }, 20);
        expect(found.places).toEqual(rest.slice(0, 20));
        expect(found.previous !== null).toBe(rest.length < hits.length);
      }),
    );
  });
});

describe('a search that runs out of time', () => {
  test.each(['new', 'old'] as const)('goes on where it stopped, and misses nothing (%s)', (shown) => {
    const query = '":)" OR *e* -boss';
    let start: PageStart = { kind: 'first' };
    const places: number[] = [];
    let stops = 0;
    for (;;) {
      const current: PlacesPage = page(query, shown, start, 5000, 0);
      places.push(...current.places);
      if (current.stoppedAt !== null) stops += 1;
      if (current.next === null) break;
      start = after(current.next);
    }
    expect(stops).toBeGreaterThan(0);
    expect(places).toEqual(find(query, shown));
  });
});
