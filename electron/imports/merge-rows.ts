import type { TableCounts } from '../../shared/imports/types.ts';
import type { Database } from '../library/open-database.ts';
import { runSql, singleNumber } from '../library/run-sql.ts';
import { emptySql, identifier, joinSql, literal, sql, type SqlFragment } from '../library/sql.ts';
import { tickSql } from './check-rows.ts';
import { withdrawDirectMessages } from './direct-messages.ts';
import { columnList, incomingRows, rowKey, storedImage } from './source-rows.ts';
import type { SourcePart, SourceTable } from './source-schema.ts';
import type { TableRule } from './table-rules.ts';

/** The import under way, as far as merging needs to know it. */
export interface CurrentImport {
  readonly id: number;
  /** Newest moment that the file speaks of; '' when it speaks of none. */
  readonly asOf: string;
}

/** Rows of `incoming` whose key the library holds already, by what becomes of them. */
export interface MatchCounts {
  /** Equal in every column. */
  readonly same: number;
  /** The incoming row is the newer one. */
  readonly wins: number;
  /** The library's row is the newer one. */
  readonly loses: number;
  /** The library only had a placeholder. */
  readonly fills: number;
}

/**
 * Compares `incoming` with the library's rows of the same key; fills `matched`. Which of two versions wins depends on
 * the versions alone - the newer `updated_at`, then the file that saw later, then the text of the row - so that files
 * can be imported in any order.
 */
export function matchRows(database: Database, { rule, parts }: SourceTable, current: CurrentImport): MatchCounts {
  const table = identifier(rule.table);
  const isEmpty = singleNumber(database, sql`SELECT NOT EXISTS (SELECT 1 FROM main.${table})`) === 1;
  if (isEmpty) return { same: 0, wins: 0, loses: 0, fills: 0 };
  const isPlaceholder = rule.canBePlaceholder === true ? sql`t.is_placeholder` : sql`0`;
  const isSame = joinSql(
    rule.columns.map(({ name }) => sql`t.${identifier(name)} IS n.${identifier(name)}`),
    ' AND ',
  );
  const hasSameKey = joinSql(
    rule.key.map((name) => sql`t.${identifier(name)} = n.${identifier(name)}`),
    ' AND ',
  );
  for (const part of parts) {
    runSql(
      database,
      sql`INSERT INTO temp.matched (place, held, verdict)
        SELECT n.place, t.rowid, CASE WHEN ${isPlaceholder} THEN 'fills' WHEN ${isSame} THEN 'same'
          WHEN (${updatedAt(rule, 'n')}, ${current.asOf}, ${storedImage(rule, 'n')}) > (${updatedAt(rule, 't')}, ${heldAsOf(rule)}, ${storedImage(rule, 't')}) THEN 'wins'
          ELSE 'loses' END
        FROM ${incomingRows(rule, part)} AS n CROSS JOIN main.${table} AS t ON ${hasSameKey}
        WHERE ${tickSql}`,
    );
  }
  const count = (verdict: string): number =>
    singleNumber(database, sql`SELECT count(*) FROM temp.matched WHERE verdict = ${verdict}`);
  return { same: count('same'), wins: count('wins'), loses: count('loses'), fills: count('fills') };
}

/** The newest of the imports that brought the row as the library holds it. */
function heldAsOf(rule: TableRule): SqlFragment {
  return sql`(SELECT coalesce(max(h.as_of), '') FROM main.imports AS h WHERE h.id = t.import_id OR h.id IN (
    SELECT o.import_id FROM main.import_overlaps AS o
    WHERE o.table_name = ${literal(rule.table)} AND o.row_key = ${overlapKey(rule, 't')} AND o.row_image IS NULL
  ))`;
}

export function updatedAt(rule: TableRule, alias: string): SqlFragment {
  return rule.columns.some((column) => column.name === 'updated_at')
    ? sql`coalesce(${identifier(alias)}.updated_at, '')`
    : sql`''`;
}

/** The value under which `import_overlaps` keeps a row: a message's seq, elsewhere the primary key. */
export function overlapKey(rule: TableRule, alias: string): SqlFragment {
  if (rule.table === 'messages') return sql`${identifier(alias)}.seq`;
  return rowKey(rule, (name) => sql`${identifier(alias)}.${identifier(name)}`);
}

/**
 * Remembers what each import says of a row that several brought, so that any of them can be undone: the version that
 * lost, or nothing but its name where both say the same.
 */
