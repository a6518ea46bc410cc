import type { LibraryTable } from '../../shared/library/types.ts';
import type { Database } from '../library/open-database.ts';
import { runSql, singleNumber } from '../library/run-sql.ts';
import { emptySql, identifier, literal, sql, type SqlFragment } from '../library/sql.ts';
import { overlapKey } from './merge-rows.ts';
import { columnList, imageValues, rowKey, storedImage } from './source-rows.ts';
import { tableRules, type ParentRule, type TableRule } from './table-rules.ts';

/**
 * Every row has its parents, in one of two ways. Someone or somewhere that is only named (an author, a channel, a
 * server) gets a placeholder. A row that is part of a thing (a reaction to a message, a participant of a raid) waits
 * outside, among the import's issues, until a file brings the thing. Foreign keys are off while rows are merged: instead of
 * row by row they are checked here, all at once.
 */

/** Where a placeholder's server comes from: the child that names it, where the child knows. */
function serverOf(rule: TableRule): SqlFragment {
  return rule.columns.some((column) => column.name === 'server_id')
    ? sql`min(c.server_id)`
    : sql`coalesce((SELECT id FROM main.servers ORDER BY id LIMIT 1), 'unknown')`;
}

function missingParents(rule: TableRule, parent: ParentRule): SqlFragment {
  const column = sql`c.${identifier(parent.column)}`;
  return sql`SELECT ${column} AS id, ${serverOf(rule)} AS server_id FROM main.${identifier(rule.table)} AS c
    WHERE ${column} IN (SELECT named FROM (${namedParents(rule, parent)})
      WHERE named IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.${identifier(parent.table)} AS p WHERE p.id = named))
    GROUP BY 1`;
}

/** Every id in a column once. Among messages they are few and indexed: one step of the index finds the next. */
function namedParents(rule: TableRule, parent: ParentRule): SqlFragment {
  const table = sql`main.${identifier(rule.table)}`;
  const column = identifier(parent.column);
  if (rule.table !== 'messages') return sql`SELECT DISTINCT ${column} AS named FROM ${table}`;
  return sql`WITH RECURSIVE each (named) AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL
      SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > named) FROM each WHERE named IS NOT NULL
    ) SELECT named FROM each`;
}

const placeholderColumns: Partial<Record<LibraryTable, SqlFragment>> = {
  // Times stay NULL: nothing is known of when a placeholder was made.
  servers: sql`(id, name, region, created_at, updated_at, is_placeholder) SELECT id, id, 'unknown', NULL, NULL, 1`,
  users: sql`(id, username, server_id, created_at, updated_at, is_placeholder) SELECT id, id, server_id, NULL, NULL, 1`,
  channels: sql`(id, name, server_id, created_at, updated_at, is_placeholder) SELECT id, id, server_id, NULL, NULL, 1`,
};

/**
 * Makes a placeholder for each parent that is named but missing, and drops those that nothing names any more: all are
 * made anew, so that they depend on the library's rows alone and not on its history. Those that are new are reported
 * when an import is the cause.
 */
export function renewPlaceholders(database: Database, importId: number | null): void {
  database.exec(
    'CREATE TEMP TABLE known_placeholder (table_name TEXT, id TEXT, PRIMARY KEY (table_name, id)) WITHOUT ROWID',
  );
  // Servers last: the placeholders of the others may themselves name a server that is missing.
  const tables = ['channels', 'users', 'servers'] as const;
  for (const table of tables) {
    const name = identifier(table);
    runSql(
      database,
      sql`INSERT INTO temp.known_placeholder (table_name, id) SELECT ${table}, id FROM main.${name} WHERE is_placeholder`,
    );
    runSql(database, sql`DELETE FROM main.${name} WHERE is_placeholder`);
  }
  for (const table of tables) {
    for (const rule of tableRules) {
      for (const parent of rule.parents) {
        if (parent.table === table && parent.ifMissing === 'placeholder')
          addPlaceholders(database, rule, parent, importId);
      }
    }
  }
  database.exec('DROP TABLE temp.known_placeholder');
}

