import Database from 'better-sqlite3';

export type { Database, Statement } from 'better-sqlite3';

export interface OpenDatabaseOptions {
  readonly readonly?: boolean;
  /** Fail with SQLITE_CANTOPEN instead of making a new file. */
  readonly mustExist?: boolean;
  readonly busyTimeoutMs?: number;
}

/**
 * The one place where a SQLite connection is made, so that each has the same guards: the schema of a file is not
 * trusted (no functions with side effects from views or triggers), and foreign keys hold.
 *
 * The driver itself adds defensive mode (no writes to shadow tables, no `writable_schema`).
 */
export function openDatabase(path: string, options: OpenDatabaseOptions = {}): Database.Database {
  const database = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? false,
    timeout: options.busyTimeoutMs ?? 5000,
  });
  database.pragma('trusted_schema = OFF');
  database.pragma('foreign_keys = ON');
  return database;
}