export function recordOverlaps(
  database: Database,
  { rule, parts }: SourceTable,
  current: CurrentImport,
  counts: MatchCounts,
): void {
  const table = identifier(rule.table);
  const name = literal(rule.table);
  const held = (verdict: string): SqlFragment =>
    sql`temp.matched AS x CROSS JOIN main.${table} AS t ON t.rowid = x.held AND x.verdict = ${literal(verdict)}`;
  if (counts.same > 0) {
    // A message's key is its row id: no need to visit the row.
    const from =
      rule.table === 'messages' ? sql`temp.matched AS x WHERE x.verdict = 'same' ORDER BY x.held` : held('same');
    const key = rule.table === 'messages' ? sql`x.held` : overlapKey(rule, 't');
    runSql(
      database,
      sql`INSERT OR IGNORE INTO import_overlaps (table_name, row_key, import_id, row_image) SELECT ${name}, ${key}, ${current.id}, NULL FROM ${from}`,
    );
  }
  if (counts.loses > 0) {
    for (const part of parts) {
      runSql(
        database,
        sql`INSERT OR REPLACE INTO import_overlaps (table_name, row_key, import_id, row_image)
          SELECT ${name}, ${overlapKey(rule, 't')}, ${current.id}, ${storedImage(rule, 'n')}
          FROM ${incomingRows(rule, part)} AS n CROSS JOIN temp.matched AS x ON x.place = n.place AND x.verdict = 'loses'
          CROSS JOIN main.${table} AS t ON t.rowid = x.held`,
      );
    }
  }
  if (counts.wins > 0) keepOlderVersions(database, rule, held('wins'));
}

/** The versions that are about to be replaced stay behind as overlaps of all the imports that brought them. */
function keepOlderVersions(database: Database, rule: TableRule, replaced: SqlFragment): void {
  const image = storedImage(rule, 't');
  runSql(
    database,
    sql`INSERT INTO temp.older_version (row_key, import_id, image)
      SELECT ${overlapKey(rule, 't')}, coalesce(t.import_id, 0), ${image} FROM ${replaced}`,
  );
  runSql(
    database,
    sql`UPDATE import_overlaps SET row_image = (SELECT v.image FROM temp.older_version AS v WHERE v.row_key = import_overlaps.row_key)
      WHERE table_name = ${rule.table} AND row_image IS NULL AND row_key IN (SELECT row_key FROM temp.older_version)`,
  );
  runSql(
    database,
    sql`INSERT OR REPLACE INTO import_overlaps (table_name, row_key, import_id, row_image)
      SELECT ${rule.table}, row_key, import_id, image FROM temp.older_version`,
  );
}

/** Writes `incoming` into any table but messages: newer versions over older ones, real rows over placeholders, the rest anew. */
export function writeRows(database: Database, { rule, parts }: SourceTable, current: CurrentImport): void {
  const table = identifier(rule.table);
  for (const part of parts) {
    replaceRows(database, rule, part, current);
    runSql(
      database,
      sql`INSERT INTO main.${table} (${columnList(rule)}, import_id)
        SELECT ${columnList(rule)}, ${current.id} FROM ${incomingRows(rule, part, sql`AND i.place NOT IN (SELECT place FROM temp.matched)`)} AS n
        WHERE ${tickSql}`,
    );
  }
}

/** Newer versions over older ones, and real rows over placeholders. */
function replaceRows(database: Database, rule: TableRule, part: SourcePart, current: CurrentImport): void {
  const table = identifier(rule.table);
  const noLongerPlaceholder = rule.canBePlaceholder === true ? sql`, is_placeholder = 0` : emptySql;
  const assignments = joinSql(
    rule.columns.map(({ name }) => sql`${identifier(name)} = n.${identifier(name)}`),
    ', ',
  );
  // Read first, then written: an UPDATE that reads the file directly walks all of it for each row that it changes.
  runSql(
    database,
    sql`CREATE TEMP TABLE newer AS SELECT x.held, n.* FROM ${incomingRows(
      rule,
      part,
      sql`AND i.place IN (SELECT place FROM temp.matched WHERE verdict IN ('wins', 'fills'))`,
    )} AS n CROSS JOIN temp.matched AS x ON x.place = n.place`,
  );
  if (rule.table === 'direct_messages') withdrawDirectMessages(database, sql`d.rowid IN (SELECT held FROM temp.newer)`);
  runSql(
    database,
    sql`UPDATE main.${table} AS t SET ${assignments}, import_id = ${current.id} ${noLongerPlaceholder}
      FROM temp.newer AS n WHERE t.rowid = n.held`,
  );
  database.exec('DROP TABLE temp.newer');
}

/** How a table's rows are told to a person. Together they are all rows of the file's table. */
export function toTableCounts(
  rows: { readonly incoming: number; readonly rejected: number; readonly identicalDuplicates: number },
  matched: MatchCounts,
): TableCounts {
  const alreadyHere = matched.same + matched.loses;
  return {
    added: rows.incoming - alreadyHere - matched.wins,
    updated: matched.wins,
    unchanged: alreadyHere + rows.identicalDuplicates,
    rejected: rows.rejected,
  };
}
