import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { sql } from '../../electron/library/sql.ts';
import {
  finishBulkIndexing,
  emptyIndex,
  indexDirectMessages,
  indexEverything,
  indexMessages,
  prepareBulkIndexing,
  registerSearchFunctions,
  unindexDirectMessages,
  unindexMessages,
} from '../../electron/messages/search-index.ts';

let database: Database;

beforeEach(() => {
  database = openDatabase(':memory:');
  migrate(database);
  database.pragma('foreign_keys = OFF');
  registerSearchFunctions(database);
});

afterEach(() => {
  database.close();
});

function addMessage(row: Partial<Record<string, string | number | null>>): void {
  const values = {
    seq: 1,
    id: 'm1',
    type: 'user',
    user_id: 'u1',
    server_id: 's1',
    channel_id: null,
    content: '',
    metadata: null,
    is_deleted: 0,
    edited_at: null,
    ...row,
  };
  const names = Object.keys(values);
  database
    .prepare(`INSERT INTO messages (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`)
    .run(values);
}

function matches(table: 'message_words', expression: string): unknown[] {
  return database.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid`).pluck().all(expression);
}

function vocabulary(): unknown[] {
  return database.prepare('SELECT word FROM message_vocabulary ORDER BY word').pluck().all();
}

describe('index text', () => {
  test('finds words without regard to case and accents', () => {
    addMessage({ content: 'Drücke ÉLAN, off-topic' });
    indexMessages(database, sql`1`);
    expect(matches('message_words', '{content} : "drucke" AND {content} : "elan" AND {content} : "off topic"')).toEqual(
      [1],
    );
    expect(vocabulary()).toEqual(['drucke', 'elan', 'off', 'topic']);
  });

  test('takes each character of a script without spaces, and each symbol, as a word', () => {
    addMessage({ content: '今日は👍🏽wipe' });
    indexMessages(database, sql`1`);
    for (const word of ['今', '日', '今 日', 'は', '👍', 'wipe'])
      expect(matches('message_words', `"${word}"`)).toEqual([1]);
  });

  test('leaves Korean words whole', () => {
    addMessage({ content: '안녕하세요' });
    indexMessages(database, sql`1`);
    expect(matches('message_words', '"안녕하세요"')).toEqual([1]);
    expect(matches('message_words', '"안"')).toEqual([]);
  });

  test('goes on after a NUL and past a lone surrogate', () => {
    addMessage({ content: 'before\0behind \ud800 last' });
    indexMessages(database, sql`1`);
    expect(matches('message_words', '"before" AND "behind" AND "last"')).toEqual([1]);
    expect(vocabulary()).toContain('behind');
  });
});

describe('direct messages', () => {
  const addDirect = (seq: number, content: string): void => {
    database
      .prepare(`INSERT INTO direct_messages (seq, id, from_user_id, to_user_id, content) VALUES (?, ?, 'u1', 'u2', ?)`)
      .run(BigInt(seq), `d${seq}`, content);
  };

  test('stand in the same index, in one order with messages', () => {
    addMessage({ seq: 1, content: 'pull one' });
    addMessage({ seq: 5, id: 'm5', content: 'pull five' });
    addDirect(3, 'pull trois 今日');
    indexMessages(database, sql`1`);
    expect(indexDirectMessages(database, sql`1`)).toBe(1);
    expect(matches('message_words', 'pull')).toEqual([1, 3, 5]);
    expect(matches('message_words', '"今"')).toEqual([3]);
    expect(vocabulary()).toContain('trois');
  });

  test('are taken out by themselves', () => {
    for (const seq of [2, 4]) addDirect(seq, 'pull');
    indexDirectMessages(database, sql`d.seq > 0`);
    unindexDirectMessages(database, sql`d.id = ${'d2'}`);
    expect(matches('message_words', 'pull')).toEqual([4]);
  });

  test('that have no place are passed over when they are taken out', () => {
    database.exec(`INSERT INTO direct_messages (id, from_user_id, to_user_id, content) VALUES ('d', 'u1', 'u2', 'x')`);
    expect(() => unindexDirectMessages(database, sql`1`)).not.toThrow();
  });
});

test.each([
  ['by UUIDs', '0b5f0f3e-9d1c-4a55-8f6e-2f1d3c4b5a69', '1b5f0f3e-9d1c-4a55-8f6e-2f1d3c4b5a69'],
  ['one of them otherwise', '0b5f0f3e-9d1c-4a55-8f6e-2f1d3c4b5a69', '0B5F0F3E-9D1C-4A55-8F6E-2F1D3C4B5A69'],
])('indexing everything at once is as indexing messages, then direct messages, people named %s', (_, one, other) => {
  for (const [seq, author] of [one, other, one, other].entries())
    addMessage({
      seq: seq * 2,
      id: `m${seq}`,
      user_id: author,
      server_id: one,
      channel_id: other,
      content: `pull ${seq} 今日`,
    });
  database.exec(
    `INSERT INTO direct_messages (seq, id, from_user_id, to_user_id, content) VALUES (3, 'd', 'u1', 'u2', 'pull')`,
  );
  const listTerms = (): unknown[] => database.prepare('SELECT term, doc, col, "offset" FROM temp.terms').raw().all();
  database.exec('CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, message_words, instance)');
  indexMessages(database, sql`1`);
  indexDirectMessages(database, sql`1`);
  const [terms, words] = [listTerms(), vocabulary()];
  emptyIndex(database);
  indexEverything(database);
  expect([listTerms(), vocabulary()]).toEqual([terms, words]);
  expect(words).toContain('pull');
});

describe('indexing and unindexing', () => {
  test('reach only the rows that match, and leave the others as they were', () => {
    for (let seq = 1; seq <= 4; seq++) addMessage({ seq, id: `m${seq}`, content: `pull ${seq}` });
    expect(indexMessages(database, sql`m.seq <= ${3}`)).toBe(3);
    expect(matches('message_words', 'pull')).toEqual([1, 2, 3]);
    unindexMessages(database, sql`m.seq IN (SELECT value FROM json_each(${'[2,4]'}))`);
    expect(matches('message_words', 'pull')).toEqual([1, 3]);
  });

  test('a tick that throws stops the work', () => {
    database.function('test_tick', () => {
      throw new Error('stop here');
    });
    addMessage({});
    expect(() => indexMessages(database, sql`1`, { tick: sql`test_tick()` })).toThrow('stop here');
  });

  test('a bulk load finds what a plain one finds, and ends with the usual settings', () => {
    database.transaction(() => {
      prepareBulkIndexing(database);
      for (let seq = 1; seq <= 50; seq++) addMessage({ seq, id: `m${seq}`, content: `pull ${seq}` });
      indexMessages(database, sql`1`);
      finishBulkIndexing(database);
    })();
    expect(matches('message_words', 'pull')).toHaveLength(50);
    const settings = database
      .prepare(`SELECT k, v FROM message_words_config WHERE k IN ('automerge', 'hashsize') ORDER BY k`)
      .raw();
    expect(settings.all()).toEqual([
      ['automerge', 4],
      ['hashsize', 1024 * 1024],
    ]);
  });
});
