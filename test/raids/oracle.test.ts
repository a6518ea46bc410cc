/**
 * Every figure that the channels of raids answer, against the same figure computed a second time from the rows of the backup
 * (raids-oracle.ts): for every raid of a sample with flaws, over a library that a real import made.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import type { InputOf } from '../../shared/contract/channels.ts';
import type { Raid, RaidPage, RaidSortColumn } from '../../shared/raids/types.ts';
import { importFiles, startApp, type AppSession } from '../bench/app-session.ts';
import {
  bestOf,
  listMessages,
  listRaids,
  listRates,
  medianOf,
  nightOf,
  ownFigure,
  performanceKey,
  perSecond,
  readTables,
  totalsOf,
  type OracleMessage,
  type OracleRaid,
  type Tables,
} from './raids-oracle.ts';

const clocks = ['Europe/Berlin', 'UTC', 'America/Los_Angeles'].flatMap((timeZone) =>
  [6, 0].map((nightStartHour) => ({ timeZone, nightStartHour })),
);

let folder = '';
let session: AppSession;
let tables: Tables;
let raids: readonly OracleRaid[] = [];
let messages: ReadonlyMap<string, readonly OracleMessage[]>;
let rates: ReadonlyMap<string, readonly number[]>;
let userNames: ReadonlyMap<string, string>;
let guildNames: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raidscope-raids-oracle-'));
  const backup = join(folder, 'backup.db');
  writeSampleBackup(backup, { messageCount: 5000, raidCount: 220 });
  addFlaws(backup);
  tables = readTables(backup);
  raids = listRaids(tables);
  messages = Map.groupBy(listMessages(tables, raids), ({ raidId }) => raidId);
  rates = listRates(raids);
  userNames = new Map(tables.users.map(({ id, username }) => [id, username]));
  guildNames = new Map(tables.guilds.map(({ id, name }) => [id, name]));
  session = startApp(join(folder, 'app'));
  await session.app.openLibrary(join(folder, 'library.raidscope'), { mayCreate: true });
  await importFiles(session, [backup]);
}, 120_000);

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What servers write on bad days; every rule then has raids on both of its sides. */
function addFlaws(backup: string): void {
  const database = openDatabase(backup);
  database.pragma('foreign_keys = OFF');
  database.exec(`
    UPDATE raids SET duration_seconds = NULL WHERE rowid % 7 = 0;
    UPDATE raids SET end_time = NULL, duration_seconds = NULL WHERE rowid % 23 = 0;
    UPDATE raids SET end_time = NULL WHERE rowid % 53 = 0;
    UPDATE raids SET end_time = datetime(start_time, '-90 seconds') WHERE rowid % 19 = 0;
    UPDATE raids SET duration_seconds = NULL WHERE rowid % 38 = 0;
    UPDATE raids SET duration_seconds = 0 WHERE rowid % 41 = 0;
    UPDATE raids SET start_time = NULL, end_time = NULL WHERE rowid % 29 = 0;
    UPDATE raids SET start_time = NULL, end_time = NULL, created_at = NULL WHERE rowid % 97 = 0;
    UPDATE raids SET health_percentage = 12 WHERE status = 'victory' AND rowid % 2 = 0;
    UPDATE raids SET participant_count = participant_count + 3 WHERE rowid % 37 = 0;
    DELETE FROM raid_participants WHERE raid_id IN (SELECT id FROM raids WHERE rowid % 31 = 0);
    UPDATE raid_participants SET damage_dealt = 0, healing = NULL WHERE raid_id IN (SELECT id FROM raids WHERE rowid % 43 = 0);
    DELETE FROM guild_members WHERE rowid % 20 < 9;
    UPDATE messages SET metadata = NULL WHERE type = 'raid' AND rowid % 3 = 0;
    UPDATE raids SET (server_id, start_time, end_time) =
      (SELECT server_id, datetime(start_time, '+20 seconds'), end_time FROM raids AS other WHERE other.rowid = raids.rowid + 1)
      WHERE rowid % 11 = 0 AND start_time IS NOT NULL
        AND EXISTS (SELECT 1 FROM raids AS other WHERE other.rowid = raids.rowid + 1 AND other.start_time IS NOT NULL);
  `);
  database.close();
}

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

function utcText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
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
          ...figuresOf(raid),
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

