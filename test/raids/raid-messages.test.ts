import { expect, it, onTestFinished } from 'vitest';
import { getRaid } from '../../electron/raids/get-raid.ts';
import { listRaidMessages } from '../../electron/raids/list-raid-messages.ts';
import type { OperationContext } from '../../electron/library/operation.ts';
import { contextOf } from '../messages/search-library.ts';
import { createRaidLibrary, type PlainRaidLibrary } from './raid-library.ts';

const clock = { timeZone: 'UTC', nightStartHour: 6 };
const whole = { fromMs: null, toMs: null, limit: 500, cursor: null };

function open(library: PlainRaidLibrary): OperationContext {
  const database = createRaidLibrary(library);
  onTestFinished(() => {
    database.close();
  });
  return contextOf(database);
}

const idsOf = (context: OperationContext, id: string) =>
  listRaidMessages(context, { id, ...whole }).items.map((message) => message.id);

const twoPulls: PlainRaidLibrary = {
  users: [['anna', 'Anna']],
  raids: [
    { id: 'first', start: '2025-11-22 20:00:00', end: '2025-11-22 20:06:00', seconds: 360 },
    { id: 'second', start: '2025-11-22 20:10:00', end: null, seconds: 120 },
  ],
};

it('a message belongs to the raid that its metadata names, whatever its type, server and time', () => {
  const context = open({
    ...twoPulls,
    messages: [
      {
        id: 'loot',
        at: '2025-11-22 23:00:00',
        type: 'user',
        server: 's2',
        metadata: { raid_id: 'first', event: 'loot' },
      },
    ],
  });
  expect(idsOf(context, 'first')).toEqual(['loot']);
});

it('a message of type raid that names none belongs to the pull under way on its server', () => {
  const context = open({
    ...twoPulls,
    messages: [
      { id: 'before', at: '2025-11-22 19:59:59' },
      { id: 'at its start', at: '2025-11-22 20:00:00' },
      { id: 'not json', at: '2025-11-22 20:01:00', metadata: '{' },
      { id: 'of type user', at: '2025-11-22 20:02:00', type: 'user' },
      { id: 'elsewhere', at: '2025-11-22 20:03:00', server: 's2' },
      { id: 'of another raid', at: '2025-11-22 20:04:00', metadata: { raid_id: 'gone' } },
      { id: 'at its end', at: '2025-11-22 20:06:00' },
      { id: 'between', at: '2025-11-22 20:07:00' },
      { id: 'in the second', at: '2025-11-22 20:12:00' },
      { id: 'behind', at: '2025-11-22 20:12:01' },
    ],
  });
  expect(idsOf(context, 'first')).toEqual(['at its start', 'not json', 'at its end']);
  expect(idsOf(context, 'second')).toEqual(['in the second']);
  expect(listRaidMessages(context, { id: 'first', ...whole }).items.map(({ belongsBy }) => belongsBy)).toEqual([
    'time',
    'time',
    'time',
  ]);
  expect(getRaid(context, { id: 'first', ...clock })).toMatchObject({ messageCount: 3, messagesByTimeCount: 3 });
});

it('of two pulls at a time on one server, it belongs to the one that its author takes part in, else to the later', () => {
  const context = open({
    users: [['anna', 'Anna']],
    raids: [
      { id: 'annas', start: '2025-11-22 20:00:00' },
      { id: 'others', start: '2025-11-22 20:01:00' },
    ],
    participants: [{ raid: 'annas', user: 'anna' }],
    messages: [
      { id: 'by anna', at: '2025-11-22 20:02:00', user: 'anna' },
      { id: 'by somebody', at: '2025-11-22 20:02:00' },
    ],
  });
  expect(idsOf(context, 'annas')).toEqual(['by anna']);
  expect(idsOf(context, 'others')).toEqual(['by somebody']);
});

it('the boss’s health and events come from the messages in order of time, with whom they happened to', () => {
  const context = open({
    ...twoPulls,
    messages: [
      { id: 'm1', at: '2025-11-22 20:00:00', metadata: { raid_id: 'first', boss_health: 100, event: 'pull' } },
      { id: 'm2', at: '2025-11-22 20:00:30.250', metadata: { raid_id: 'first', boss_health: '81.5', event: 'chat' } },
      {
        id: 'm3',
        at: '2025-11-22 20:01:00',
        metadata: { raid_id: 'first', boss_health: 250, event: 'death', player_id: 'anna' },
      },
    ],
  });
  const { samples, events } = getRaid(context, { id: 'first', ...clock });
  expect(samples.map(({ second, health, messageId }) => [second, health, messageId])).toEqual([
    [0, 100, 'm1'],
    [30.25, 81.5, 'm2'],
  ]);
  expect(events.map(({ second, event, player, text }) => [second, event, player?.name ?? null, text])).toEqual([
    [0, 'pull', null, 'text of m1'],
    [60, 'death', 'Anna', 'text of m3'],
  ]);
});

it('a stretch of the chat is read page by page, each message once', () => {
  const messages = Array.from({ length: 25 }, (_, place) => ({
    id: `m${place}`,
    at: `2025-11-22 20:0${place % 5}:00`,
    metadata: { raid_id: 'first' },
  })).toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const context = open({ ...twoPulls, messages });
  const stretch = {
    id: 'first',
    fromMs: Date.UTC(2025, 10, 22, 20, 1),
    toMs: Date.UTC(2025, 10, 22, 20, 3),
    limit: 4,
  };
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = listRaidMessages(context, { ...stretch, cursor });
    expect(page.total).toBe(15);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  const expected = messages.filter(({ at }) => ['1', '2', '3'].includes(at.charAt(15)));
  expect(ids).toEqual(expected.map(({ id }) => id));
});

it('a cursor that is none is refused', () => {
  expect(() => listRaidMessages(open(twoPulls), { id: 'first', ...whole, cursor: 'x' })).toThrow(
    expect.objectContaining({ code: 'bad_input' }),
  );
});