function addPlaceholders(database: Database, rule: TableRule, parent: ParentRule, importId: number | null): void {
  runSql(database, sql`CREATE TEMP TABLE missing_parent AS ${missingParents(rule, parent)}`);
  if (importId !== null) {
    const detail = literal(
      `${rule.table}.${parent.column} names it, but the file has no sound row of it; a placeholder stands in`,
    );
    runSql(
      database,
      sql`INSERT INTO import_issues (import_id, table_name, row_id, severity, reason, detail)
        SELECT ${importId}, ${parent.table}, id, 'mended', 'missing_parent', ${detail} FROM temp.missing_parent
        WHERE id NOT IN (SELECT id FROM temp.known_placeholder WHERE table_name = ${parent.table})`,
    );
  }
  runSql(
    database,
    sql`INSERT INTO main.${identifier(parent.table)} ${placeholderColumns[parent.table] ?? emptySql} FROM temp.missing_parent`,
  );
  database.exec('DROP TABLE temp.missing_parent');
}

interface WaitingTable {
  readonly rule: TableRule;
  readonly parent: ParentRule;
}

const waitingTables: readonly WaitingTable[] = tableRules.flatMap((rule) =>
  rule.parents.filter((parent) => parent.ifMissing === 'wait').map((parent) => ({ rule, parent })),
);

/** Moves rows whose thing is missing out of their table, into the issues of the import that brought each. */
export function parkOrphans(database: Database): void {
  for (const { rule, parent } of waitingTables) {
    const table = identifier(rule.table);
    const hasNoParent = sql`NOT EXISTS (SELECT 1 FROM main.${identifier(parent.table)} AS p WHERE p.id = t.${identifier(parent.column)})`;
    const detail = literal(`the ${parent.table} row that it belongs to is missing; it goes in when a file brings that`);
    const park = (importId: SqlFragment, image: SqlFragment, from: SqlFragment): number =>
      runSql(
        database,
        sql`INSERT INTO import_issues (import_id, table_name, row_id, severity, reason, detail, row_image)
          SELECT ${importId}, ${literal(rule.table)}, ${overlapKey(rule, 't')}, 'waiting', 'missing_parent', ${detail}, ${image} FROM ${from}
          WHERE ${hasNoParent}`,
      );
    const claims = sql`import_overlaps AS o CROSS JOIN main.${table} AS t ON o.table_name = ${literal(rule.table)} AND o.row_key = ${overlapKey(rule, 't')}`;
    const held = park(sql`t.import_id`, storedImage(rule, 't'), sql`main.${table} AS t`);
    if (held === 0) continue;
    park(sql`o.import_id`, sql`coalesce(o.row_image, ${storedImage(rule, 't')})`, claims);
    runSql(
      database,
      sql`DELETE FROM import_overlaps WHERE table_name = ${rule.table} AND row_key IN (SELECT ${overlapKey(rule, 't')} FROM main.${table} AS t WHERE ${hasNoParent})`,
    );
    runSql(database, sql`DELETE FROM main.${table} AS t WHERE ${hasNoParent}`);
  }
}

