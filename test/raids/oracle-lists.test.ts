/**
 * Every figure of the lists of raids, nights and players and of the time line, against the same figure computed a
 * second time from the rows of the backup (raids-oracle.ts): for every raid of a sample with flaws, over a library that
 * a real import made.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract/channels.ts';
import type { RaidPage, RaidSortColumn } from '../../shared/raids/types.ts';
import { clocks, figuresOf, openOracleLibrary, raise, utcText } from './oracle-library.ts';
import { nightOf, perSecond, totalsOf, type OracleRaid } from './raids-oracle.ts';

const library = await openOracleLibrary();
const { session, tables, raids, messages, userNames, guildNames } = library;
afterAll(library.close);

type ListInput = Omit<InputOf<'raids.list'>, 'cursor' | 'limit'>;

/** All pages, of an odd size so that they end within nights. */
async function listAll(input: ListInput = {}): Promise<RaidPage> {
  const pages: RaidPage[] = [];
  for (let cursor: string | null = null; ;) {
    const page: RaidPage = await session.request('raids.list', { timeZone: 'UTC', ...input, limit: 37, cursor });
    pages.push(page);
    if (page.next === null)
      return { ...page, items: pages.flatMap(({ items }) => items), bosses: pages.flatMap(({ bosses }) => bosses) };
    cursor = page.next;
  }
}

/** By night from the newest, within it by boss and guild (or leader) from the first pull on; of unknown time last. */
function inOrderOfNights(timeZone: string, nightStartHour: number): readonly (readonly OracleRaid[])[] {
  const nights = Map.groupBy(raids, (raid) => nightOf(raid, timeZone, nightStartHour));
  const dated = [...nights].filter(([night]) => night !== null).sort(([a], [b]) => (String(a) < String(b) ? 1 : -1));
  const undated = nights.get(null) ?? [];
  return [...dated.map(([, ofNight]) => ofNight), undated].flatMap((ofNight) => [
    ...Map.groupBy(ofNight, ({ seriesKey }) => seriesKey).values(),
  ]);
}

describe('the sample', () => {
  it('has raids on both sides of every rule', () => {
    const counts = (holds: (raid: OracleRaid) => boolean): number => raids.filter(holds).length;
    expect(raids.length).toBeGreaterThan(200);
    const present = {
      kills: counts(({ result }) => result === 'kill'),
      wipes: counts(({ result }) => result === 'wipe'),
      live: counts(({ result }) => result === 'live'),
      preparing: counts(({ result }) => result === 'preparing'),
      withGuild: counts(({ guildId }) => guildId !== null),
      withoutGuild: counts(({ guildId, listed }) => guildId === null && listed.length > 0),
      undated: counts(({ began }) => began === null),
      measured: counts(({ durationFrom }) => durationFrom === 'times'),
      endless: counts(({ start, seconds }) => start !== null && seconds === null),
      backwards: counts(({ oddities }) => oddities.includes('ends_before_start')),
      empty: counts(({ listed }) => listed.length === 0),
      byTime: [...messages.values()].flat().filter(({ belongsBy }) => belongsBy === 'time').length,
    };
    expect(Object.entries(present).filter(([, count]) => count === 0)).toEqual([]);
  });
});

