import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { Database } from './open-database.ts';

/** `RdSc`: marks a SQLite file as a Raidscope library (`PRAGMA application_id`). */
export const libraryApplicationId = 0x52645363;

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly path: string;
}

/** The folder of SQL files: beside the bundle in a packaged app, at the project's root otherwise. */
function migrationsFolder(): string {
  const bundled = fileURLToPath(new URL('./migrations/', import.meta.url));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../migrations/', import.meta.url));
}

/** Every migration in order. Throws if a number is missing or used twice: the order would be a guess. */
export function listMigrations(folder: string = migrationsFolder()): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({ version: Number(name.slice(0, 4)), name: name.slice(5, -4), path: join(folder, name) }));
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(`Migration ${index + 1} is missing or used twice, found ${migration.version}`);
    }
  });
  if (migrations.length === 0) throw new Error(`No migrations in ${folder}`);
  return migrations;
}

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** Stop at this version; tests use it to make files of an older version. */
  readonly targetVersion?: number;
  /** Where a copy goes before the first pending step of a library that already has rows to lose. */
  readonly copyPath?: string;
}

/**
 * Brings a library to the newest version, each step in a transaction of its own together with its version number
 * (`PRAGMA user_version`), so that a crash leaves a whole step done or not begun. Answers the version before and after.
 *
 * Throws `newer_schema` for a library of a newer app, without having written a byte.
 */
export function migrate(
  database: Database,
  options: MigrateOptions = {},
): { readonly from: number; readonly to: number } {
  const migrations = options.migrations ?? listMigrations();
  const from = readVersion(database);
  const newest = migrations.length;
  assertVersionIsKnown(from, newest);
  const pending = migrations.filter(
    (migration) => migration.version > from && migration.version <= (options.targetVersion ?? newest),
  );
  if (pending.length === 0) return { from, to: from };
  if (from > 0 && options.copyPath !== undefined) copyAside(database, options.copyPath);

  // Rebuilding a table drops it while others refer to it; the references are checked at each step's end instead.
  database.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) applyStep(database, migration);
  } finally {
    database.pragma('foreign_keys = ON');
  }
  return { from, to: pending.at(-1)?.version ?? from };
}

export function readVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

export function assertVersionIsKnown(version: number, newest: number = listMigrations().length): void {
  if (version <= newest) return;
  throw new RaidscopeError(
    'newer_schema',
    `This library was made by a newer Raidscope (version ${version} of its format; this one knows ${newest}). It was not changed.`,
    { version, newest },
  );
}

function applyStep(database: Database, migration: Migration): void {
  const statements = readFileSync(migration.path, 'utf8');
  database
    .transaction(() => {
      database.exec(statements);
      const orphan = database.prepare('PRAGMA foreign_key_check').get();
      if (orphan !== undefined) {
        throw new RaidscopeError('corrupt_file', `A row without its parent keeps this library from being upgraded.`, {
          version: migration.version,
          row: JSON.stringify(orphan),
        });
      }
      database.pragma(`application_id = ${libraryApplicationId}`);
      database.pragma(`user_version = ${migration.version}`);
    })
    .immediate();
}

/** A plain file copy is whole because nobody else has the library open and its WAL has just been folded in. */
function copyAside(database: Database, copyPath: string): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  rmSync(copyPath, { force: true });
  copyFileSync(database.name, copyPath);
}
