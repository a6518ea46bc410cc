import { describe, expect, it, onTestFinished } from 'vitest';
import type { OperationContext } from '../../electron/library/operation.ts';
import { listNights, listRaids } from '../../electron/raids/list-raids.ts';
import { raidSortColumns, type RaidPage, type RaidSortColumn, type SortDirection } from '../../shared/raids/types.ts';
import { contextOf, createRandom } from '../messages/search-library.ts';
import { createRaidLibrary, type PlainRaid, type PlainRaidLibrary } from './raid-library.ts';

const clock = { timeZone: 'UTC', nightStartHour: 6 };
const first = { query: '', ...clock, sort: 'night', direction: 'desc', limit: 100, cursor: null } as const;

function open(library: PlainRaidLibrary): OperationContext {
  const database = createRaidLibrary(library);
  onTestFinished(() => {
    database.close();
  });
  return contextOf(database);
}

const idsOf = (page: RaidPage) => page.items.map(({ id }) => id);

/** Every raid of a query in an order, page by page. */
function listAll(context: OperationContext, sort: RaidSortColumn, direction: SortDirection, limit: number): RaidPage[] {
  const pages: RaidPage[] = [];
  let cursor: string | null = null;
  do {
    const page: RaidPage = listRaids(context, { ...first, sort, direction, limit, cursor });
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null && pages.length < 1000);
  return pages;
}

describe('nights', () => {
  const pulls = [
    { id: 'evening', start: '2025-11-22 20:00:00' },
    { id: 'past midnight', start: '2025-11-23 01:30:00' },
    { id: 'last second', start: '2025-11-23 05:59:59' },
    { id: 'morning', start: '2025-11-23 06:00:00' },
    { id: 'undated', start: null, createdAt: null },
  ];
  const nightsOf = (timeZone: string, nightStartHour: number) =>
    listNights(open({ raids: pulls }), { query: '', timeZone, nightStartHour }).nights.map(({ night, pullCount }) => [
      night,
      pullCount,
    ]);

  it('run from six to six, so that what is fought past midnight belongs to the evening before', () => {
    expect(nightsOf('UTC', 6)).toEqual([
      ['2025-11-22', 3],
      ['2025-11-23', 1],
    ]);
  });

  it('begin at another hour where that is asked for', () => {
    expect(nightsOf('UTC', 0)).toEqual([
      ['2025-11-22', 1],
      ['2025-11-23', 3],
    ]);
  });

  it('run by the clocks of the zone', () => {
    expect(nightsOf('America/Los_Angeles', 6)).toEqual([['2025-11-22', 4]]);
    expect(nightsOf('Asia/Tokyo', 6)).toEqual([
      ['2025-11-22', 1],
      ['2025-11-23', 3],
    ]);
  });

  it('keep their hour where the clocks are set back in the night', () => {
    const context = open({
      raids: [
        { id: 'before', start: '2025-10-26 04:30:00' },
        { id: 'after', start: '2025-10-26 05:30:00' },
      ],
    });
    const { items } = listRaids(context, { ...first, timeZone: 'Europe/Berlin' });
    // 06:30 of summer time would be the next night; the clocks show 05:30.
    expect(items.map(({ id, night }) => [id, night])).toEqual([
      ['after', '2025-10-26'],
      ['before', '2025-10-25'],
    ]);
  });

  it('sum up their pulls, and those of each boss and guild in the order of the evening', () => {
    const context = open({
      raids: [
        { id: 'a1', boss: 'A', start: '2025-11-22 20:00:00', status: 'wipe', health: 30, seconds: 100 },
        { id: 'b1', boss: 'B', start: '2025-11-22 20:10:00', status: 'wipe', health: 80, seconds: null },
        { id: 'a2', boss: 'A', start: '2025-11-22 20:20:00', seconds: 200 },
        { id: 'a3', boss: 'A', start: '2025-11-22 20:30:00', difficulty: 'mythic', status: 'in_progress', health: 90 },
      ],
      participants: [
        { raid: 'a1', user: 'lead', deaths: 2 },
        { raid: 'a2', user: 'lead', deaths: 1 },
      ],
    });
    const page = listRaids(context, first);
    expect(idsOf(page)).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect(page.nights).toEqual([
      {
        night: '2025-11-22',
        pullCount: 4,
        killCount: 1,
        wipeCount: 2,
        fightSeconds: 660,
        deaths: 3,
        bestHealth: 0,
        bossCount: 3,
        killedBossCount: 1,
        firstAt: '2025-11-22 20:00:00',
        lastAt: '2025-11-22 20:36:00',
      },
    ]);
    expect(page.bosses.map(({ firstRaidId, pullCount, bestHealth }) => [firstRaidId, pullCount, bestHealth])).toEqual([
      ['a1', 2, 0],
      ['b1', 1, 80],
      ['a3', 1, null],
    ]);
    expect(page).toMatchObject({ total: 4, killCount: 1, wipeCount: 2, next: null });
  });
});

