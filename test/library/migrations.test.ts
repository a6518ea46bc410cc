import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeWriter, openReader, openWriter } from '../../electron/library/library-connection.ts';
import { listMigrations, migrate, readVersion } from '../../electron/library/migrations.ts';
import { openDatabase } from '../../electron/library/open-database.ts';
import {
  fillWithRows,
  hashOfFile,
  rowsOf,
  serverColumns,
  temporaryFolder,
  writeLibraryOfVersion,
} from './library-files.ts';

const newest = listMigrations().length;

/** What a library of a version holds before and after the upgrade to the newest. */
function upgrade(version: number): { before: unknown; after: unknown; path: string } {
  const path = join(temporaryFolder(), 'old.raidscope');
  let columns: ReadonlyMap<string, readonly string[]> = new Map();
  let before: unknown = null;
  writeLibraryOfVersion(path, version, (database) => {
    fillWithRows(database);
    // From this version on the app gives direct messages their place.
    if (version >= 9) database.exec('UPDATE direct_messages SET seq = 1 << 19');
    if (version >= 2)
      database.exec("INSERT INTO message_reactions (message_id, user_id, reaction) VALUES ('m9', 'u1', '👍')");
    columns = serverColumns(database);
    before = rowsOf(database, columns);
  });
  const writer = openWriter(path);
  const after = rowsOf(writer, columns);
  expect(readVersion(writer)).toBe(newest);
  expect(writer.pragma('foreign_key_check')).toEqual([]);
  expect(writer.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  closeWriter(writer);
  return { before, after, path };
}

describe('migrations', () => {
  it.each(
    listMigrations()
      .slice(0, -1)
      .map(({ version }) => version),
  )('bring a library of version %i to the newest with every row intact', (version) => {
    const { before, after } = upgrade(version);
    expect(after).toEqual(before);
  });

  it('keep a copy of the library as it was before the first step', () => {
    const { path } = upgrade(1);
    const copy = openDatabase(`${path}.before-upgrade`, { readonly: true });
    expect(readVersion(copy)).toBe(1);
    expect(copy.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(3);
    copy.close();
  });

  it('put messages in time order, ties by id with numbers as numbers, unknown times first', () => {
    const { path } = upgrade(1);
    const database = openDatabase(path, { readonly: true });
    const second = Date.UTC(2025, 10, 22, 20, 15, 3) / 1000;
    expect(database.prepare('SELECT id, seq FROM messages ORDER BY seq').raw().all()).toEqual([
      ['m1', 0],
      ['m9', second * 2 ** 20],
      ['m10', second * 2 ** 20 + 1],
    ]);
    database.close();
  });

  it('put direct messages in the same order as messages, in the upper half of each second', () => {
    const path = join(temporaryFolder(), 'old.raidscope');
    writeLibraryOfVersion(path, 8, (database) => {
      fillWithRows(database);
      database.exec(`
        INSERT INTO direct_messages (id, from_user_id, to_user_id, content, created_at) VALUES
          ('d10', 'u1', 'u1', 'second by id', '2025-11-22 20:15:03'),
          ('d9', 'u1', 'u1', 'first by id', '2025-11-22 20:15:03'),
          ('d8', 'u1', 'u1', 'later in the second', '2025-11-22 20:15:03.500'),
          ('d7', 'u1', 'u1', 'of unknown time', NULL);
        DELETE FROM direct_messages WHERE id = 'd1';
      `);
    });
    const writer = openWriter(path);
    const half = Date.UTC(2025, 10, 22, 20, 15, 3) * (2 ** 20 / 1000) + 2 ** 19;
    expect(writer.prepare('SELECT id, seq FROM direct_messages ORDER BY seq').raw().all()).toEqual([
      ['d7', 2 ** 19],
      ['d9', half],
      ['d10', half + 1],
      ['d8', half + 2],
    ]);
    closeWriter(writer);
  });

  it('let names repeat from version 4 on', () => {
    const { path } = upgrade(1);
    const writer = openWriter(path);
    writer.exec(`
      INSERT INTO servers (id, name, region) VALUES ('s2', 'Realm', 'EU');
      INSERT INTO users (id, username, server_id) VALUES ('u2', 'Élodie', 's2');
      INSERT INTO guilds (id, name, server_id, leader_id) VALUES ('g2', 'Dawn', 's2', 'u2');
    `);
    expect(writer.prepare('SELECT count(*) FROM users').pluck().get()).toBe(2);
    closeWriter(writer);
  });

  it('are each whole or not at all', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.raidscope');
    const broken = join(folder, '0008_broken.sql');
    writeFileSync(broken, 'CREATE TABLE half_done (id INTEGER); SELECT no_such_function();');
    const database = openDatabase(path);
    migrate(database);
    const migrations = [...listMigrations(), { version: newest + 1, name: 'broken', path: broken }];
    expect(() => migrate(database, { migrations })).toThrow(/no_such_function/);
    expect(readVersion(database)).toBe(newest);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'").pluck().get()).toBe(0);
    database.close();
  });

  it('are numbered without a gap', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '0001_a.sql'), '');
    writeFileSync(join(folder, '0003_c.sql'), '');
    expect(() => listMigrations(folder)).toThrow(/Migration 2 is missing/);
  });
});

describe('a library of a newer app', () => {
  it.each([
    ['for writing', openWriter],
    ['for reading', openReader],
  ])('is refused %s and unchanged, byte for byte', (_, open) => {
    const path = join(temporaryFolder(), 'newer.raidscope');
    writeLibraryOfVersion(path, newest, (database) => {
      database.pragma(`user_version = ${newest + 1}`);
    });
    const before = hashOfFile(path);
    expect(() => open(path)).toThrow(expect.objectContaining({ code: 'newer_schema' }));
    expect(hashOfFile(path)).toBe(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe('a file that is no library', () => {
  it.each([
    ['empty', ''],
    ['text', 'not a database at all, but long enough to hold the header of one if it were: '.repeat(3)],
  ])('is refused when %s, and unchanged', (_, content) => {
    const path = join(temporaryFolder(), 'other.raidscope');
    writeFileSync(path, content);
    expect(() => openWriter(path)).toThrow(expect.objectContaining({ code: 'unsupported_file' }));
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('is refused when it is another program’s database, and unchanged', () => {
    const path = join(temporaryFolder(), 'other.db');
    const database = openDatabase(path);
    database.exec('CREATE TABLE notes (id INTEGER)');
    database.close();
    const before = hashOfFile(path);
    expect(() => openWriter(path)).toThrow(expect.objectContaining({ code: 'unsupported_file' }));
    expect(hashOfFile(path)).toBe(before);
  });
});
