/**
 * Every figure of one raid, of compared raids, of progression and of a player, against the same figure computed a second
 * time from the rows of the backup (raids-oracle.ts): for every raid of a sample with flaws, over a library that a real
 * import made.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { clocks, figuresOf, openOracleLibrary, raise, utcText } from './oracle-library.ts';
import {
  bestOf,
  medianOf,
  nightOf,
  ownFigure,
  performanceKey,
  perSecond,
  totalsOf,
  type OracleRaid,
} from './raids-oracle.ts';

const library = await openOracleLibrary();
const { session, raids, messages, rates, userNames } = library;
afterAll(library.close);

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
        expect(raid).toMatchObject(figuresOf(library, own[index] ?? raise()));
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
