import { readFileSync, rmSync } from 'node:fs';
import { listMigrations } from '../../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../../electron/library/open-database.ts';

export type LooseValue = string | number | bigint | null | Buffer;
export type LooseRow = Readonly<Record<string, LooseValue>>;

/** Rows by table; those not given hold one sound row each of what messages and raids need. */
export type LooseRows = Readonly<Record<string, readonly LooseRow[]>>;

// Every time is given: a column's own default would be the moment of writing, and two files written a second apart differ.
export const soundServer = {
  id: 'server-1',
  name: 'Test Realm',
  region: 'EU',
  created_at: '2025-01-01 00:00:00',
  updated_at: '2025-01-01 00:00:00',
};
export const soundUser = {
  id: 'user-1',
  username: 'Élodie',
  level: 60,
  server_id: 'server-1',
  created_at: '2025-01-01 00:00:00',
  updated_at: '2025-01-01 00:00:00',
};
export const soundChannel = {
  id: 'channel-1',
  name: 'general',
  server_id: 'server-1',
  created_at: '2025-01-01 00:00:00',
  updated_at: '2025-01-01 00:00:00',
};
export const soundMessage = {
  id: 'message-1',
  type: 'user',
  user_id: 'user-1',
  server_id: 'server-1',
  channel_id: 'channel-1',
  content: 'a sound message',
  created_at: '2025-06-01 20:00:00',
  updated_at: '2025-06-01 20:00:00',
} as const;
export const soundRaid = {
  id: 'raid-1',
  name: 'Test raid',
  boss_name: 'Test boss',
  difficulty: 'normal',
  server_id: 'server-1',
  leader_id: 'user-1',
  status: 'wipe',
  health_percentage: 30,
  start_time: '2025-06-01 20:00:00',
  end_time: '2025-06-01 20:05:00',
  created_at: '2025-06-01 19:59:00',
} as const;

/**
 * Writes a file with the server's tables and columns but none of its rules: no types, no NOT NULL, no CHECK, no keys.
 * So a test can put in what a broken program, another version or a bad repair would leave behind.
 */
export function writeLooseBackup(path: string, rows: LooseRows): void {
  const database = openQuickly(path);
  try {
    for (const [table, columns] of serverTables()) database.exec(`CREATE TABLE ${table} (${columns.join(', ')})`);
    const all: LooseRows = { servers: [soundServer], users: [soundUser], channels: [soundChannel], ...rows };
    for (const [table, tableRows] of Object.entries(all)) for (const row of tableRows) insert(database, table, row);
  } finally {
    database.close();
  }
}

/** Writes a file in the server's own schema and lets a test change it before it is closed. */
export function writeStrictBackup(path: string, rows: LooseRows, change?: (database: Database) => void): void {
  const database = openQuickly(path);
  try {
    for (const migration of listMigrations().slice(0, 2)) database.exec(readFileSync(migration.path, 'utf8'));
    const all: LooseRows = { servers: [soundServer], users: [soundUser], channels: [soundChannel], ...rows };
    for (const [table, tableRows] of Object.entries(all)) for (const row of tableRows) insert(database, table, row);
    change?.(database);
  } finally {
    database.close();
  }
}

/** As most programs open a database: foreign keys off. Without waiting for the disk, which a test need not survive. */
function openQuickly(path: string): Database {
  rmSync(path, { force: true });
  const database = openDatabase(path);
  database.pragma('foreign_keys = OFF');
  database.pragma('synchronous = OFF');
  return database;
}

export function insert(database: Database, table: string, row: LooseRow): void {
  const names = Object.keys(row);
  database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}

interface ColumnRow {
  readonly tableName: string;
  readonly columnName: string;
}

function serverTables(): ReadonlyMap<string, readonly string[]> {
  const model = openDatabase(':memory:');
  try {
    for (const migration of listMigrations().slice(0, 2)) model.exec(readFileSync(migration.path, 'utf8'));
    const tables = new Map<string, string[]>();
    const columns = model
      .prepare<[], ColumnRow>(
        `SELECT m.name AS tableName, c.name AS columnName FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' ORDER BY m.rowid, c.cid`,
      )
      .all();
    for (const { tableName, columnName } of columns) {
      tables.set(tableName, [...(tables.get(tableName) ?? []), columnName]);
    }
    return tables;
  } finally {
    model.close();
  }
}