/** What the list tells of a raid, apart from names. */
function figuresOf(raid: OracleRaid): Partial<Raid> & Record<string, unknown> {
  return {
    id: raid.id,
    name: raid.name,
    boss: raid.boss,
    difficulty: raid.difficulty,
    result: raid.result,
    healthLeft: raid.healthLeft,
    createdAt: raid.createdAt,
    startedAt: raid.startedAt,
    endedAt: raid.endedAt,
    durationSeconds: raid.seconds,
    durationFrom: raid.durationFrom,
    server: expect.objectContaining({ id: raid.serverId }) as Raid['server'],
    leader: { id: raid.leaderId, name: userNames.get(raid.leaderId) ?? raid.leaderId, isPlaceholder: false },
    guild:
      raid.guildId === null
        ? null
        : { id: raid.guildId, name: guildNames.get(raid.guildId) ?? '', isPlaceholder: false },
    playerCount: raid.playerCount,
    deaths: raid.deaths,
    damage: raid.damage,
    healing: raid.healing,
    damageTaken: raid.damageTaken,
    damagePerSecond: raid.damagePerSecond,
    pullNumber: raid.pullNumber,
    oddities: expect.toSatisfy(
      (told: string[]) => told.toSorted().join() === raid.oddities.toSorted().join(),
    ) as Raid['oddities'],
    composition: expect.toSatisfy((parts: Raid['composition']) => {
      return (
        parts.every(({ role, class: name, count }) => {
          return raid.listed.filter((row) => row.role === role && row.class === name).length === count;
        }) && parts.reduce((sum, { count }) => sum + count, 0) === raid.listed.length
      );
    }) as Raid['composition'],
  };
}

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

/** The raid with a rate for each participant, their shares, ranks and percentiles, by player. */
function participantsOf(raid: OracleRaid): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const share = (part: number | null, whole: number | null): number | null =>
    whole === null || whole === 0 ? null : (part ?? 0) / whole;
  return new Map(
    raid.listed.map((row) => {
      const rate = perSecond(ownFigure(row), raid.seconds);
      const compared = rates.get(performanceKey(raid, row)) ?? [];
      const lower = compared.filter((other) => rate !== null && other < rate).length;
      const figures = {
        role: row.role,
        class: row.class,
        damage: row.damage_dealt ?? 0,
        healing: row.healing ?? 0,
        damageTaken: row.damage_taken ?? 0,
        deaths: row.deaths ?? 0,
        uptimePercent: row.uptime_percentage ?? 100,
        damagePerSecond: perSecond(row.damage_dealt ?? 0, raid.seconds),
        healingPerSecond: perSecond(row.healing ?? 0, raid.seconds),
        damageTakenPerSecond: perSecond(row.damage_taken ?? 0, raid.seconds),
        damageShare: share(row.damage_dealt, raid.damage),
        healingShare: share(row.healing, raid.healing),
        damageTakenShare: share(row.damage_taken, raid.damageTaken),
        rank: 1 + raid.listed.filter((other) => other.role === row.role && ownFigure(other) > ownFigure(row)).length,
        percentile:
          rate === null || compared.length < 2
            ? null
            : (expect.closeTo((lower / (compared.length - 1)) * 100, 9) as number),
        comparedCount: rate === null ? 0 : compared.length,
      };
      return [row.user_id, figures];
    }),
  );
}

describe('each raid', () => {
  it('has the same participants with their rates, shares, ranks and percentiles', async () => {
    for (const raid of raids) {
      const { participants } = await session.request('raids.get', { id: raid.id });
      const expected = participantsOf(raid);
      expect(new Set(participants.map(({ player }) => player.id))).toEqual(new Set(expected.keys()));
      for (const { player, ...figures } of participants) {
        expect(player.name).toBe(userNames.get(player.id));
        expect(figures).toEqual(expected.get(player.id));
      }
    }
  });

  it('has the same messages', async () => {
    for (const raid of raids) {
      const { items, total } = await session.request('raids.messages', { id: raid.id, limit: 1000 });
      const own = messages.get(raid.id) ?? [];
      expect(total).toBe(own.length);
      expect(items.map(({ atMs }) => atMs)).toEqual(own.map(({ atMs }) => atMs));
      const byId = new Map(items.map((item) => [item.id, item]));
      for (const { id, atMs, belongsBy, event, health } of own) {
        expect(byId.get(id)).toMatchObject({ atMs, belongsBy, event, health, second: secondOf(raid, atMs) });
      }
    }
  });

  it('has the same course: health, events and how many messages', async () => {
    for (const raid of raids) {
      const { samples, events, ...detail } = await session.request('raids.get', { id: raid.id });
      const own = messages.get(raid.id) ?? [];
      expect(detail).toMatchObject({
        messageCount: own.length,
        messagesByTimeCount: own.filter(({ belongsBy }) => belongsBy === 'time').length,
        isCut: false,
      });
      const told = own.filter(({ health }) => health !== null);
      expect(samples.map(({ atMs }) => atMs)).toEqual(told.map(({ atMs }) => atMs));
      const samplesById = new Map(samples.map((sample) => [sample.messageId, sample]));
      for (const { id, atMs, health } of told) {
        expect(samplesById.get(id)).toEqual({ atMs, second: secondOf(raid, atMs), health, messageId: id });
      }
      const happened = own.filter(({ event }) => event !== null && event !== 'chat');
      expect(events).toHaveLength(happened.length);
      const eventsById = new Map(events.map((event) => [event.messageId, event]));
      for (const { id, atMs, event, health, text } of happened) {
        expect(eventsById.get(id)).toMatchObject({ atMs, event, health, text: text.slice(0, 300) });
      }
    }
  });

  it('stands in the same place of its series', async () => {
    const series = Map.groupBy(pullsOf(null), ({ seriesKey }) => seriesKey);
    for (const raid of raids) {
      const own = raid.result === 'preparing' ? [] : (series.get(raid.seriesKey) ?? []);
      const place = own.indexOf(raid);
      const detail = await session.request('raids.get', { id: raid.id });
      expect(detail.series).toEqual({
        previousId: own[place - 1]?.id ?? null,
        nextId: place === -1 ? null : (own[place + 1]?.id ?? null),
        pullCount: own.length,
        bestId: bestOf(own)?.id ?? null,
      });
    }
  });
});

