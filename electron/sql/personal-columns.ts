import type { Database } from '../library/open-database.ts';
import { allRows, runSql } from '../library/run-sql.ts';
import { identifier, joinSql, literal, sql, type SqlFragment } from '../library/sql.ts';

/** Columns that stay hidden until a person asks, by table. */
const personalColumns: Readonly<Record<string, readonly string[]>> = {
  users: ['email'],
  sessions: ['ip_address', 'user_agent'],
};

/** What imports kept of rows, with the values of all their columns. */
const imageColumns: Readonly<Record<string, readonly string[]>> = {
  import_issues: ['detail', 'row_image'],
  import_overlaps: ['row_image'],
};

export const hiddenColumns: ReadonlySet<string> = new Set(Object.values(personalColumns).flat());

/** SQLite's statistics hold values of indexed columns, and cannot be stood in for by a view of their name. */
export const hiddenTables: ReadonlySet<string> = new Set(['sqlite_stat3', 'sqlite_stat4']);

const hidden = sql`'(hidden)'`;

/**
 * Puts a temporary view of the same name before each table with personal columns, in which these are hidden: `users` then
 * means the view. What is left is to refuse `main.users` (`check-statement.ts`).
 */
export function hidePersonalColumns(database: Database): void {
  for (const [table, columns] of Object.entries(personalColumns)) {
    shadow(database, table, (column) =>
      columns.includes(column)
        ? sql`CASE WHEN ${identifier(column)} IS NOT NULL THEN ${hidden} END`
        : identifier(column),
    );
  }
  const tables = joinSql(Object.keys(personalColumns).map(literal), ', ');
  for (const [table, columns] of Object.entries(imageColumns)) {
    shadow(database, table, (column) =>
      columns.includes(column)
        ? sql`iif(${identifier(column)} IS NOT NULL AND table_name IN (${tables}), ${hidden}, ${identifier(column)})`
        : identifier(column),
    );
  }
}

function shadow(database: Database, table: string, expressionOf: (column: string) => SqlFragment): void {
  const columns = allRows<{ readonly name: string }>(
    database,
    sql`SELECT name FROM pragma_table_info(${literal(table)}, 'main')`,
  );
  const list = joinSql(
    columns.map(({ name }) => sql`${expressionOf(name)} AS ${identifier(name)}`),
    ', ',
  );
  runSql(database, sql`CREATE TEMP VIEW ${identifier(table)} AS SELECT ${list} FROM main.${identifier(table)}`);
}
