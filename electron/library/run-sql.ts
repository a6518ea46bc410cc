import type { Database } from './open-database.ts';
import type { SqlFragment } from './sql.ts';

/** Runs a statement that answers no rows; answers how many rows it changed. */
export function runSql(database: Database, statement: SqlFragment): number {
  return database.prepare(statement.text).run(...statement.parameters).changes;
}

/** All rows; `Row` says what the statement selects. */
export function allRows<Row>(database: Database, statement: SqlFragment): Row[] {
  return database.prepare<unknown[], Row>(statement.text).all(...statement.parameters);
}

/** The first row, if there is one. */
export function firstRow<Row>(database: Database, statement: SqlFragment): Row | undefined {
  return database.prepare<unknown[], Row>(statement.text).get(...statement.parameters);
}

/** The first column of the first row of a statement that always answers one, such as a count. */
export function singleNumber(database: Database, statement: SqlFragment): number {
  return Number(
    database
      .prepare(statement.text)
      .pluck()
      .get(...statement.parameters),
  );
}