function secondOf(raid: OracleRaid, atMs: number): number {
  return raid.began === null ? 0 : atMs / 1000 - raid.began;
}

/** Raids that have begun, of one guild or of all. */
function pullsOf(guildId: string | null): readonly OracleRaid[] {
  return raids.filter((raid) => raid.result !== 'preparing' && (guildId === null || raid.guildId === guildId));
}

describe('a comparison', () => {
  it('has the same best pull, middle values and middle curve in every series', async () => {
    for (const own of Map.groupBy(pullsOf(null), ({ seriesKey }) => seriesKey).values()) {
      const chosen = [own[0], own.at(-1)].flatMap((raid) => raid?.id ?? []);
      const { pulls, best, median } = await session.request('raids.compare', { ids: chosen });
      expect(pulls.map(({ raid }) => raid.id)).toEqual([...new Set(chosen)]);
      expect(best?.raid.id ?? null).toBe(bestOf(own)?.id ?? null);
      const over = own.filter(({ result }) => result === 'kill' || result === 'wipe');
      expect(median).toEqual({
        pullCount: over.length,
        durationSeconds: medianOf(over.map(({ seconds }) => seconds)),
        healthLeft: medianOf(over.map(({ healthLeft }) => healthLeft)),
        deaths: medianOf(over.map(({ deaths }) => deaths)),
        damagePerSecond: medianOf(over.map(({ damagePerSecond }) => damagePerSecond)),
        playerCount: medianOf(over.map(({ playerCount }) => playerCount)),
        curve: middleCurve(over),
      });
    }
  });
});

/** Every five seconds, the middle of what was last told of the health in each pull that lasts so long; of three or more. */
function middleCurve(pulls: readonly OracleRaid[]): readonly object[] {
  const curve: object[] = [];
  for (let second = 0; second <= 3600; second += 5) {
    const healths = pulls.flatMap((raid) => {
      const told = (messages.get(raid.id) ?? []).filter(({ health }) => health !== null);
      const lastTold = told.at(-1);
      const end = raid.seconds ?? (lastTold === undefined ? null : secondOf(raid, lastTold.atMs));
      if (end === null || second > end) return [];
      return told.findLast(({ atMs }) => secondOf(raid, atMs) <= second)?.health ?? [];
    });
    if (healths.length >= 3) curve.push({ second, health: medianOf(healths), pullCount: healths.length });
  }
  return curve;
}

