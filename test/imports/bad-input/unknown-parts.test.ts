import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/library/open-database.ts';
import { openLibraryUnderTest, type LibraryUnderTest } from './library-under-test.ts';
import { soundMessage, writeStrictBackup } from './loose-backup.ts';

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

describe('a backup with more than the schema knows', () => {
  it('imports what is known and names the rest', async () => {
    const path = test.file('newer.db');
    writeStrictBackup(path, { messages: [soundMessage] }, (database) => {
      database.exec(`CREATE TABLE auctions (id TEXT PRIMARY KEY, price INTEGER);
        ALTER TABLE messages ADD COLUMN mood TEXT;
        ALTER TABLE users ADD COLUMN "favourite colour" TEXT;
        PRAGMA user_version = 7`);
    });
    const preview = await test.preview(path);
    expect(preview.schema).toBe('1.1+');
    expect(preview.canImport).toBe(true);
    expect(preview.ignored.toSorted()).toEqual(['auctions', 'messages.mood', 'users.favourite colour']);
    expect(preview.problems.map((problem) => problem.code)).toContain('ignored_parts');
    await test.import(path);
    expect(test.read('SELECT id FROM messages')).toEqual([{ id: 'message-1' }]);
    const [record] = await test.session.request('imports.list', {});
    expect(record?.ignored.toSorted()).toEqual(['auctions', 'messages.mood', 'users.favourite colour']);
  });

  it('does not name what SQLite itself keeps, or what is left out on purpose', async () => {
    const path = test.file('analyzed.db');
    writeStrictBackup(path, { messages: [soundMessage] }, (database) => {
      database.exec(`ANALYZE; UPDATE users SET password_hash = '$2b$12$NOTAREALHASH.x'`);
    });
    expect((await test.preview(path)).ignored).toEqual([]);
    await test.import(path);
    expect(test.read('SELECT password_hash FROM users')).toEqual([{ password_hash: null }]);
  });
});

describe('a backup with less than the schema knows', () => {
  it('goes in when it has messages and nothing else', async () => {
    const path = test.file('only-messages.db');
    const database = openDatabase(path);
    database.exec(`CREATE TABLE messages (id TEXT PRIMARY KEY, type TEXT, user_id TEXT, server_id TEXT, content TEXT, created_at TEXT);
      INSERT INTO messages VALUES ('m', 'user', 'u', 's', 'alone', '2025-06-01 20:00:00')`);
    database.close();
    await test.import(path);
    expect(test.read('SELECT id, content, is_deleted FROM messages')).toEqual([
      { id: 'm', content: 'alone', is_deleted: 0 },
    ]);
    expect(test.read('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
  });

  it('is refused when messages lack a column that they cannot be without', async () => {
    const path = test.file('no-content.db');
    const database = openDatabase(path);
    database.exec(`CREATE TABLE messages (id TEXT PRIMARY KEY, type TEXT, user_id TEXT, server_id TEXT);
      INSERT INTO messages VALUES ('m', 'user', 'u', 's')`);
    database.close();
    const before = test.dump();
    const preview = await test.preview(path);
    const outcome = await test.tryImport(path);
    // Refused as a whole, or every row of it named: never taken as empty text.
    expect(test.read("SELECT id FROM messages WHERE id = 'm'")).toEqual([]);
    expect(preview.canImport ? 'rows rejected' : test.dump()).toBe(preview.canImport ? 'rows rejected' : before);
    expect('state' in outcome || outcome.code === 'unsupported_file').toBe(true);
  });

  it('goes in when its column names differ in case', async () => {
    const path = test.file('upper.db');
    const database = openDatabase(path);
    database.exec(`CREATE TABLE Messages (ID TEXT PRIMARY KEY, Type TEXT, USER_ID TEXT, Server_Id TEXT, Content TEXT);
      INSERT INTO Messages VALUES ('m', 'user', 'u', 's', 'loud')`);
    database.close();
    await test.import(path);
    expect(test.read('SELECT id, content FROM messages')).toEqual([{ id: 'm', content: 'loud' }]);
  });
});
