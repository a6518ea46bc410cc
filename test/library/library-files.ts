import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate } from '../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'raidscope-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function hashOfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** A library as an older version of the app left it, with what a test puts into it. */
export function writeLibraryOfVersion(path: string, targetVersion: number, fill: (database: Database) => void): void {
  const database = openDatabase(path);
  try {
    migrate(database, { targetVersion });
    fill(database);
  } finally {
    database.close();
  }
}

/** One sound row in each table of the server's schema 1.0, and two messages of one second. */
export function fillWithRows(database: Database): void {
  database.exec(`
    INSERT INTO servers (id, name, region, created_at, updated_at) VALUES ('s1', 'Realm', 'EU', '2025-01-01 00:00:00', '2025-01-01 00:00:00');
    INSERT INTO users (id, username, email, password_hash, level, server_id, created_at) VALUES ('u1', 'Élodie', 'e@example.org', 'x', 120, 's1', '2025-01-01 00:00:00');
    INSERT INTO channels (id, name, server_id) VALUES ('c1', 'raids', 's1');
    INSERT INTO messages (id, type, user_id, server_id, channel_id, content, metadata, created_at) VALUES
      ('m10', 'raid', 'u1', 's1', 'c1', 'second by id', '{"raid_id":"r1"}', '2025-11-22 20:15:03'),
      ('m9', 'user', 'u1', 's1', NULL, 'first by id', NULL, '2025-11-22 20:15:03'),
      ('m1', 'user', 'u1', 's1', 'c1', 'of unknown time', NULL, NULL);
    INSERT INTO raids (id, name, boss_name, difficulty, server_id, leader_id) VALUES ('r1', 'Night', 'Voidmaw', 'hard', 's1', 'u1');
    INSERT INTO raid_participants (raid_id, user_id, role, class) VALUES ('r1', 'u1', 'tank', 'warrior');
    INSERT INTO parties (id, leader_id, server_id) VALUES ('p1', 'u1', 's1');
    INSERT INTO party_members (party_id, user_id) VALUES ('p1', 'u1');
    INSERT INTO guilds (id, name, server_id, leader_id) VALUES ('g1', 'Dawn', 's1', 'u1');
    INSERT INTO guild_members (guild_id, user_id) VALUES ('g1', 'u1');
    INSERT INTO direct_messages (id, from_user_id, to_user_id, content) VALUES ('d1', 'u1', 'u1', 'to myself');
    INSERT INTO sessions (id, user_id, server_id, ip_address) VALUES ('x1', 'u1', 's1', '192.0.2.1');
  `);
}

/** Every row of the given tables with exactly the given columns. */
export function rowsOf(database: Database, columns: ReadonlyMap<string, readonly string[]>): Record<string, unknown[]> {
  return Object.fromEntries(
    [...columns].map(([table, names]) => [
      table,
      database.prepare(`SELECT ${names.join(', ')} FROM ${table} ORDER BY 1`).all(),
    ]),
  );
}

/** The columns of each table that holds rows of its own, as the file has them: indexes and summaries are made anew. */
export function serverColumns(database: Database): ReadonlyMap<string, readonly string[]> {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'message\\_words%' ESCAPE '\\'
       AND name NOT LIKE 'summary\\_%' ESCAPE '\\' AND name NOT IN ('message_vocabulary', 'derived_contents') ORDER BY name`,
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => [
      table,
      database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
    ]),
  );
}
