import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportIssue } from '../../../shared/imports/types.ts';
import { openLibraryUnderTest, type LibraryUnderTest } from './library-under-test.ts';
import { soundMessage, soundRaid, soundUser, writeLooseBackup, type LooseRow, type LooseRows } from './loose-backup.ts';

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

/** Imports rows and answers what was said about them, as `table id: severity reason`. */
async function importRows(rows: LooseRows): Promise<readonly string[]> {
  const path = test.file('loose.db');
  writeLooseBackup(path, rows);
  const result = await test.import(path);
  const issues = await test.issues(result.id);
  expect(result.issues).toBe(issues.length);
  expect(issues.filter((issue) => !tellsSomething(issue))).toEqual([]);
  return issues.map((issue) => `${issue.table} ${issue.rowId || '?'}: ${issue.severity} ${issue.reason}`).toSorted();
}

function tellsSomething(issue: ImportIssue): boolean {
  return /^[a-z_]+$/.test(issue.reason) && (issue.detail ?? '').length > 5;
}

function ids(table: string): unknown[] {
  return test.read<{ id: unknown }>(`SELECT id FROM ${table} ORDER BY id`).map((row) => row.id);
}

function messages(...changes: readonly LooseRow[]): LooseRows {
  return { messages: changes.map((change, index) => ({ ...soundMessage, id: `message-${index + 1}`, ...change })) };
}

describe('a row that breaks a rule is left out with its reason, and its siblings go in', () => {
  it('a message of an unknown type', async () => {
    expect(await importRows(messages({}, { type: 'whisper' }, {}))).toEqual([
      'messages message-2: rejected unknown_value',
    ]);
    expect(ids('messages')).toEqual(['message-1', 'message-3']);
  });

  it('a message without type, author, server, content or id', async () => {
    const issues = await importRows(
      messages({}, { type: null }, { user_id: null }, { server_id: null }, { content: null }, { id: null }, { id: '' }),
    );
    expect(issues).toEqual(
      [
        'messages ?: rejected missing_value',
        'messages ?: rejected missing_value',
        'messages message-2: rejected missing_value',
        'messages message-3: rejected missing_value',
        'messages message-4: rejected missing_value',
        'messages message-5: rejected missing_value',
      ].toSorted(),
    );
    expect(ids('messages')).toEqual(['message-1']);
  });

  it('a user of level 0, 999, minus one or "many"', async () => {
    const levels: readonly (number | string)[] = [0, 999, -1, 'many', 120, 1];
    const users = levels.map((level, index) => ({
      ...soundUser,
      id: `user-${index + 1}`,
      username: `Name ${index}`,
      level,
    }));
    expect(await importRows({ users })).toEqual([
      'users user-1: rejected out_of_range',
      'users user-2: rejected out_of_range',
      'users user-3: rejected out_of_range',
      'users user-4: rejected bad_type',
    ]);
    expect(ids('users')).toEqual(['user-5', 'user-6']);
  });

  it('a raid with a health of 140, of -1, of an unknown difficulty or status', async () => {
    const raids = [
      {},
      { health_percentage: 140 },
      { health_percentage: -1 },
      { difficulty: 'brutal' },
      { status: 'fled' },
    ].map((change, index) => ({ ...soundRaid, ...change, id: `raid-${index + 1}` }));
    expect(await importRows({ raids })).toEqual([
      'raids raid-2: rejected out_of_range',
      'raids raid-3: rejected out_of_range',
      'raids raid-4: rejected unknown_value',
      'raids raid-5: rejected unknown_value',
    ]);
    expect(ids('raids')).toEqual(['raid-1']);
  });

  it('a participant of an unknown role, or up for 101 % of a raid', async () => {
    const participant = { raid_id: 'raid-1', role: 'dps', class: 'Mage', damage_dealt: 5, uptime_percentage: 90 };
    const issues = await importRows({
      raids: [soundRaid],
      users: ['user-1', 'user-2', 'user-3'].map((id) => ({ ...soundUser, id, username: id })),
      raid_participants: [
        { ...participant, user_id: 'user-1' },
        { ...participant, user_id: 'user-2', role: 'bard' },
        { ...participant, user_id: 'user-3', uptime_percentage: 101 },
      ],
    });
    expect(issues.map((issue) => issue.replace(/ .*:/, ':')).toSorted()).toEqual([
      'raid_participants: rejected out_of_range',
      'raid_participants: rejected unknown_value',
    ]);
    expect(test.read('SELECT user_id FROM raid_participants')).toEqual([{ user_id: 'user-1' }]);
  });

  it('a server with more players than it can hold', async () => {
    const server = { name: 'Full', region: 'EU', capacity: 10, current_population: 11 };
    const issues = await importRows({
      servers: [
        { ...server, id: 'server-2' },
        { id: 'server-1', name: 'Test Realm', region: 'EU' },
      ],
    });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/^servers server-2: rejected /);
    expect(ids('servers')).toEqual(['server-1']);
  });

  it('binary data where text is due, text where a number is due', async () => {
    const issues = await importRows({
      ...messages({}, { content: Buffer.from([0xff, 0xfe, 0x00]) }),
      raids: [{ ...soundRaid, participant_count: 'twenty' }],
    });
    expect(issues).toEqual(['messages message-2: rejected bad_type', 'raids raid-1: rejected bad_type']);
  });

  it('numbers in quotes and ids that are numbers are taken as what they say', async () => {
    const users = [{ ...soundUser, id: 17n, username: 'Seventeen', level: '60' }];
    expect(await importRows({ users, ...messages({ user_id: 17n }) })).toEqual([]);
    expect(test.read('SELECT id, typeof(id) AS type, level FROM users')).toEqual([
      { id: '17', type: 'text', level: 60 },
    ]);
    expect(test.read('SELECT user_id FROM messages')).toEqual([{ user_id: '17' }]);
  });
});

