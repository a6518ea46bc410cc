import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import type { Database } from '../../electron/library/open-database.ts';
import { getMessage } from '../../electron/messages/get-message.ts';
import { listDays } from '../../electron/messages/list-days.ts';
import { countMessages, searchMessages } from '../../electron/messages/search-messages.ts';
import { chatText } from './generated-text.ts';
import {
  contextOf,
  createSearchLibrary,
  generateLibrary,
  searchDefaults,
  type PlainMessage,
} from './search-library.ts';

const parents = generateLibrary(0);
let database: Database | null = null;

function fill(contents: readonly string[], more: Partial<PlainMessage> = {}): Database {
  database?.close();
  const messages = contents.map((content, index): PlainMessage => ({
    seq: (1_750_000_000 + index) * 2 ** 20,
    id: `m${index}`,
    type: 'user',
    userId: parents.users[0]!.id,
    serverId: parents.servers[0]!.id,
    channelId: parents.channels[0]!.id,
    content,
    isDeleted: false,
    editedAt: null,
    time: 1_750_000_000 + index,
    ...more,
  }));
  database = createSearchLibrary({ ...parents, messages });
  return database;
}

function search(query: string, more: { readonly maxContentLength?: number } = {}): MessagePage {
  return searchMessages(contextOf(database!), { ...searchDefaults, query, ...more });
}

beforeEach(() => {
  fill([]);
});

afterAll(() => {
  database?.close();
});

