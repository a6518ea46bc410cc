import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openLibraryUnderTest, type LibraryUnderTest } from './library-under-test.ts';
import { soundMessage, writeLooseBackup, type LooseRow, type LooseValue } from './loose-backup.ts';

let test: LibraryUnderTest;

beforeAll(async () => {
  test = await openLibraryUnderTest({ messageCount: 0 });
});
afterEach(async () => {
  await test.undoAll();
});
afterAll(async () => {
  await test.close();
});

async function importMessages(changes: readonly LooseRow[]): Promise<readonly string[]> {
  const path = test.file('odd.db');
  writeLooseBackup(path, {
    messages: changes.map((change, index) => ({ ...soundMessage, id: `message-${index + 1}`, ...change })),
  });
  const result = await test.import(path);
  return (await test.issues(result.id))
    .map((issue) => `${issue.rowId ?? '?'}: ${issue.severity} ${issue.reason}`)
    .toSorted();
}

describe('times', () => {
  const moment = '2025-11-22 20:15:00';
  const readable: readonly (readonly [LooseValue, string])[] = [
    [moment, moment],
    ['2025-11-22T20:15:00Z', moment],
    ['2025-11-22T21:15:00+01:00', moment],
    ['2025-11-22 15:15:00-0500', moment],
    ['2025-11-22T20:15:00.250Z', '2025-11-22 20:15:00.250'],
    ['2025-11-22T20:15', moment],
    ['2025-11-22', '2025-11-22 00:00:00'],
    [Date.UTC(2025, 10, 22, 20, 15) / 1000, moment],
    [Date.UTC(2025, 10, 22, 20, 15), moment],
    [String(Date.UTC(2025, 10, 22, 20, 15)), moment],
    [1_763_842_500.25, '2025-11-22 20:15:00.250'],
  ];

  it('with a zone, as seconds or as milliseconds are all stored as UTC text', async () => {
    const issues = await importMessages(readable.map(([value]) => ({ created_at: value, updated_at: value })));
    expect(issues).toEqual([]);
    const stored = test.read<{ created_at: string; seq: number }>(
      'SELECT created_at, seq FROM messages ORDER BY cast(substr(id, 9) AS INTEGER)',
    );
    expect(stored.map((row) => row.created_at)).toEqual(readable.map(([, expected]) => expected));
    expect(stored.map((row) => Math.floor(row.seq / 2 ** 20))).toEqual(
      readable.map(([, expected]) => Math.floor(Date.parse(`${expected.replace(' ', 'T')}Z`) / 1000)),
    );
  });

  it('that nobody can read are kept as unknown, named, and stand before all others', async () => {
    const garbage: readonly LooseValue[] = [
      'yesterday',
      '22.11.2025',
      '2025-02-30 10:00:00',
      '2025-11-22 25:00:00',
      'now',
      -5,
      0,
      Buffer.from('x'),
    ];
    const issues = await importMessages([{}, ...garbage.map((value) => ({ created_at: value }))]);
    expect(issues).toEqual(garbage.map((_, index) => `message-${index + 2}: mended bad_time`).toSorted());
    expect(test.read('SELECT count(*) AS n FROM messages WHERE created_at IS NULL AND seq < 1 << 20')).toEqual([
      { n: garbage.length },
    ]);
    expect(test.read('SELECT id FROM messages ORDER BY seq DESC LIMIT 1')).toEqual([{ id: 'message-1' }]);
  });

  it('the year 9999 does not break the order', async () => {
    await importMessages([{}, { created_at: '9999-12-31 23:59:59' }]);
    const [row] = test.read<{ id: string }>('SELECT id FROM messages ORDER BY seq DESC LIMIT 1');
    expect(row?.id).toBe('message-1');
  });
});

describe('metadata', () => {
  it('that is not JSON is kept as text, named, and does not break the search index', async () => {
    const issues = await importMessages([
      { metadata: 'raid_id: 5' },
      { metadata: '{"raid_id": "a", "boss_health": 40}' },
      { metadata: '{"raid_id": ' },
      { metadata: '' },
    ]);
    expect(issues).toEqual(['message-1: mended bad_json', 'message-3: mended bad_json', 'message-4: mended bad_json']);
    expect(test.read('SELECT count(*) AS n FROM messages WHERE metadata IS NULL OR json_valid(metadata)')).toEqual([
      { n: 4 },
    ]);
  });

  it('nested a thousand deep, or huge, is kept', async () => {
    const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
    const huge = JSON.stringify({ raid_id: 'x'.repeat(100_000) });
    expect(await importMessages([{ metadata: deep }, { metadata: huge }])).toEqual([]);
  });
});

describe('text', () => {
  async function contents(values: readonly LooseValue[]): Promise<readonly string[]> {
    await importMessages(values.map((content) => ({ content })));
    const found = await Promise.all(
      values.map((_, index) => test.session.request('messages.get', { id: `message-${index + 1}` })),
    );
    return found.map((message) => message.content);
  }

  it('a megabyte long comes back whole', async () => {
    const long = 'raid night '.repeat(95_000).trim();
    expect((await contents([long]))[0]).toBe(long);
    const page = await test.session.request('messages.search', { query: 'raid' });
    expect(page.items[0]?.isContentCut).toBe(true);
    expect(page.items[0]?.content.length).toBeLessThanOrEqual(1001);
  });

  it('with a NUL inside comes back whole', async () => {
    expect(await contents(['before\0after'])).toEqual(['before\0after']);
    expect((await test.session.request('messages.search', { query: 'before' })).items).toHaveLength(1);
  });

  it('that is not UTF-8 goes in or is named, and the rest can be searched', async () => {
    const path = test.file('latin1.db');
    writeLooseBackup(path, { messages: [soundMessage, { ...soundMessage, id: 'message-2' }] });
    const { openDatabase } = await import('../../../electron/library/open-database.ts');
    const database = openDatabase(path);
    // A lone surrogate in UTF-8, and a byte that begins nothing.
    database.exec("UPDATE messages SET content = CAST(x'68690aeda080ff' AS TEXT) WHERE id = 'message-2'");
    database.close();
    const result = await test.import(path);
    const isIn = test.read("SELECT id FROM messages WHERE id = 'message-2'").length === 1;
    expect(isIn || result.issues === 1).toBe(true);
    expect((await test.session.request('messages.search', { query: 'sound' })).items).toHaveLength(1);
    expect((await test.session.request('messages.search', {})).items.length).toBe(isIn ? 2 : 1);
  });

  it('of control characters, right-to-left marks and joined emoji comes back as it was', async () => {
    const odd = ['\u202Eevil\u202C', '\u0007bell', '👩‍👩‍👧‍👦 family', '\uFEFFmark', 'e\u0301', '\r\n\t'];
    expect(await contents(odd)).toEqual(odd);
  });

  it('that looks like SQL, HTML or a search operator is just text', async () => {
    const hostile = [
      `'; DROP TABLE messages; --`,
      '<img src=x onerror=alert(1)>',
      'content:* NEAR("a" "b")',
      '{"$ne": 1}',
    ];
    expect(await contents(hostile)).toEqual(hostile);
  });

  it('an id with quotes, blanks, a separator or a thousand characters is kept', async () => {
    const odd = [`it's "x"`, 'a b', 'a\u001Fb', '日本', 'x'.repeat(1000)];
    expect(await importMessages(odd.map((id) => ({ id })))).toEqual([]);
    const stored = test.read<{ id: string }>('SELECT id FROM messages').map((row) => row.id);
    expect(stored.toSorted()).toEqual(odd.toSorted());
  });
});