/** Lets in the rows whose thing has come; where several imports have a version of the row, the best of them. */
export function admitWaitingRows(database: Database): void {
  for (const { rule, parent } of waitingTables) {
    const imageColumn = (name: string): SqlFragment => sql`json_extract(w.row_image, ${literal(`$.${name}`)})`;
    const isReady = sql`w.severity = 'waiting' AND w.table_name = ${rule.table}
      AND EXISTS (SELECT 1 FROM main.${identifier(parent.table)} AS p WHERE p.id = ${imageColumn(parent.column)})`;
    if (singleNumber(database, sql`SELECT count(*) FROM import_issues AS w WHERE ${isReady}`) === 0) continue;
    runSql(
      database,
      sql`INSERT OR REPLACE INTO import_overlaps (table_name, row_key, import_id, row_image)
        SELECT ${rule.table}, ${rowKey(rule, imageColumn)}, w.import_id, w.row_image FROM import_issues AS w WHERE ${isReady}`,
    );
    runSql(
      database,
      sql`UPDATE import_tables SET added = added + came.rows, rejected = rejected - came.rows
        FROM (SELECT w.import_id, count(*) AS rows FROM import_issues AS w WHERE ${isReady} GROUP BY w.import_id) AS came
        WHERE import_tables.import_id = came.import_id AND import_tables.table_name = ${rule.table}`,
    );
    runSql(
      database,
      sql`CREATE TEMP TABLE contested AS SELECT DISTINCT ${rowKey(rule, imageColumn)} AS row_key FROM import_issues AS w WHERE ${isReady}`,
    );
    runSql(database, sql`DELETE FROM import_issues AS w WHERE ${isReady}`);
    putBestVersions(database, rule);
    database.exec('DROP TABLE temp.contested');
  }
}

/** For each key of `contested`: the row becomes the best version among itself and its overlaps. */
function putBestVersions(database: Database, rule: TableRule): void {
  const table = identifier(rule.table);
  // The row as it stands joins the overlaps, so that one order decides among them all.
  runSql(
    database,
    sql`INSERT OR REPLACE INTO import_overlaps (table_name, row_key, import_id, row_image)
      SELECT ${rule.table}, ${overlapKey(rule, 't')}, coalesce(t.import_id, 0), ${storedImage(rule, 't')}
      FROM main.${table} AS t WHERE ${overlapKey(rule, 't')} IN (SELECT row_key FROM temp.contested)`,
  );
  runSql(
    database,
    sql`CREATE TEMP TABLE standing AS SELECT ${overlapKey(rule, 't')} AS row_key, ${storedImage(rule, 't')} AS image
      FROM main.${table} AS t WHERE ${overlapKey(rule, 't')} IN (SELECT row_key FROM temp.contested)`,
  );
  runSql(database, sql`CREATE INDEX temp.idx_standing ON standing(row_key)`);
  runSql(
    database,
    sql`UPDATE import_overlaps SET row_image = (SELECT s.image FROM temp.standing AS s WHERE s.row_key = import_overlaps.row_key)
      WHERE table_name = ${rule.table} AND row_image IS NULL AND row_key IN (SELECT row_key FROM temp.contested)`,
  );
  database.exec('DROP TABLE temp.standing');
  runSql(
    database,
    sql`DELETE FROM main.${table} AS t WHERE ${overlapKey(rule, 't')} IN (SELECT row_key FROM temp.contested)`,
  );
  runSql(
    database,
    sql`CREATE TEMP TABLE best AS SELECT row_key, import_id, row_image FROM (
      SELECT o.row_key, o.import_id, o.row_image,
        row_number() OVER (PARTITION BY o.row_key ORDER BY coalesce(i.as_of, '') DESC, o.row_image DESC, o.import_id) AS rank
      FROM import_overlaps AS o LEFT JOIN imports AS i ON i.id = o.import_id
      WHERE o.table_name = ${rule.table} AND o.row_key IN (SELECT row_key FROM temp.contested)
    ) WHERE rank = 1`,
  );
  runSql(
    database,
    sql`INSERT INTO main.${table} (${columnList(rule)}, import_id)
      SELECT ${imageValues(rule, sql`b.row_image`)}, nullif(b.import_id, 0) FROM temp.best AS b`,
  );
  runSql(
    database,
    sql`DELETE FROM import_overlaps WHERE table_name = ${rule.table} AND (row_key, import_id) IN (SELECT row_key, import_id FROM temp.best)`,
  );
  database.exec('DROP TABLE temp.best');
}