describe('the list', () => {
  it.each(clocks)(
    'has every raid with its figures, in order: nights of $timeZone from $nightStartHour',
    async (clock) => {
      const page = await listAll(clock);
      const expected = inOrderOfNights(clock.timeZone, clock.nightStartHour).flat();
      expect(page.items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      for (const [index, raid] of expected.entries()) {
        expect(page.items[index]).toMatchObject({
          ...figuresOf(library, raid),
          night: nightOf(raid, clock.timeZone, clock.nightStartHour),
        });
      }
    },
  );

  it('counts all raids, kills and wipes', async () => {
    const { total, killCount, wipeCount } = await listAll();
    const { pullCount, ...counts } = totalsOf(raids);
    expect({ total, killCount, wipeCount }).toEqual({
      total: pullCount,
      killCount: counts.killCount,
      wipeCount: counts.wipeCount,
    });
  });

  it('sums up each boss of a night', async () => {
    const clock = { timeZone: 'Europe/Berlin', nightStartHour: 6 };
    const { bosses } = await listAll(clock);
    const groups = inOrderOfNights(clock.timeZone, clock.nightStartHour);
    expect(bosses).toHaveLength(groups.length);
    for (const [index, group] of groups.entries()) {
      const [first = raise()] = group;
      expect(bosses[index]).toMatchObject({
        ...totalsOf(group),
        firstRaidId: first.id,
        boss: first.boss,
        difficulty: first.difficulty,
      });
    }
  });

  const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const columns: Readonly<Record<Exclude<RaidSortColumn, 'night'>, (raid: OracleRaid) => string | number | null>> = {
    began: ({ began }) => began,
    boss: ({ boss }) => boss,
    difficulty: ({ difficulty }) => ['normal', 'hard', 'mythic'].indexOf(difficulty),
    result: ({ result, healthLeft }) =>
      ['kill', 'wipe', 'live', 'preparing'].indexOf(result) * 1000 + (healthLeft ?? 0),
    pull: ({ pullNumber }) => pullNumber,
    duration: ({ seconds }) => seconds,
    deaths: ({ deaths }) => deaths,
    players: ({ playerCount }) => playerCount,
    dps: ({ damagePerSecond }) => damagePerSecond,
    leader: ({ leaderId }) => userNames.get(leaderId) ?? leaderId,
    guild: ({ guildId }) => (guildId === null ? null : (guildNames.get(guildId) ?? guildId)),
    server: ({ serverId }) => tables.servers.find(({ id }) => id === serverId)?.name ?? serverId,
  };

  it.each(Object.entries(columns))(
    'sorted by %s stands in order both ways, what is not known at the end',
    async (sort, read) => {
      const byId = new Map(raids.map((raid) => [raid.id, raid]));
      for (const direction of ['asc', 'desc'] as const) {
        const { items } = await listAll({ sort: sort as RaidSortColumn, direction }); // a key of the record above
        expect(new Set(items.map(({ id }) => id)).size).toBe(raids.length);
        const values = items.map(({ id }) => read(byId.get(id) ?? raise()));
        const sign = direction === 'asc' ? 1 : -1;
        const compare = (a: string | number | null, b: string | number | null): number => {
          if (a === null || b === null) return Number(a === null) - Number(b === null);
          return sign * (typeof a === 'string' ? alphabet.compare(a, String(b)) : a - Number(b));
        };
        expect(values).toEqual(values.toSorted(compare));
      }
    },
  );
});

describe('nights', () => {
  it.each(clocks)('come to the same sums: $timeZone from $nightStartHour', async (clock) => {
    const { nights, undatedCount } = await session.request('raids.nights', clock);
    const groups = Map.groupBy(raids, (raid) => nightOf(raid, clock.timeZone, clock.nightStartHour));
    expect(undatedCount).toBe(groups.get(null)?.length);
    groups.delete(null);
    const expected = [...groups].map(([night, ofNight]) => {
      const bosses = Map.groupBy(ofNight, ({ boss, difficulty }) => JSON.stringify([boss, difficulty]));
      return {
        night,
        ...totalsOf(ofNight),
        bossCount: bosses.size,
        killedBossCount: [...bosses.values()].filter((pulls) => totalsOf(pulls).killCount > 0).length,
        firstAt: utcText(Math.min(...ofNight.map(({ began }) => began ?? Infinity))),
        lastAt: utcText(Math.max(...ofNight.map(({ began, seconds }) => (began ?? 0) + (seconds ?? 0)))),
      };
    });
    expect(nights).toEqual(expected.toSorted((a, b) => (String(a.night) < String(b.night) ? -1 : 1)));
  });
});

describe('players', () => {
  it.each(['', 'result:wipe', 'difficulty:normal result:kill'])(
    'of the raids that %j finds have the same sums',
    async (query) => {
      const found = raids.filter(({ result, difficulty }) => {
        if (result === 'preparing') return false;
        if (query === '') return true;
        return query === 'result:wipe' ? result === 'wipe' : result === 'kill' && difficulty === 'normal';
      });
      const page = await session.request('raids.players', { query, limit: 500 });
      const listedCount = found.filter(({ listed }) => listed.length > 0).length;
      const rows = found.flatMap((raid) => raid.listed.map((row) => ({ raid, row })));
      const players = Map.groupBy(rows, ({ row }) => row.user_id);
      expect(page).toMatchObject({ total: players.size, raidCount: listedCount, next: null });
      const pulls = page.items.map(({ pullCount }) => pullCount);
      expect(pulls).toEqual(pulls.toSorted((a, b) => b - a));
      for (const item of page.items) {
        const own = players.get(item.player.id) ?? raise();
        const sum = (figure: (each: (typeof own)[number]) => number | null): number =>
          own.reduce((total, each) => total + (figure(each) ?? 0), 0);
        const fightSeconds = sum(({ raid }) => raid.seconds);
        const rate = (figure: (each: (typeof own)[number]) => number | null): number | null =>
          perSecond(
            sum((each) => ((each.raid.seconds ?? 0) > 0 ? figure(each) : 0)),
            fightSeconds,
          );
        expect(item).toMatchObject({
          pullCount: own.length,
          killCount: own.filter(({ raid }) => raid.result === 'kill').length,
          share: own.length / listedCount,
          deaths: sum(({ row }) => row.deaths),
          fightSeconds,
          damage: sum(({ row }) => row.damage_dealt),
          healing: sum(({ row }) => row.healing),
          damageTaken: sum(({ row }) => row.damage_taken),
          damagePerSecond: rate(({ row }) => row.damage_dealt),
          healingPerSecond: rate(({ row }) => row.healing),
          damageTakenPerSecond: rate(({ row }) => row.damage_taken),
          uptimePercent: sum(({ row }) => row.uptime_percentage ?? 100) / own.length,
        });
        expectByFrequency(
          item.roles,
          own.map(({ row }) => row.role),
        );
        expectByFrequency(
          item.classes,
          own.map(({ row }) => row.class),
        );
      }
    },
  );
});

/** Each once, the most frequent first. */
function expectByFrequency(told: readonly string[], all: readonly string[]): void {
  expect(new Set(told)).toEqual(new Set(all));
  const counts = told.map((value) => all.filter((each) => each === value).length);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
}

describe('the time line', () => {
  it('has every raid that began, oldest first, with its figures', async () => {
    const { pulls, lanes, notBegunCount } = await session.request('raids.timeline', { lanes: 'server' });
    const drawn = raids.filter((raid) => raid.result !== 'preparing' && raid.began !== null);
    expect(pulls.ids).toEqual(drawn.map(({ id }) => id));
    expect(notBegunCount).toBe(raids.length - drawn.length);
    for (const [index, raid] of drawn.entries()) {
      expect({
        lane: lanes[pulls.lanes[index] ?? -1]?.id,
        start: pulls.starts[index],
        health: pulls.healths[index],
        pullNumber: pulls.pullNumbers[index],
        deaths: pulls.deaths[index],
      }).toEqual({
        lane: raid.serverId,
        start: raid.began,
        health: raid.healthLeft,
        pullNumber: raid.pullNumber,
        deaths: raid.deaths ?? -1,
      });
      expect(pulls.lengths[index]).toBe(raid.seconds ?? -1);
    }
  });
});
