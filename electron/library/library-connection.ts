import { existsSync } from 'node:fs';
import { registerSearchFunctions } from '../messages/search-index.ts';
import { assertDerivedContentsAreCurrent, renewDerivedContents } from './derived-contents.ts';
import { assertIsLibraryFile } from './library-file.ts';
import { assertVersionIsKnown, migrate } from './migrations.ts';
import { openDatabase, type Database } from './open-database.ts';

/** Pages kept in memory by the writer, in KiB: enough for the upper levels of every index while millions of rows go in. */
const writerCacheKib = 48 * 1024;
const readerCacheKib = 24 * 1024;

/**
 * The writing connection, migrated to the newest version, its search index and summaries made anew where they are of
 * another version. The caller holds the lock. Throws `newer_schema` or
 * `unsupported_file` before the file is opened as a database, so that a refused file stays as it is to the byte.
 */
export function openWriter(path: string): Database {
  const isNew = !existsSync(path);
  if (!isNew) assertVersionIsKnown(assertIsLibraryFile(path).userVersion);
  const database = openDatabase(path);
  try {
    database.pragma('journal_mode = WAL');
    // WAL with NORMAL never corrupts; a power cut may cost the last commit, which an import can repeat.
    database.pragma('synchronous = NORMAL');
    database.pragma(`cache_size = -${writerCacheKib}`);
    registerSearchFunctions(database);
    migrate(database, { copyPath: `${path}.before-upgrade` });
    renewDerivedContents(database);
    // After a crash the log may hold gigabytes of an import that never was.
    database.pragma('wal_checkpoint(TRUNCATE)');
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * Lets SQLite refresh its statistics, then leaves one plain file behind: without a write-ahead log the library can be
 * copied as a single file and opened from a read-only disk.
 */
export function closeWriter(database: Database): void {
  try {
    database.pragma('optimize');
    leavePlainFile(database);
  } finally {
    database.close();
  }
}

const attempts = 20;
const pauseMs = 50;

/**
 * SQLite folds the log in only when nobody else has the file open, and does not wait for that by itself: a process that ran
 * a person's statement was told to end a moment ago. Another program may keep the file open for longer: then the log
 * stays, and is folded in next time.
 */
function leavePlainFile(database: Database): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.pragma('journal_mode = DELETE');
      return;
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_BUSY')) throw thrown;
      if (attempt === attempts) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

/** Throws as `openWriter`, and `read_only` where the writer would have to make the search index anew first. */
export function openReader(path: string): Database {
  assertVersionIsKnown(assertIsLibraryFile(path).userVersion);
  const database = openDatabase(path, { readonly: true, mustExist: true });
  database.pragma(`cache_size = -${readerCacheKib}`);
  try {
    registerSearchFunctions(database);
    assertDerivedContentsAreCurrent(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}