/** Many raids with equal and missing values in every column. */
function generateRaids(count: number): PlainRaidLibrary {
  const random = createRandom(7);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!; // never empty
  const raids = Array.from({ length: count }, (_, place): PlainRaid => {
    const status = pick(['preparing', 'in_progress', 'wipe', 'wipe', 'victory'] as const);
    const second = Date.UTC(2025, 9, 20) / 1000 + Math.floor(random() * 14 * 86_400);
    const start = new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
    return {
      id: `r${place}`,
      boss: pick(['Änne', 'Voidmaw', 'voidmaw', 'Boss 10', 'Boss 9']),
      difficulty: pick(['normal', 'hard', 'mythic'] as const),
      server: pick(['s1', 's2']),
      status,
      health: Math.floor(random() * 100),
      start: status === 'preparing' ? null : start,
      createdAt: random() < 0.05 && status === 'preparing' ? null : start,
      seconds: random() < 0.2 ? null : Math.floor(random() * 500),
      count: Math.floor(random() * 30),
    };
  });
  const participants = raids
    .filter(() => random() < 0.7)
    .map(({ id }) => ({
      raid: id,
      user: 'lead',
      damage: Math.floor(random() * 1000),
      deaths: Math.floor(random() * 3),
    }));
  return { raids, participants };
}

describe('pages', () => {
  it.each(raidSortColumns.flatMap((sort) => (['asc', 'desc'] as const).map((direction) => [sort, direction] as const)))(
    'by %s %s hold every raid once, whatever their size',
    (sort, direction) => {
      const context = open(generateRaids(120));
      const all = idsOf(listRaids(context, { ...first, sort, direction, limit: 500 }));
      expect(new Set(all).size).toBe(120);
      for (const limit of [1, 7, 50]) {
        const pages = listAll(context, sort, direction, limit);
        expect(pages.flatMap(idsOf)).toEqual(all);
        expect(pages.every(({ total }) => total === 120)).toBe(true);
      }
    },
  );

  it('by a column stand in its order, with what is missing at the end in either direction', () => {
    const context = open(generateRaids(120));
    for (const direction of ['asc', 'desc'] as const) {
      const sign = direction === 'asc' ? 1 : -1;
      const seconds = listRaids(context, { ...first, sort: 'duration', direction, limit: 500 }).items.map(
        ({ durationSeconds }) => durationSeconds,
      );
      const known = seconds.filter((value) => value !== null);
      expect(known.length).toBeGreaterThan(60);
      expect(seconds).toEqual([
        ...known.toSorted((one, other) => sign * (one - other)),
        ...Array.from({ length: seconds.length - known.length }, () => null),
      ]);
    }
  });

  it('by boss stand in the order of the alphabet, with numbers as numbers', () => {
    const context = open(generateRaids(120));
    const bosses = listRaids(context, { ...first, sort: 'boss', direction: 'asc', limit: 500 }).items.map(
      ({ boss }) => boss,
    );
    expect([...new Set(bosses.map((boss) => boss.toLowerCase()))]).toEqual(['änne', 'boss 9', 'boss 10', 'voidmaw']);
  });

  it('of nights say each night once, and each boss where its first pull stands', () => {
    const context = open(generateRaids(120));
    const pages = listAll(context, 'night', 'desc', 7);
    const groups = pages.flatMap(({ bosses }) => bosses.map(({ firstRaidId }) => firstRaidId));
    expect(new Set(groups).size).toBe(groups.length);
    for (const { items, nights } of pages) {
      expect(nights.map(({ night }) => night)).toEqual([...new Set(items.flatMap(({ night }) => night ?? []))]);
    }
    const whole = listRaids(context, { ...first, limit: 500 });
    expect(groups).toEqual(whole.bosses.map(({ firstRaidId }) => firstRaidId));
    expect(whole.bosses.reduce((sum, { pullCount }) => sum + pullCount, 0)).toBe(120);
  });

  it('go on where they were when an import has added raids meanwhile', () => {
    const library = generateRaids(30);
    const context = open(library);
    const page = listRaids(context, { ...first, sort: 'began', limit: 10 });
    const whole = idsOf(listRaids(context, { ...first, sort: 'began', limit: 500 }));
    const newest = { id: 'newest', start: '2026-01-01 00:00:00' };
    const grown = open({ ...library, raids: [...library.raids, newest] });
    const next = listRaids(grown, { ...first, sort: 'began', limit: 10, cursor: page.next });
    expect(idsOf(next)).toEqual(whole.slice(10, 20));
  });

  it('with a cursor of another query are refused', () => {
    const context = open(generateRaids(10));
    for (const cursor of ['after nothing', 'nonsense']) {
      expect(() => listRaids(context, { ...first, cursor })).toThrow(expect.objectContaining({ code: 'bad_input' }));
    }
  });

  it('in a zone that is none are refused', () => {
    expect(() => listRaids(open({ raids: [] }), { ...first, timeZone: 'Mars/Olympus' })).toThrow(
      expect.objectContaining({ code: 'bad_input' }),
    );
  });
});