describe('progression', () => {
  it.each(clocks)(
    'has the same bosses and pulls, of all and of each guild: $timeZone from $nightStartHour',
    async (clock) => {
      const night = (raid: OracleRaid): string | null => nightOf(raid, clock.timeZone, clock.nightStartHour);
      const guildIds = [null, ...new Set(raids.flatMap(({ guildId }) => guildId ?? []))];
      expect(guildIds.length).toBeGreaterThan(1);
      for (const guildId of guildIds) {
        const { bosses } = await session.request('raids.progression', { ...clock, guildId });
        const pulls = pullsOf(guildId);
        const inOrder = [
          ...pulls.filter(({ began }) => began !== null),
          ...pulls.filter(({ began }) => began === null),
        ];
        const expected = Map.groupBy(inOrder, ({ boss, difficulty }) => JSON.stringify([boss, difficulty]));
        expect(bosses).toHaveLength(expected.size);
        const lastTimes = bosses.map(({ lastAt }) => lastAt ?? '');
        expect(lastTimes).toEqual(lastTimes.toSorted().reverse());
        for (const progress of bosses) {
          const { boss, difficulty } = progress;
          const own = expected.get(JSON.stringify([boss, difficulty])) ?? raise();
          expect(progress).toMatchObject(progressOf(own, night));
          const answer = await session.request('raids.bossPulls', { ...clock, guildId, boss, difficulty });
          expect(answer.progress).toEqual(progress);
          expect(answer.pulls).toEqual(bossPullsOf(own, night));
          const nights = Map.groupBy(own, night);
          nights.delete(null);
          const summed = [...nights].map(([ofNight, pulls]) => ({ night: ofNight, ...totalsOf(pulls) }));
          expect(answer.nights).toEqual(summed);
        }
      }
    },
  );

  it('lists each guild with its pulls', async () => {
    const guilds = await session.request('raids.listGuilds', {});
    const expected = Map.groupBy(
      raids.filter(({ guildId }) => guildId !== null),
      ({ guildId }) => guildId,
    );
    expect(guilds).toHaveLength(expected.size);
    for (const { guild, pullCount } of guilds) expect(pullCount).toBe(expected.get(guild.id)?.length);
    const counts = guilds.map(({ pullCount }) => pullCount);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});

type Night = (raid: OracleRaid) => string | null;

function progressOf(own: readonly OracleRaid[], night: Night): object {
  const place = own.findIndex(({ result }) => result === 'kill');
  const until = own.slice(0, place + 1);
  const kill = until.at(-1);
  const listed = own.filter(({ deaths }) => deaths !== null);
  const totals = totalsOf(own);
  const dates = own.flatMap(({ began }) => began ?? []);
  return {
    ...totals,
    deathsPerPull: listed.length === 0 ? null : totals.deaths / listed.length,
    nightCount: new Set(own.flatMap((raid) => night(raid) ?? [])).size,
    firstAt: dates.length === 0 ? null : utcText(Math.min(...dates)),
    lastAt: dates.length === 0 ? null : utcText(Math.max(...dates)),
    firstKill:
      kill === undefined
        ? null
        : {
            raidId: kill.id,
            at: kill.began === null ? null : utcText(kill.began),
            night: night(kill),
            pullCount: until.length,
            fightSeconds: totalsOf(until).fightSeconds,
          },
  };
}

function bossPullsOf(own: readonly OracleRaid[], night: Night): readonly object[] {
  return own.map((raid, index) => ({
    raidId: raid.id,
    number: index + 1,
    startedAt: raid.began === null ? null : utcText(raid.began),
    night: night(raid),
    result: raid.result,
    healthLeft: raid.healthLeft ?? 100,
    bestSoFar: Math.min(...own.slice(0, index + 1).map(({ healthLeft }) => healthLeft ?? 100)),
    deaths: raid.deaths,
    durationSeconds: raid.seconds,
  }));
}

describe('a player', () => {
  it('has the same pulls, newest first, and the same middle values', async () => {
    const { items: players } = await session.request('raids.players', { limit: 40 });
    for (const { player } of players) {
      const answer = await session.request('raids.playerPulls', { playerId: player.id, limit: 500 });
      const own = raids.filter(({ listed }) => listed.some(({ user_id }) => user_id === player.id)).toReversed();
      expect(answer.items.map(({ raid }) => raid.id)).toEqual(own.map(({ id }) => id));
      const parts = own.map((raid) => participantsOf(raid).get(player.id) ?? raise());
      for (const [index, { participant, raid }] of answer.items.entries()) {
        expect(participant).toMatchObject(parts[index] ?? raise());
        expect(raid).toMatchObject(figuresOf(own[index] ?? raise()));
      }
      const middle = (name: string): number | null => medianOf(parts.map((part) => part[name] as number | null)); // figures
      expect(answer.median).toEqual({
        damagePerSecond: middle('damagePerSecond'),
        healingPerSecond: middle('healingPerSecond'),
        damageTakenPerSecond: middle('damageTakenPerSecond'),
        deaths: middle('deaths'),
        uptimePercent: middle('uptimePercent'),
        percentile: expect.toBeOneOf([null, expect.any(Number)]) as number | null,
      });
      const percentile = medianOf(answer.items.map(({ participant }) => participant.percentile));
      if (percentile === null) expect(answer.median.percentile).toBeNull();
      else expect(answer.median.percentile).toBeCloseTo(percentile, 9);
    }
  });
});

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

function raise(): never {
  throw new Error('The oracle knows nothing of it.');
}