describe('ids within one file', () => {
  it('one of two rows with one id goes in, the other is named', async () => {
    const issues = await importRows(messages({ id: 'twin', content: 'first' }, { id: 'twin', content: 'second' }, {}));
    expect(issues).toEqual(['messages twin: rejected duplicate_id']);
    expect(ids('messages')).toEqual(['message-3', 'twin']);
  });

  it('of two rows with one id and different changes the newer one goes in', async () => {
    const changed = { id: 'twin', content: 'newer', updated_at: '2025-06-02 10:00:00' };
    await importRows(messages({ id: 'twin', content: 'older' }, changed));
    expect(ids('messages')).toEqual(['twin']);
    expect(test.read("SELECT content FROM messages WHERE id = 'twin'")).toEqual([{ content: 'newer' }]);
  });

  it('two participants of one raid with one account are one', async () => {
    const participant = { raid_id: 'raid-1', user_id: 'user-1', role: 'dps', class: 'Mage' };
    const issues = await importRows({ raids: [soundRaid], raid_participants: [participant, participant] });
    // The same to the letter: nothing is lost, so there is nothing to report.
    expect(issues).toEqual([]);
    expect(test.read('SELECT count(*) AS n FROM raid_participants')).toEqual([{ n: 1 }]);
  });
});

describe('parents that the file lacks', () => {
  it('a missing author, server and channel are made up, and marked as such', async () => {
    const issues = await importRows(
      messages({ user_id: 'ghost', server_id: 'lost-server', channel_id: 'lost-channel' }),
    );
    expect(issues.every((issue) => issue.endsWith('mended missing_parent'))).toBe(true);
    expect(issues.length).toBeGreaterThanOrEqual(3);
    expect(test.read("SELECT id, is_placeholder FROM users WHERE id = 'ghost'")).toEqual([
      { id: 'ghost', is_placeholder: 1 },
    ]);
    expect(test.read("SELECT is_placeholder FROM servers WHERE id = 'lost-server'")).toEqual([{ is_placeholder: 1 }]);
    expect(test.read("SELECT is_placeholder FROM channels WHERE id = 'lost-channel'")).toEqual([{ is_placeholder: 1 }]);
    expect(ids('messages')).toEqual(['message-1']);
    expect(test.read('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
  });

  it('a made-up author becomes the real one when a later file has it', async () => {
    await importRows(messages({ user_id: 'ghost' }));
    const path = test.file('later.db');
    writeLooseBackup(path, { users: [{ ...soundUser, id: 'ghost', username: 'Not a ghost' }] });
    await test.import(path);
    expect(test.read("SELECT username, is_placeholder FROM users WHERE id = 'ghost'")).toEqual([
      { username: 'Not a ghost', is_placeholder: 0 },
    ]);
  });

  it('a participant of a missing raid waits, and goes in with the raid', async () => {
    const participant = { raid_id: 'raid-1', user_id: 'user-1', role: 'dps', class: 'Mage' };
    const issues = await importRows({ raid_participants: [participant] });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/waiting missing_parent$/);
    expect(test.read('SELECT count(*) AS n FROM raid_participants')).toEqual([{ n: 0 }]);
    const path = test.file('later.db');
    writeLooseBackup(path, { raids: [soundRaid] });
    await test.import(path);
    expect(test.read('SELECT raid_id, user_id FROM raid_participants')).toEqual([
      { raid_id: 'raid-1', user_id: 'user-1' },
    ]);
  });

  it('children of a rejected parent are not lost in silence', async () => {
    const issues = await importRows({ users: [{ ...soundUser, level: 999 }], ...messages({}) });
    expect(issues.some((issue) => issue.startsWith('users user-1: rejected out_of_range'))).toBe(true);
    expect(ids('messages')).toEqual(['message-1']);
    expect(test.read("SELECT is_placeholder FROM users WHERE id = 'user-1'")).toEqual([{ is_placeholder: 1 }]);
  });
});
