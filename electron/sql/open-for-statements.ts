import { openReader } from '../library/library-connection.ts';
import type { Database } from '../library/open-database.ts';
import { registerMatchesFunction } from './matches-function.ts';
import { hidePersonalColumns } from './personal-columns.ts';

/** A connection for a person's own statements: it reads, keeps to memory, and shows personal columns only if asked to. */
export function openForStatements(path: string, showsPersonalData: boolean): Database {
  const database = openReader(path);
  // In memory, which is watched: a statement that sorts without end must not fill the disk.
  database.pragma('temp_store = MEMORY');
  registerMatchesFunction(database);
  if (!showsPersonalData) hidePersonalColumns(database);
  database.pragma('query_only = ON');
  return database;
}
