import { afterAll, describe, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { listFacets } from '../../electron/messages/facets.ts';
import { countMessages } from '../../electron/messages/search-messages.ts';
import { filterText } from '../../electron/messages/filter-text.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { tokenize } from '../../shared/query/tokenizer.ts';
import { createConversationLibrary, type PlacedMessage } from '../conversations/conversation-library.ts';
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

const hitsOf = (query: string): readonly PlainMessage[] => findIds(query).flatMap((id) => messages.get(id) ?? []);

/** Counts, most frequent first. */
function tally(values: readonly (string | null)[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].toSorted((one, other) => other - one);
}

/** So long that a busy machine does not stop the counting early. */
const patientMs = 60_000;
const input = { timeZone: 'UTC', limit: 100 } as const;

test.each(['', 'boss', '-boss', 'type:raid', '*f-t*', 'boss on:2025', 'from:anna OR wipe', 'on:2024-03'])(
  'the facets of “%s” are what a plain count finds',
  (query) => {
    const hits = hitsOf(query);
    const { facets } = listFacets(context, { ...input, query }, patientMs);
    const found = Object.fromEntries(facets.map((facet) => [facet.facet, facet.values.map(({ count }) => count)]));
    const month = ({ time }: PlainMessage): string | null =>
      time === null ? null : new Date(time * 1000).toISOString().slice(0, 7);
    expect(facets.every(({ isComplete }) => isComplete)).toBe(true);
    expect(found).toEqual({
      author: tally(hits.map(({ userId }) => userId)),
      channel: tally(hits.map(({ channelId }) => channelId)),
      server: tally(hits.map(({ serverId }) => serverId)),
      type: tally(hits.map(({ type }) => type)),
      month: tally(hits.map(month)),
    });
  },
);

test('the value of each author, channel and server finds just the messages that were counted for it', () => {
  const { facets } = listFacets(context, { ...input, query: 'boss' }, patientMs);
  const keys = { author: 'from', channel: 'in', server: 'server', type: 'type', month: 'on' } as const;
  for (const { facet, values } of facets) {
    for (const { value, count } of values) {
      const query = `boss ${keys[facet]}:${value}`;
      expect([query, countMessages(context, { query, timeZone: 'UTC', maxSeconds: 60 }).total]).toEqual([query, count]);
    }
  }
});

test('more values than were asked for are told as a number', () => {
  const all = listFacets(context, { ...input, query: 'boss' }, patientMs).facets[0]!; // authors come first
  const few = listFacets(context, { ...input, query: 'boss', limit: 2 }, patientMs).facets[0]!; // authors come first
  expect(few.values).toEqual(all.values.slice(0, 2));
  expect(few.otherValueCount).toBe(all.values.length - 2);
});

test('two channels of one name are told apart by their server', () => {
  const { facets } = listFacets(context, { ...input, query: '' });
  const labels = facets.find(({ facet }) => facet === 'channel')?.values.map(({ label }) => label) ?? [];
  expect(labels.filter((label) => label.startsWith('raids ('))).toHaveLength(2);
  expect(labels).toContain('off-topic');
});

test('a search that takes too long counts its newest hits and what the index knows by itself', () => {
  const { facets, countedHits } = listFacets(context, { ...input, query: 'boss' }, 0);
  const hits = hitsOf('boss');
  expect(countedHits).toBeGreaterThan(0);
  expect(countedHits).toBeLessThan(hits.length);
  expect(facets.filter(({ isComplete }) => isComplete)).toEqual([]);
  const all = listFacets(context, { ...input, query: 'boss' }, patientMs);
  expect(all.countedHits).toBe(hits.length);
});

test('direct messages count for their sender, the server of the sender and the type dm', () => {
  const { library: other, database: otherDatabase, messages: placed } = createConversationLibrary();
  const servers = new Map(other.users.map(({ id, serverId }) => [id, serverId]));
  const plain = new Map(other.messages.map((message) => [message.id, message]));
  for (const query of ['', 'boss']) {
    const wanted = query === '' ? null : new Set(createOracle(other)(query));
    const isHit = ({ id, content }: PlacedMessage): boolean =>
      wanted === null ||
      wanted.has(id) ||
      (id.startsWith('direct') && tokenize(content).some(({ text }) => text === query));
    const hits = placed.filter(isHit);
    const { facets } = listFacets(contextOf(otherDatabase), { ...input, query }, patientMs);
    const found = Object.fromEntries(facets.map((facet) => [facet.facet, facet.values.map(({ count }) => count)]));
    expect(found).toMatchObject({
      author: tally(hits.map(({ userId }) => userId)),
      server: tally(hits.map(({ id, userId }) => plain.get(id)?.serverId ?? servers.get(userId) ?? null)),
      type: tally(hits.map(({ type }) => type)),
    });
  }
  otherDatabase.close();
});

test('cancelling stops the counting', () => {
  const cancelled = contextOf(database, () => {
    throw new Error('stopped');
  });
  expect(() => listFacets(cancelled, { ...input, query: 'boss' })).toThrow('stopped');
});

describe('a value behind a filter', () => {
  test.each([
    'anna',
    'Two Words',
    'x"y',
    'me',
    'any',
    'a,b',
    '/x/',
    '1..2',
    '>3',
    '今日',
    'back\\slash',
    'a|b',
    "o'neil",
    '-5',
    'OR',
    '(x)',
    'a*',
  ])('%s is read back as itself', (text) => {
    const { query, problems } = parseQuery(`from:${filterText(text)}`, messageLanguage);
    expect(problems).toEqual([]);
    expect(query).toMatchObject({ kind: 'filter', values: [{ text }] });
  });
});
