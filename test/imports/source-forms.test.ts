import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/library/open-database.ts';
import { hashOfFile } from '../library/library-files.ts';
import { soundMessage, writeStrictBackup } from './bad-input/loose-backup.ts';
import { describeLibrary, openMergeBench, type MergeBench } from './merge-bench.ts';

let bench: MergeBench;
beforeEach(() => {
  bench = openMergeBench();
});
afterEach(() => {
  bench.close();
});

const message = (id: string, createdAt: string): Record<string, string> => ({
  ...soundMessage,
  id,
  created_at: createdAt,
  updated_at: createdAt,
});
const file = (name: string): string => join(bench.folder, name);
const idsInLibrary = (): unknown[] => bench.database.prepare('SELECT id FROM messages ORDER BY seq').pluck().all();

function writePlain(name: string): string {
  const path = file(name);
  writeStrictBackup(path, { messages: [message('a', '2025-10-01 10:00:00'), message('b', '2025-11-01 10:00:00')] });
  return path;
}

describe('a backup may come', () => {
  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('wrapped in %s, whatever its name', async (wrapping, wrap) => {
    const path = file('backup.bin');
    writeFileSync(path, wrap(readFileSync(writePlain('plain.db'))));
    const before = hashOfFile(path);
    const result = await bench.import(path);
    expect([result.format, result.tables.messages?.added]).toEqual([`sqlite+${wrapping}`, 2]);
    expect(hashOfFile(path)).toBe(before);
    expect(existsSync(file('work')) ? statSync(file('work')).nlink : 2).toBe(2);
  });

  it('wrapped and cut short, which is an error', async () => {
    const path = file('backup.gz');
    writeFileSync(path, gzipSync(readFileSync(writePlain('plain.db'))));
    truncateSync(path, Math.floor(statSync(path).size / 2));
    await expect(bench.import(path)).rejects.toMatchObject({ code: 'corrupt_file' });
    expect(idsInLibrary()).toEqual([]);
  });

  it('with a write-ahead log beside it, which is read and not folded in', async () => {
    const live = writePlain('live.db');
    const writer = openDatabase(live);
    writer.pragma('journal_mode = WAL');
    writer.exec("UPDATE messages SET content = 'only in the log' WHERE id = 'b'");
    const path = file('copied.db');
    copyFileSync(live, path);
    copyFileSync(`${live}-wal`, `${path}-wal`);
    writer.close();
    const before = [hashOfFile(path), hashOfFile(`${path}-wal`)];
    await bench.import(path);
    expect(bench.database.prepare("SELECT content FROM messages WHERE id = 'b'").pluck().get()).toBe('only in the log');
    expect([hashOfFile(path), hashOfFile(`${path}-wal`)]).toEqual(before);
    expect(existsSync(`${path}-shm`)).toBe(false);
  });

  it('in WAL mode without a log, and nothing is put beside it', async () => {
    const path = writePlain('plain.db');
    const database = openDatabase(path);
    database.pragma('journal_mode = WAL');
    database.close();
    await bench.import(path);
    expect(idsInLibrary()).toEqual(['a', 'b']);
    expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false]);
  });

  it('with messages split by month, some rows in two tables', async () => {
    const path = file('monthly.db');
    writeStrictBackup(
      path,
      { messages: [message('a', '2025-10-01 10:00:00'), message('c', '2025-12-01 10:00:00')] },
      (database) => {
        database.exec(`
        CREATE TABLE messages_2025_11 AS SELECT * FROM messages WHERE 0;
        CREATE TABLE messages_2025_10 AS SELECT * FROM messages WHERE id = 'a';
      `);
        database.exec(
          "INSERT INTO messages_2025_11 SELECT * FROM messages WHERE id = 'a'; UPDATE messages_2025_11 SET id = 'b', created_at = '2025-11-05 10:00:00'",
        );
      },
    );
    const result = await bench.import(path);
    expect(idsInLibrary()).toEqual(['a', 'b', 'c']);
    expect(result.tables.messages).toEqual({ added: 3, updated: 0, unchanged: 1, rejected: 0 });
    expect(result.issues).toBe(0);
  });

  it('without any row id, in tables WITHOUT ROWID', async () => {
    const path = file('no-rowid.db');
    writeStrictBackup(
      path,
      { messages: [message('b', '2025-10-01 10:00:01'), message('a', '2025-10-01 10:00:00')] },
      (database) => {
        database.exec(`
        CREATE TABLE copy (id TEXT PRIMARY KEY, type, user_id, server_id, channel_id, content, metadata, created_at, updated_at, is_deleted, deletion_reason, edited_at) WITHOUT ROWID;
        INSERT INTO copy SELECT * FROM messages;
        DROP TABLE messages;
        ALTER TABLE copy RENAME TO messages;
      `);
      },
    );
    await bench.import(path);
    expect(idsInLibrary()).toEqual(['a', 'b']);
  });

  it('of schema 1.0, without what 1.1 added', async () => {
    const path = file('old.db');
    writeStrictBackup(path, { messages: [message('a', '2025-10-01 10:00:00')] }, (database) => {
      database.exec(
        'ALTER TABLE messages DROP COLUMN edited_at; ALTER TABLE users DROP COLUMN two_factor_enabled; DROP TABLE message_reactions',
      );
    });
    await bench.import(path);
    expect(bench.database.prepare('SELECT schema_version FROM imports').pluck().get()).toBe('1.0');
    expect(bench.database.prepare('SELECT two_factor_enabled FROM users').pluck().get()).toBe(0);
  });
});

describe('halves of a file', () => {
  it('make the same library as the whole, and give it back when undone', async () => {
    const messages = Array.from({ length: 40 }, (_, index) =>
      message(`m${index}`, `2025-10-01 10:00:${String(Math.floor(index / 4)).padStart(2, '0')}`),
    );
    writeStrictBackup(file('whole.db'), { messages });
    writeStrictBackup(file('early.db'), { messages: messages.slice(0, 26) });
    writeStrictBackup(file('late.db'), { messages: messages.slice(14) });
    await bench.import(file('whole.db'));
    const whole = describeLibrary(bench.database);
    bench.undo(1);
    const late = await bench.import(file('late.db'));
    const early = await bench.import(file('early.db'));
    expect(early.tables.messages).toEqual({ added: 14, updated: 0, unchanged: 12, rejected: 0 });
    expect(describeLibrary(bench.database)).toEqual(whole);
    bench.undo(late.id);
    expect(idsInLibrary()).toHaveLength(26);
    bench.undo(early.id);
    expect(idsInLibrary()).toEqual([]);
  });
});
