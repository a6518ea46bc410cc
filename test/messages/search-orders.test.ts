import { afterAll, describe, expect, test } from 'vitest';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import { countMessages, searchMessages } from '../../electron/messages/search-messages.ts';
import { createRichLibrary, generateRichLibrary } from './rich-library.ts';
import { contextOf, searchAll, searchDefaults } from './search-library.ts';
import { createOracle } from './search-oracle.ts';

const library = generateRichLibrary(3000);
const database = createRichLibrary(library);
const context = contextOf(database);
const find = createOracle(library);
const timeOf = new Map(library.messages.map(({ id, time }) => [id, time]));

afterAll(() => {
  database.close();
});

function search(query: string, more: Partial<ParsedInputOf<'messages.search'>> = {}): MessagePage {
  return searchMessages(context, { ...searchDefaults, query, ...more });
}

const idsOf = (page: MessagePage): string[] => page.items.map(({ id }) => id);

describe('sort:old', () => {
  test('shows the oldest first, page by page', () => {
    expect(searchAll(context, 'boss sort:old', 50)).toEqual(find('boss').toReversed());
    expect(search('boss sort:old')).toMatchObject({ order: 'old', problems: [] });
  });

  test('cannot go on with the cursor of another order', () => {
    const { next } = search('boss', { limit: 5 });
    expect(() => search('boss sort:old', { cursor: next })).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => search('boss sort:best', { cursor: next })).toThrow(expect.objectContaining({ code: 'bad_input' }));
  });
});

describe('sort:best', () => {
  test('shows every hit once, those that fit best first', () => {
    const ranked = searchAll(context, 'boss OR wipe sort:best', 50);
    expect(ranked.toSorted()).toEqual(find('boss OR wipe').toSorted());
    const content = new Map(library.messages.map((message) => [message.id, message.content]));
    const first = content.get(ranked[0]!)!;
    expect(first).toMatch(/boss|wipe/i);
    expect(first.length).toBeLessThan(content.get(ranked.at(-1)!)!.length);
  });

  test('shows the newest first where nothing is better', () => {
    expect(searchAll(context, 'is:deleted sort:best')).toEqual(find('is:deleted'));
  });

  test('goes there and back again, to the end and around a hit', () => {
    const all = searchAll(context, 'boss sort:best');
    const second = search('boss sort:best', { limit: 20, cursor: search('boss sort:best', { limit: 20 }).next });
    expect(idsOf(second)).toEqual(all.slice(20, 40));
    expect(idsOf(search('boss sort:best', { limit: 20, cursor: second.previous }))).toEqual(all.slice(0, 20));
    expect(idsOf(search('boss sort:best', { limit: 20, isFromEnd: true }))).toEqual(all.slice(-20));
    const middle = search('boss sort:best', { limit: 20, around: all[50]! });
    expect(idsOf(middle)).toEqual(all.slice(40, 60));
    expect(middle.focus).toBe(all[50]);
  });

  test('knows of a star that was given in between', () => {
    const query = 'is:starred boss sort:best';
    const before = search(query).items.length;
    const other = find('boss -is:starred')[0]!;
    database.prepare(`INSERT INTO kept_stars VALUES ('message', ?, '2025-06-01 00:00:00')`).run(other);
    expect(search(query).items).toHaveLength(before + 1);
    database.prepare('DELETE FROM kept_stars WHERE subject_id = ?').run(other);
  });
});

describe('near:', () => {
  test('opens the list around a message, oldest first', () => {
    const hits = find('boss').toReversed();
    const page = search(`boss near:${hits[40]}`, { limit: 20 });
    expect(idsOf(page)).toEqual(hits.slice(30, 50));
    expect(page).toMatchObject({ order: 'old', focus: hits[40], problems: [] });
  });

  test('opens the list around a direct message too', () => {
    const direct = library.messages.find(({ more }) => more?.isDirect === true)!;
    expect(search(`near:${direct.id}`)).toMatchObject({ focus: direct.id });
    expect(idsOf(search(`near:${direct.id}`))).toContain(direct.id);
  });

  test('opens the list at a time, with the first hit from then on in focus', () => {
    const hits = find('boss').toReversed();
    const start = Date.UTC(2024, 5, 1) / 1000;
    const first = hits.find((id) => (timeOf.get(id) ?? 0) >= start)!;
    const page = search('boss near:2024-06-01', { limit: 10 });
    expect(page.focus).toBe(first);
    expect(idsOf(page)[5]).toBe(first);
  });

  test('of a message that is not there says so, and shows the list', () => {
    const page = search('boss near:nowhere');
    expect(page.problems).toMatchObject([{ code: 'bad_value', range: [5, 17] }]);
    expect(page.items.length).toBeGreaterThan(0);
  });
});

describe('a page', () => {
  test('around a message that is not in the library is not found', () => {
    expect(() => search('', { around: 'nowhere' })).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  test('says what the names in the query stand for', () => {
    const { resolved } = search('in:off-topic from:ann server:nord from:"Two Words"');
    const server = (id: string): string => library.servers.find((row) => row.id === id)!.name;
    const channel = library.channels.find(({ name }) => name === 'off-topic')!;
    expect(resolved).toContainEqual({ range: [3, 12], label: `off-topic (${server(channel.serverId)})` });
    expect(resolved).toContainEqual({ range: [18, 21], label: '4 players' });
    expect(resolved).toContainEqual({ range: [29, 33], label: 'Nord' });
  });

  test('without hits offers to look inside words, if that finds some', () => {
    expect(search('ipe').problems).toMatchObject([{ code: 'no_hits_but_inside', range: [0, 3], repair: '*ipe*' }]);
    expect(search('boss ipe from:nobody').problems.at(-1)).toMatchObject({ repair: 'boss *ipe* from:nobody' });
    expect(search('zzzz').problems).toEqual([]);
    expect(search('boss').problems).toEqual([]);
  });

  test('says that one has to say who one is', () => {
    database.exec('CREATE TEMP TABLE me AS SELECT * FROM kept_me; DELETE FROM kept_me');
    expect(search('from:me')).toMatchObject({ items: [], problems: [{ code: 'unknown_name', range: [5, 7] }] });
    database.exec('INSERT INTO kept_me SELECT * FROM temp.me; DROP TABLE temp.me');
    expect(search('from:me').problems).toEqual([]);
  });
});

describe('a regular expression', () => {
  test('is highlighted where it matches', () => {
    const { items } = search(String.raw`/\d+:\d+/`);
    expect(items.length).toBeGreaterThan(0);
    for (const { content, highlights } of items) {
      expect(highlights.map(([start, end]) => content.slice(start, end))).toContainEqual(
        expect.stringMatching(/\d:\d/),
      );
    }
  });

  test('that hangs leaves out what it hangs on, and says so', () => {
    const catastrophe = `${'a'.repeat(40)}!`;
    database.prepare('UPDATE messages SET content = ? WHERE id = ?').run(catastrophe, find('type:user -is:deleted')[0]);
    const page = search('/(a+)+$/', { limit: 5 });
    expect(page.problems).toMatchObject([{ code: 'too_slow', range: [0, 8] }]);
    expect(countMessages(context, { query: '/(a+)+$/', timeZone: 'UTC', maxSeconds: 60 }).isComplete).toBe(false);
  });
});
