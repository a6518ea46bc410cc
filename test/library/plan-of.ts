import type { Database } from '../../electron/library/open-database.ts';
import type { SqlFragment } from '../../electron/library/sql.ts';

/** The steps by which SQLite would run a statement. */
export function planOf(database: Database, statement: SqlFragment): string[] {
  return database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement.text}`)
    .all(...statement.parameters)
    .map(({ detail }) => detail);
}
