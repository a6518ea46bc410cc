import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { migrate } from '../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { sql } from '../../electron/library/sql.ts';
import {
  directFacetsSql,
  facetKinds,
  facetToken,
  facetsSql,
  readFacetToken,
} from '../../electron/messages/facet-tokens.ts';
import { indexMessages, registerSearchFunctions } from '../../electron/messages/search-index.ts';

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

type Row = Readonly<Record<string, string | number | null>>;

function insert(table: string, row: Row): void {
  const names = Object.keys(row);
  database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`)
    .run(row);
}

/** The facet tokens of one message. */
function facetsOf(row: Row): string[] {
  database.exec('DELETE FROM messages');
  const usual = { seq: 1, id: 'm1', type: 'user', user_id: 'u1', server_id: 's1', content: '', is_deleted: 0 };
  insert('messages', { ...usual, ...row });
  return String(
    database
      .prepare(`SELECT ${facetsSql(sql`m`).text} FROM messages AS m`)
      .pluck()
      .get(),
  ).split(' ');
}

const always = ['tuser', facetToken('server', 's1'), facetToken('author', 'u1')];

/** The tokens beyond those that each message has. */
function addedBy(row: Row): string[] {
  return facetsOf(row).filter((token) => !always.includes(token));
}

const uuid = '0b5f0f3e-9d1c-4a55-8f6e-2f1d3c4b5a69';

describe('facet tokens of a message', () => {
  test('hold type, server, channel, author and state', () => {
    const row = { type: 'raid', user_id: uuid, channel_id: 'c', is_deleted: 1, edited_at: '2025' };
    expect(facetsOf(row)).toEqual([
      'traid',
      facetToken('server', 's1'),
      facetToken('channel', 'c'),
      `u${uuid.replaceAll('-', '')}`,
      'dy',
      'ey',
    ]);
  });

  test('hold the raid of the metadata with its boss, its event and the boss’s health', () => {
    const metadata = JSON.stringify({ raid_id: '7', boss: 'Voidmaw', boss_health: 41.9, event: 'wipe_call' });
    expect(addedBy({ metadata })).toEqual([
      facetToken('raid', '7'),
      facetToken('boss', 'Voidmaw'),
      facetToken('event', 'wipe_call'),
      'p41',
    ]);
  });

  test('hold the party and the guild of the metadata', () => {
    expect(addedBy({ metadata: JSON.stringify({ party_id: uuid, guild_id: 'g' }) })).toEqual([
      facetToken('party', uuid),
      facetToken('guild', 'g'),
    ]);
  });

  test('hold the recipient of a message of type dm only', () => {
    const metadata = JSON.stringify({ to_user_id: 'u2' });
    expect(facetsOf({ type: 'dm', metadata })).toContain(facetToken('recipient', 'u2'));
    expect(addedBy({ metadata })).toEqual([]);
  });

  test.each(['not json', '[1]', '{"raid":1}', '"raid_id"', '{"raid_id":null}', '{"raid_id":', '7', 'null', '', null])(
    'are none for metadata %j',
    (metadata) => {
      expect(facetsOf({ metadata })).toEqual(always);
    },
  );

  test('take odd values of the metadata without failing', () => {
    const values = [{}, [], true, '', '\0', 'x'.repeat(100_000), -1, { a: [1] }];
    const odd = ['1e999', ...values.map((value) => JSON.stringify(value))];
    for (const value of odd) {
      const keys = ['raid_id', 'party_id', 'guild_id', 'to_user_id', 'boss', 'event', 'boss_health'];
      const metadata = `{${keys.map((key) => `"${key}":${value}`).join(',')}}`;
      expect(facetsOf({ type: 'dm', metadata })[0]).toBe('tdm');
    }
  });

  test.each([
    [0, 'p0'],
    [100, 'p100'],
    [99.99, 'p99'],
    ['12', 'p12'],
    ['12.7', 'p12'],
    [0.2, 'p0'],
    [-0.2, null],
    [100.2, null],
    ['12 %', null],
    ['', null],
    ['1.2.3', null],
    [true, null],
    [[5], null],
    [null, null],
  ])('read a boss’s health of %j as %j', (health, token) => {
    expect(addedBy({ metadata: JSON.stringify({ boss_health: health }) })).toEqual(token === null ? [] : [token]);
  });
});

describe('facet tokens of a text', () => {
  test.each([
    ['see https://example.org/a', ['hl']],
    ['HTTP://X', ['hl']],
    ['ftp://host, http:// and 20:15', ['hn']],
    ['@Anna pull', ['hm']],
    ['＠Anna a@ b @ 5', ['hn']],
    ['@Ölaf', ['hm']],
    ['@今日', ['hm', 'ghani']],
    ['gg 👍', ['he']],
    ['❤ or ❤️', ['he']],
    ['© ™ → ↔ №', []],
    ['↔️', ['he']],
    ['🇩🇪', ['he']],
    ['50k dps', ['hn']],
    ['４２', ['hn']],
    ['今日は', ['ghani', 'gkana']],
    ['ｶﾀｶﾅ', ['gkana']],
    ['안녕', ['ghang']],
    ['привет', ['gcyrl']],
    ['สวัสดี', ['gthai']],
    ['مرحبا', ['garab']],
    ['γειά', ['ggrek']],
    ['שלום', ['ghebr']],
    ['नमस्ते', ['gdeva']],
    ['𠀀 beyond the BMP', ['ghani']],
    ['Élan, Drücke', []],
    ['', []],
  ])('%j gives %j', (content, tokens) => {
    expect(addedBy({ content })).toEqual(tokens);
  });

  test.each([
    ['a', 127, []],
    ['a', 128, ['l7']],
    ['é', 127, []],
    ['é', 128, ['l7']],
    ['𝒶', 255, ['l7']],
    ['a', 256, ['l8']],
    ['a', 1_000_000, ['l19']],
  ])('%j repeated %i times gives %j', (character, times, tokens) => {
    expect(addedBy({ content: character.repeat(times) })).toEqual(tokens);
  });
});

describe('facet tokens of a direct message', () => {
  const tokensOf = (row: Row): string[] => {
    insert('users', { id: 'u1', username: 'Anna', server_id: 's1' });
    insert('direct_messages', { id: 'd1', from_user_id: 'u1', to_user_id: 'u2', content: '', ...row });
    return String(
      database
        .prepare(
          `SELECT ${directFacetsSql(sql`d`, sql`u`).text} FROM direct_messages AS d LEFT JOIN users AS u ON u.id = d.from_user_id`,
        )
        .pluck()
        .get(),
    ).split(' ');
  };
  const people = [facetToken('author', 'u1'), facetToken('recipient', 'u2')];

  test('hold the two people, the server of the sender, and that it is unread', () => {
    expect(tokensOf({ is_read: 0 })).toEqual(['tdm', facetToken('server', 's1'), ...people, 'wn']);
  });

  test('hold what is in its text, and nothing of being read', () => {
    const expected = ['tdm', facetToken('server', 's1'), ...people, 'hn', 'gcyrl'];
    expect(tokensOf({ is_read: 1, content: 'в 20' })).toEqual(expected);
  });

  test('hold no server where the sender is unknown', () => {
    expect(tokensOf({ from_user_id: 'nobody', is_read: null })).toEqual([
      'tdm',
      facetToken('author', 'nobody'),
      facetToken('recipient', 'u2'),
    ]);
  });
});

describe('facet tokens in SQL and in TypeScript', () => {
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

  test('are the same, and one word for the tokenizer', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        database.exec('DELETE FROM message_words');
        const metadata = JSON.stringify({
          raid_id: id,
          party_id: id,
          guild_id: id,
          to_user_id: id,
          boss: id,
          event: id,
        });
        const tokens = facetsOf({ type: 'dm', user_id: id, server_id: id, channel_id: id, metadata });
        for (const kind of [
          'author',
          'server',
          'channel',
          'raid',
          'party',
          'guild',
          'recipient',
          'boss',
          'event',
        ] as const)
          expect(tokens).toContain(facetToken(kind, id));
        indexMessages(database, sql`1`);
        for (const kind of ['author', 'boss'] as const) {
          expect(
            database
              .prepare('SELECT rowid FROM message_words WHERE message_words MATCH ?')
              .pluck()
              .all(`{facets} : "${facetToken(kind, id)}"`),
          ).toEqual([1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['author', uuid],
    ['author', 'Ä 1'],
    ['raid', uuid],
    ['recipient', '今日'],
    ['boss', 'hollow king'],
    ['type', 'dm'],
    ['has', 'l'],
  ] as const)('are read back: %s %s', (kind, value) => {
    expect(readFacetToken(facetToken(kind, value))).toEqual({ kind, value });
    expect(readFacetToken(facetToken(kind, value).toLowerCase())).toEqual({ kind, value });
  });

  test('tell any two ids apart', () => {
    fc.assert(
      fc.property(anyId, anyId, (one, other) => {
        expect(facetToken('author', one) === facetToken('author', other)).toBe(one === other);
      }),
    );
  });

  test('take a name in any spelling of case and accents', () => {
    const spellings = ['Hollow King', 'hollow king', 'HÖLLOW KING', 'höllow kíng'];
    for (const boss of spellings) {
      expect(addedBy({ metadata: JSON.stringify({ boss }) })).toEqual([facetToken('boss', 'Hollow King')]);
    }
  });

  test('begin with a letter for each kind', () => {
    const letters = facetKinds.map((kind) => facetToken(kind, 'x').slice(0, 1));
    expect(new Set(letters).size).toBe(facetKinds.length);
  });
});
