import { existsSync, rmSync } from 'node:fs';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { openDatabase, type Database } from './open-database.ts';

export interface LibraryLock {
  release(): void;
}

/**
 * Keeps a second copy of the app from writing the same library. The lock is the operating system's own, taken by SQLite
 * on an empty file beside the library: it ends with its process however that dies, so a crash leaves nothing to clean
 * up and no stale process id to guess about.
 *
 * Throws `locked` when another copy holds it, the driver's error when the folder cannot be written.
 */
export function acquireLibraryLock(libraryPath: string): LibraryLock {
  const lockPath = `${libraryPath}.lock`;
  // Whoever held the lock before may have removed the file between our opening and our locking it: then the lock is
  // on a file that nobody else can see, and the next round takes it on the file that they can.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const connection = lock(lockPath, libraryPath);
    if (existsSync(lockPath)) return { release: () => release(connection, lockPath) };
    connection.close();
  }
  throw lockedError(libraryPath);
}

function lock(lockPath: string, libraryPath: string): Database {
  const connection = openDatabase(lockPath, { busyTimeoutMs: 0 });
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (thrown) {
    connection.close();
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_BUSY')) {
      throw lockedError(libraryPath);
    }
    throw thrown;
  }
}

function release(connection: Database, lockPath: string): void {
  try {
    rmSync(lockPath, { force: true });
  } catch {
    // Windows keeps an open file; an empty lock file left behind harms nothing.
  }
  connection.close();
}

function lockedError(libraryPath: string): RaidscopeError {
  return new RaidscopeError(
    'locked',
    'This library is open in another copy of Raidscope. Close it there first; nothing was changed.',
    { path: libraryPath },
  );
}
