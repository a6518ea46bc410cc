import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { migrate } from '../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { sql } from '../../electron/library/sql.ts';
import {
  facetToken,
  facetsSql,
  finishBulkIndexing,
  indexMessages,
  prepareBulkIndexing,
  registerSearchFunctions,
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

function facetsOf(): string {
  return String(
    database
      .prepare(`SELECT ${facetsSql(sql`m`).text} FROM messages AS m`)
      .pluck()
      .get(),
  );
}

function matches(table: 'message_words', expression: string): unknown[] {
  return database.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid`).pluck().all(expression);
}

function vocabulary(): unknown[] {
  return database.prepare('SELECT word FROM message_vocabulary ORDER BY word').pluck().all();
}

const uuid = '0b5f0f3e-9d1c-4a55-8f6e-2f1d3c4b5a69';

describe('facet tokens', () => {
  test('hold type, server, channel, author, state and raid', () => {
    addMessage({
      type: 'raid',
      user_id: uuid,
      channel_id: 'c',
      metadata: '{"raid_id":"7"}',
      is_deleted: 1,
      edited_at: '2025',
    });
    expect(facetsOf().split(' ')).toEqual([
      'traid',
      facetToken('server', 's1'),
      facetToken('channel', 'c'),
      `u${uuid.replaceAll('-', '')}`,
      'dy',
      'ey',
      facetToken('raid', '7'),
    ]);
  });

  test.each(['not json', '[1]', '{"raid":1}', '"raid_id"', '{"raid_id":null}', '{"raid_id":', null])(
    'metadata %j names no raid',
    (metadata) => {
      addMessage({ metadata });
      expect(facetsOf()).toBe(`tuser ${facetToken('server', 's1')} ${facetToken('author', 'u1')} dn`);
    },
  );

  const nearUuid = fc.constantFrom(
    uuid.toUpperCase(),
    uuid.slice(1),
    `${uuid}\0`,
    uuid.replaceAll('-', ''),
    `${uuid.slice(0, 20)}\0${uuid.slice(21)}`,
    uuid.replace('0b', '--'),
    uuid.replace('0b', 'é'),
    `x${uuid}`,
  );
  const anyId = fc.oneof(
    fc.uuid(),
    nearUuid,
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  );

  test('are the same in SQL and in TypeScript, and one word for the tokenizer', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        database.exec('DELETE FROM messages; DELETE FROM message_words');
        addMessage({ user_id: id, server_id: id, channel_id: id, metadata: JSON.stringify({ raid_id: id }) });
        const tokens = facetsOf().split(' ');
        for (const kind of ['author', 'server', 'channel', 'raid'] as const)
          expect(tokens).toContain(facetToken(kind, id));
        indexMessages(database, sql`1`);
        expect(matches('message_words', `{facets} : "${facetToken('author', id)}"`)).toEqual([1]);
      }),
      { numRuns: 300 },
    );
  });

  test('tell any two ids apart', () => {
    fc.assert(
      fc.property(anyId, anyId, (one, other) => {
        expect(facetToken('author', one) === facetToken('author', other)).toBe(one === other);
      }),
    );
  });
});

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