describe('what a person types', () => {
  const sharp = fc.constantFrom(
    '"',
    "'",
    '""',
    '(',
    ')',
    '*',
    '^',
    '-',
    '+',
    ':',
    '{',
    '}',
    '{facets}:',
    'facets:',
    'content:',
    'rowid:',
    'NEAR(',
    'NEAR',
    'AND',
    'OR',
    'NOT',
    ';',
    '--',
    '/*',
    '\0',
    '\\',
    '%',
    '_',
    '?',
    '$1',
    ',',
    'dn',
    'tuser',
    'from:',
    'type:',
    'on:',
    'is:',
    '\ud800',
    'a',
    ' ',
  );
  const nasty = fc
    .array(fc.oneof(sharp, chatText, fc.string({ unit: 'binary' })), { maxLength: 12 })
    .map((parts) => parts.join(''));

  test('is never an error, whatever it is', () => {
    fill(['boss "pull" (now) *wipe* dn tuser', 'NEAR the {facets}: 100% \\ _']);
    fc.assert(
      fc.property(nasty, (query) => {
        const { items } = search(query);
        expect(countMessages(contextOf(database!), { query, timeZone: 'UTC', maxSeconds: 60 }).total).toBe(
          items.length,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('cannot reach the facets', () => {
    for (const query of ['dn', 'tuser', '"dn"', 'facets:dn', '{facets}:dn', '"facets : dn"'])
      expect(search(query).items).toEqual([]);
  });

  test('may be as long as it likes', () => {
    fill(['boss']);
    for (const part of [
      'boss ',
      '-(',
      '(boss OR ',
      'NOT ',
      '*ab* ',
      '"',
      'from:anna,',
      'on:2025,',
      ':) ',
      'boss | -"x" ',
      '*abc* OR boss OR ',
    ]) {
      expect(() => search(part.repeat(4000 / part.length))).not.toThrow();
    }
  });

  test('is found again in the message it was taken from', () => {
    fc.assert(
      fc.property(chatText, (content) => {
        fc.pre(content.trim() !== '' && content.length < 500);
        fill([content]);
        const quoted = `"${content.toWellFormed().replaceAll(/["\\]/g, '\\$&')}"`;
        expect(search(quoted).items).toHaveLength(1);
        expect(search(`*${quoted}*`).items).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('messages of an unusual kind', () => {
  test('are found past a NUL and with half a character', () => {
    fill(['before\0behind', 'half \ud83d of it']);
    expect(search('behind').items.map(({ id }) => id)).toEqual(['m0']);
    expect(search('*hind*').items[0]?.content).toBe('before\0behind');
    expect(search('half it').items[0]?.content).toBe('half \ufffd of it');
  });

  test('of a megabyte are cut on a list and whole by themselves', () => {
    const long = 'pull the boss 👍 '.repeat(60_000);
    fill([long, `${'x'.repeat(99)}👍 tail`]);
    const [second, first] = search('', { maxContentLength: 100 }).items;
    expect(first).toMatchObject({ isContentCut: true, content: long.slice(0, 99) });
    expect(second).toMatchObject({ isContentCut: true, content: 'x'.repeat(99) });
    expect(getMessage(contextOf(database!), { id: 'm0' }).content).toBe(long);
    expect(search('', { maxContentLength: 2_000_000 }).items[1]).toMatchObject({ isContentCut: false, content: long });
  });

  test('are not highlighted at a word that is cut in two', () => {
    fill([`${'x'.repeat(95)} wiped out`]);
    expect(search('wipe OR xx', { maxContentLength: 100 }).items).toEqual([]);
    expect(search('wiped', { maxContentLength: 100 }).items[0]?.highlights).toEqual([[96, 100]]);
  });
});

describe('names that nobody bears', () => {
  test('find nothing and say so', () => {
    fill(['boss']);
    const { items, problems } = search('boss from:nobody');
    expect(items).toEqual([]);
    expect(problems).toEqual([
      { code: 'unknown_name', message: 'No player is called “nobody”.', range: [10, 16], repair: null },
    ]);
    expect(search('boss -from:nobody').items).toHaveLength(1);
    expect(search('boss from:nobody,anna').items).toHaveLength(1);
  });

  test('are looked up again when an import has changed the library', () => {
    fill(['boss']);
    expect(search('from:newcomer').items).toEqual([]);
    database!.prepare('UPDATE users SET username = ? WHERE id = ?').run('Newcomer', parents.users[0]!.id);
    database!.exec(
      `INSERT INTO imports (source_name, source_path, source_size_bytes, format, schema_version, started_at)
       VALUES ('b', 'b', 1, 'sqlite', '1.1', '2025-06-01 00:00:00')`,
    );
    expect(search('from:newcomer').items).toHaveLength(1);
  });

  test('are ambiguous when too many begin like them', () => {
    fill(['boss']);
    const add = database!.prepare('INSERT INTO users (id, username, server_id) VALUES (?, ?, ?)');
    for (let index = 0; index < 201; index++) add.run(`q${index}`, `Quin${index}`, parents.servers[0]!.id);
    expect(search('from:quin').problems[0]).toMatchObject({ code: 'ambiguous_name' });
    expect(search('from:quin20').problems).toEqual([]);
  });
});

describe('a line of the list', () => {
  test('has names, reactions and state; an author who is missing goes by the id', () => {
    fill(['boss'], { userId: 'gone', isDeleted: true, editedAt: '2025-01-01 00:00:00' });
    const react = database!.prepare('INSERT INTO message_reactions (message_id, user_id, reaction) VALUES (?, ?, ?)');
    react.run('m0', 'a', '👍');
    react.run('m0', 'b', '👍');
    react.run('m0', parents.users[0]!.id, '💀');
    expect(search('boss').items[0]).toMatchObject({
      author: { id: 'gone', name: 'gone', isPlaceholder: true },
      server: { name: parents.servers[0]!.name, isPlaceholder: false },
      channel: { name: parents.channels[0]!.name },
      isDeleted: true,
      isEdited: true,
      reactions: [
        { reaction: '👍', count: 2 },
        { reaction: '💀', count: 1 },
      ],
      highlights: [[0, 4]],
    });
    expect(getMessage(contextOf(database!), { id: 'm0' }).reactions).toContainEqual({
      reaction: '💀',
      user: { id: parents.users[0]!.id, name: parents.users[0]!.name, isPlaceholder: false },
    });
  });
});

test('a message that is not there is not found', () => {
  expect(() => getMessage(contextOf(database!), { id: 'none' })).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
});

test('days are counted from oldest to newest, without the messages of no time', () => {
  fill(['a', 'b']);
  database!.exec(
    `INSERT INTO summary_days (day, server_id, type, message_count) VALUES (0, 's', 'user', 5), (20254, 's', 'raid', 1)`,
  );
  expect(listDays(contextOf(database!), {})).toEqual([{ day: '2025-06-15', count: 3 }]);
});

test('reading messages one by one stops when it is cancelled', () => {
  fill(Array.from({ length: 6000 }, (_, index) => `message ${index}`));
  let checks = 0;
  const context = contextOf(database!, () => {
    if (++checks > 2) throw new RaidscopeError('cancelled', 'stopped');
  });
  expect(() => searchMessages(context, { ...searchDefaults, query: '"~~"' })).toThrow('stopped');
});
