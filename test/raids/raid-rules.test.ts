import { describe, expect, it, onTestFinished } from 'vitest';
import { getRaid } from '../../electron/raids/get-raid.ts';
import { readTimeline } from '../../electron/raids/raid-timeline.ts';
import type { RaidDetail } from '../../shared/raids/pull-types.ts';
import { contextOf } from '../messages/search-library.ts';
import { createRaidLibrary, type PlainParticipant, type PlainRaid, type PlainRaidLibrary } from './raid-library.ts';

const clock = { timeZone: 'UTC', nightStartHour: 6 };

function open(library: PlainRaidLibrary) {
  const database = createRaidLibrary(library);
  onTestFinished(() => {
    database.close();
  });
  return contextOf(database);
}

/** The page of one raid of a library that has nothing else. */
function detailOf(raid: PlainRaid, participants: readonly PlainParticipant[] = []): RaidDetail {
  return getRaid(open({ raids: [raid], participants }), { id: raid.id, ...clock });
}

const start = '2025-11-22 20:00:00';
const someone = (raid: string, more: Partial<PlainParticipant> = {}): PlainParticipant => ({
  raid,
  user: 'lead',
  damage: 7200,
  ...more,
});

describe('how long a pull took', () => {
  it('is what the server recorded', () => {
    const { raid, participants } = detailOf({ id: 'r', start, end: '2025-11-22 20:20:00', seconds: 720 }, [
      someone('r'),
    ]);
    expect(raid).toMatchObject({ durationSeconds: 720, durationFrom: 'recorded', damagePerSecond: 10 });
    expect(participants[0]?.damagePerSecond).toBe(10);
  });

  it('is the time from start to end where nothing is recorded', () => {
    const { raid } = detailOf({ id: 'r', start, end: '2025-11-22 20:10:00', seconds: null }, [someone('r')]);
    expect(raid).toMatchObject({ durationSeconds: 600, durationFrom: 'times', damagePerSecond: 12 });
  });

  it('is not known where both are missing, and then nothing has a rate', () => {
    const { raid, participants } = detailOf({ id: 'r', start, end: null, seconds: null }, [someone('r')]);
    expect(raid).toMatchObject({ durationSeconds: null, durationFrom: null, damagePerSecond: null });
    expect(participants[0]).toMatchObject({ damage: 7200, damagePerSecond: null, percentile: null, comparedCount: 0 });
  });

  it('is not the negative time of a raid that ends before it starts, which is reported', () => {
    const { raid } = detailOf({ id: 'r', start, end: '2025-11-22 19:00:00', seconds: null });
    expect(raid).toMatchObject({ durationSeconds: null, oddities: ['ends_before_start', 'no_participants'] });
  });

  it('is not a negative number that the server recorded', () => {
    expect(detailOf({ id: 'r', start, end: null, seconds: -5 }).raid.durationSeconds).toBeNull();
  });

  it('gives no rate when it is 0', () => {
    const { raid, participants } = detailOf({ id: 'r', start, seconds: 0 }, [someone('r')]);
    expect(raid).toMatchObject({ durationSeconds: 0, damagePerSecond: null });
    expect(participants[0]?.damagePerSecond).toBeNull();
  });
});

describe('how a pull ended', () => {
  it('is a kill with no health left, whatever health the row still has', () => {
    expect(detailOf({ id: 'r', status: 'victory', health: 100 }).raid).toMatchObject({ result: 'kill', healthLeft: 0 });
  });

  it('is a wipe at the health that the boss had', () => {
    expect(detailOf({ id: 'r', status: 'wipe', health: 12 }).raid).toMatchObject({ result: 'wipe', healthLeft: 12 });
  });

  it('is not known yet of one in progress, which has the health of now', () => {
    const { raid } = detailOf({ id: 'r', status: 'in_progress', health: 43, seconds: null });
    expect(raid).toMatchObject({ result: 'live', healthLeft: 43, endedAt: null, pullNumber: 1 });
  });

  it('is nothing of one that never began: it has no health, no number and its place by when it was drawn up', () => {
    const { raid, series } = detailOf(
      {
        id: 'r',
        status: 'preparing',
        start: null,
        seconds: null,
        createdAt: start,
        health: 100,
      },
      [someone('r')],
    );
    expect(raid).toMatchObject({
      result: 'preparing',
      healthLeft: null,
      pullNumber: null,
      deaths: null,
      night: '2025-11-22',
    });
    expect(series).toEqual({ previousId: null, nextId: null, pullCount: 0, bestId: null });
  });
});

describe('the timeline', () => {
  it('draws one that ends before it starts without a length, and leaves out what never began', () => {
    const context = open({
      raids: [
        { id: 'backwards', start, end: '2025-11-22 19:00:00', seconds: null, status: 'wipe', health: 50 },
        { id: 'never', status: 'preparing', start: null, seconds: null, createdAt: start },
        { id: 'kill', start: '2025-11-22 20:30:00' },
      ],
    });
    const { pulls, notBegunCount, endsBeforeStartCount } = readTimeline(context, {
      query: '',
      lanes: 'server',
      ...clock,
    });
    expect([pulls.ids, pulls.lengths]).toEqual([
      ['backwards', 'kill'],
      [-1, 360],
    ]);
    expect({ notBegunCount, endsBeforeStartCount }).toEqual({ notBegunCount: 1, endsBeforeStartCount: 1 });
  });
});

