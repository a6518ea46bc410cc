import { afterAll, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { sql } from '../../electron/library/sql.ts';
import { compileQuery } from '../../electron/messages/compile-query.ts';
import { orderedStatement } from '../../electron/messages/ordered-statement.ts';
import { messageReactionsStatement, messageStatement } from '../../electron/messages/get-message.ts';
import { daysStatement } from '../../electron/messages/list-days.ts';
import { pageStatement, reactionsStatement } from '../../electron/messages/message-rows.ts';
import { noDeadline } from '../../electron/messages/deadline.ts';
import { placeStatement } from '../../electron/messages/page-start.ts';
import { scoresStatement } from '../../electron/messages/rank-places.ts';
import { segmentsOf } from '../../electron/messages/segments.ts';
import { findPlaces } from '../../electron/messages/walk-places.ts';
import { contextOf, createSearchLibrary, generateLibrary } from './search-library.ts';
import { planOf } from '../library/plan-of.ts';

const database = createSearchLibrary(generateLibrary(500));
database.exec('ANALYZE');

afterAll(() => {
  database.close();
});

function firstPagePlans(query: string): string[][] {
  const condition = compileQuery(
    { database, timeZone: 'UTC', now: 0, problems: [], resolved: [], regexes: [], mentioned: new Map() },
    parseQuery(query, messageLanguage).query,
  );
  return (['older', 'newer'] as const).flatMap((direction) =>
    segmentsOf(condition).map((segment) => planOf(database, orderedStatement(segment, direction, 101)!)),
  );
}

// An FTS5 table answers in rowid order by itself (64: ascending, 192: descending) between bounds (`><`).
test.each([
  ['boss', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
  ['bo* "the boss" OR 今日', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
  ['boss from:anna -is:deleted', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
  ['-boss', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
  ['type:raid', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
  ['boss after:2025', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
  ['*oss* -*ipe*', /^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></],
])('a page of “%s” is one statement in the order of its index, without a sort', (query, expected) => {
  for (const plan of firstPagePlans(query)) {
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatch(expected);
  }
});

test.each(['', 'on:2024-05'])(
  'a page of “%s” merges both tables in the order of their keys, without a sort',
  (query) => {
    for (const plan of firstPagePlans(query)) {
      expect(plan).toEqual([
        'MERGE (UNION ALL)',
        'LEFT',
        'SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
        'RIGHT',
        'SEARCH direct_messages USING COVERING INDEX idx_dm_seq (seq>? AND seq<?)',
      ]);
    }
  },
);

test('messages at a time of the day come from the index without a sort', () => {
  for (const plan of firstPagePlans('boss weekday:tue time:20..23')) {
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatch(/^SCAN message_words VIRTUAL TABLE INDEX (?:64|192):M\d></);
  }
});

test('messages with one of several reactions are merged in the order of the summary’s key', () => {
  const sources = ['👍', '💀'].map((reaction) => sql`FROM summary_reactions WHERE reaction = ${reaction}`);
  const segment = { first: 0, last: 2 ** 50, condition: { kind: 'rows', sources } } as const;
  const search = 'SEARCH summary_reactions USING PRIMARY KEY (reaction=? AND seq>? AND seq<?)';
  for (const direction of ['older', 'newer'] as const) {
    expect(planOf(database, orderedStatement(segment, direction, 101)!)).toEqual([
      'MERGE (UNION)',
      'LEFT',
      search,
      'RIGHT',
      search,
    ]);
  }
});

test('a message is placed by its id, whichever table it is in', () => {
  const plan = planOf(database, placeStatement('m')).filter((detail) => detail.startsWith('SEARCH'));
  expect(plan[0]).toMatch(/^SEARCH messages USING .*INDEX idx_messages_id \(id=\?\)$/);
  expect(plan[1]).toMatch(/^SEARCH direct_messages USING INDEX sqlite_autoindex_direct_messages_1 \(id=\?\)$/);
});

test('the texts of hits are scored in the order of the index', () => {
  const [plan] = planOf(
    database,
    scoresStatement({ kind: 'index', match: '({content} : "boss")' }, { first: 0, last: 2 ** 50 }),
  );
  expect(plan).toMatch(/^SCAN message_words VIRTUAL TABLE INDEX 192:M\d></);
});

test('the bounds of a stretch reach the full-text index', () => {
  expect(firstPagePlans('boss after:2025')[0]?.[0]).toMatch(/[<>]/);
});

test('what has to be read in the messages is narrowed by the index first', () => {
  const seen: string[] = [];
  const original = database.prepare.bind(database);
  const spy = new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return (text: string) => (seen.push(text), original(text));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const condition = compileQuery(
    { database, timeZone: 'UTC', now: 0, problems: [], resolved: [], regexes: [], mentioned: new Map() },
    parseQuery('boss *i-p* from:anna', messageLanguage).query,
  );
  findPlaces(contextOf(spy), condition, { direction: 'older', deadline: noDeadline }, 50);
  const readingText = seen.filter((text) => text.includes('content LIKE') || text.includes('raidscope_holds'));
  expect(readingText.length).toBeGreaterThan(0);
  expect(readingText.filter((text) => !text.includes('WHERE m.seq IN (SELECT value FROM json_each('))).toEqual([]);
});

test('rows, names and reactions of a page are looked up by key', () => {
  const byId = (name: string): unknown =>
    expect.stringMatching(new RegExp(`^SEARCH ${name} USING INDEX sqlite_autoindex_\\w+ \\(id=\\?\\) LEFT-JOIN$`));
  expect(planOf(database, pageStatement([1, 2], 1000))).toEqual([
    'COMPOUND QUERY',
    'LEFT-MOST SUBQUERY',
    'SCAN page VIRTUAL TABLE INDEX 1:',
    'SEARCH m USING INTEGER PRIMARY KEY (rowid=?)',
    ...['author', 'server', 'channel', 'recipient'].map(byId),
    'UNION ALL',
    'SCAN page VIRTUAL TABLE INDEX 1:',
    'SEARCH m USING INDEX idx_dm_seq (seq=?)',
    ...['author', 'server', 'recipient'].map(byId),
  ]);
  expect(planOf(database, reactionsStatement([1, 2])).slice(0, 3)).toEqual([
    'SCAN page VIRTUAL TABLE INDEX 1:',
    'SEARCH m USING INTEGER PRIMARY KEY (rowid=?)',
    expect.stringMatching(/^SEARCH reactions USING COVERING INDEX sqlite_autoindex_\w+ \(message_id=\?\)$/),
  ]);
});

test('one message is looked up by its id', () => {
  expect(planOf(database, messageStatement('m')).filter((step) => step.startsWith('SEARCH m '))).toEqual([
    'SEARCH m USING INDEX idx_messages_id (id=?)',
    expect.stringMatching(/^SEARCH m USING INDEX sqlite_autoindex_\w+ \(id=\?\)$/),
  ]);
  expect(planOf(database, messageReactionsStatement('m'))[0]).toMatch(
    /^SEARCH r USING .*INDEX sqlite_autoindex_\w+ \(message_id=\?\)$/,
  );
});

test('days come in order from the key of their summary', () => {
  expect(planOf(database, daysStatement)).toEqual(['SEARCH summary_days USING PRIMARY KEY (day>?)']);
});