describe('participants', () => {
  it('may be missing: sums are unknown and not 0, and the size is what the server recorded', () => {
    const { raid, participants } = detailOf({ id: 'r', count: 23 });
    expect(participants).toEqual([]);
    expect(raid).toMatchObject({
      playerCount: 23,
      deaths: null,
      damage: null,
      composition: [],
      oddities: ['no_participants'],
    });
  });

  it('are counted as listed where the server recorded another number', () => {
    const { raid } = detailOf({ id: 'r', count: 5 }, [someone('r')]);
    expect(raid).toMatchObject({ playerCount: 1, oddities: ['other_count'] });
  });

  it('who did no damage at all have no share of it', () => {
    const [first] = detailOf({ id: 'r' }, [someone('r', { damage: 0, healing: 30 })]).participants;
    expect(first).toMatchObject({ damagePerSecond: 0, damageShare: null, healingShare: 1 });
  });

  it('are forty, in any script, ranked within their role by its own figure; equals share a place', () => {
    const names = ['Ægir', '今日子', 'Ωμέγα', 'محمد', 'Привет', "O'Neil", 'x"y', ' '];
    const users = Array.from({ length: 40 }, (_, place) => [`u${place}`, `${names[place % 8] ?? ''}${place}`] as const);
    const participants = users.map(([user], place): PlainParticipant => ({
      raid: 'r',
      user,
      role: place < 2 ? 'tank' : place < 10 ? 'healer' : 'dps',
      damage: place < 10 ? place : 1000 - Math.floor(place / 2),
      healing: place < 10 ? 500 + place : 1,
    }));
    const context = open({ users, raids: [{ id: 'r', count: 40 }], participants });
    const detail = getRaid(context, { id: 'r', ...clock });
    expect(detail.participants).toHaveLength(40);
    expect(detail.participants.map(({ role }) => role)).toEqual([
      ...Array.from({ length: 2 }, () => 'tank'),
      ...Array.from({ length: 8 }, () => 'healer'),
      ...Array.from({ length: 30 }, () => 'dps'),
    ]);
    const rankOf = (user: string) => detail.participants.find(({ player }) => player.id === user)?.rank;
    expect([rankOf('u9'), rankOf('u2'), rankOf('u10'), rankOf('u11'), rankOf('u12')]).toEqual([1, 8, 1, 1, 3]);
    expect(detail.participants.find(({ player }) => player.id === 'u1')?.player.name).toBe('今日子1');
  });

  it('named by a backup that lacks them go by their id', () => {
    expect(detailOf({ id: 'r' }, [someone('r', { user: 'gone' })]).participants[0]?.player).toEqual({
      id: 'gone',
      name: 'gone',
      isPlaceholder: true,
    });
  });
});

describe('the percentile', () => {
  it('is the share of others on the same boss, difficulty and role that were lower per second', () => {
    const raids = ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, seconds: 100 }));
    const context = open({
      raids: [...raids, { id: 'other', difficulty: 'normal', seconds: 100 }, { id: 'unknown', seconds: null }],
      participants: [
        someone('r1', { damage: 100 }),
        someone('r2', { damage: 300 }),
        someone('r3', { damage: 200 }),
        someone('r4', { damage: 200 }),
        someone('other', { damage: 1 }),
        someone('unknown', { damage: 10_000 }),
      ],
    });
    const percentileOf = (id: string) => {
      const [first] = getRaid(context, { id, ...clock }).participants;
      return [first?.percentile, first?.comparedCount];
    };
    expect(percentileOf('r1')).toEqual([0, 4]);
    expect(percentileOf('r2')).toEqual([100, 4]);
    expect(percentileOf('r3')).toEqual([(1 / 3) * 100, 4]);
    expect(percentileOf('r4')).toEqual([(1 / 3) * 100, 4]);
    expect(percentileOf('other')).toEqual([null, 1]);
    expect(percentileOf('unknown')).toEqual([null, 0]);
  });
});

describe('the guild of a raid', () => {
  const users = ['a', 'b', 'c', 'd'].map((id) => [id, id] as const);
  const guildOf = (members: readonly string[]) => {
    const context = open({
      users,
      guilds: { dawn: members },
      raids: [{ id: 'r' }],
      participants: users.map(([user]) => someone('r', { user })),
    });
    return getRaid(context, { id: 'r', ...clock }).raid.guild?.id ?? null;
  };

  it('has more than half of the participants', () => {
    expect(guildOf(['a', 'b', 'c'])).toBe('dawn');
  });

  it('is none with exactly half', () => {
    expect(guildOf(['a', 'b'])).toBeNull();
  });
});

it('pulls are numbered for each boss, difficulty and guild, or leader without one', () => {
  const at = (minute: number) => ({ start: `2025-11-22 20:${String(minute).padStart(2, '0')}:00` });
  const context = open({
    users: [['a', 'a']],
    guilds: { dawn: ['a'] },
    raids: [
      { id: 'g1', ...at(0) },
      { id: 'g2', ...at(10), leader: 'a' },
      { id: 'other boss', ...at(12), boss: 'Archon' },
      { id: 'l1', ...at(15) },
      { id: 'g3', ...at(20) },
      { id: 'l2', ...at(25) },
      { id: 'another server', ...at(30), server: 's2' },
    ],
    participants: ['g1', 'g2', 'g3', 'other boss'].map((raid) => someone(raid, { user: 'a' })),
  });
  const numberOf = (id: string) => getRaid(context, { id, ...clock }).raid.pullNumber;
  expect(['g1', 'g2', 'g3'].map(numberOf)).toEqual([1, 2, 3]);
  expect(['l1', 'l2', 'other boss', 'another server'].map(numberOf)).toEqual([1, 2, 1, 1]);
  expect(getRaid(context, { id: 'g2', ...clock }).series).toMatchObject({
    previousId: 'g1',
    nextId: 'g3',
    pullCount: 3,
  });
});

it('a raid that is not there is not found', () => {
  expect(() => getRaid(open({ raids: [] }), { id: 'r', ...clock })).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
});
