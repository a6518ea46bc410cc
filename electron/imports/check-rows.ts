import type { Database } from '../library/open-database.ts';
import { allRows, runSql, singleNumber } from '../library/run-sql.ts';
import { emptySql, identifier, joinSql, literal, sql, type SqlFragment } from '../library/sql.ts';
import { isPlainTime, type Fault } from './column-sql.ts';
import {
  columnList,
  namedStoredValues,
  rawImage,
  rowFaults,
  rowKey,
  storedColumn,
  storedImage,
} from './source-rows.ts';
import type { SourcePart, SourceTable } from './source-schema.ts';
import type { TimeReader } from './time-values.ts';

/** One call for each row that a long statement reads: counts progress and throws when the person cancels. */
export const tickSql = sql`raidscope_tick()`;

/** As `tickSql` for statements over every message: calls for one row of 16, told by a number that most rows differ in. */
export function sparseTickSql(number: SqlFragment): SqlFragment {
  return sql`((${number}) & 15 OR raidscope_tick(16))`;
}

/** The table as the pass that `run` makes over it leaves it known: whether anything in it has to be mended. */
export function noteWhatIsAsStored(
  database: Database,
  source: SourceTable,
  times: TimeReader,
  run: () => void,
): SourceTable {
  const callsBefore = times.callCount;
  run();
  // A row that breaks a rule may break others that were not looked at.
  const isClean = singleNumber(database, sql`SELECT count(*) FROM temp.suspect`) === 0;
  if (!isClean || times.callCount > callsBefore) return source;
  return { ...source, parts: source.parts.map((part) => ({ ...part, isAsStored: true as const })) };
}

/**
 * Finds the rows that break a rule, with one pass over each part. Fills `suspect`; rows that cannot go in also stand in
 * `excluded` afterwards.
 */
export function findFaultyRows(database: Database, { rule, parts }: SourceTable): void {
  for (const part of parts) {
    const faults = rowFaults(rule, part);
    const anyFault = joinSql(
      faults.map((fault) => sql`(${fault.isPresent})`),
      ' OR ',
    );
    runSql(
      database,
      sql`INSERT INTO temp.suspect (part, locator) SELECT ${literal(part.index)}, s.${part.locator} FROM ${part.reference} AS s WHERE ${sparseTickSql(sql`s.${part.locator}`)} AND (${anyFault})`,
    );
    if (singleNumber(database, sql`SELECT count(*) FROM temp.suspect WHERE part = ${part.index}`) === 0) continue;
    const rejecting = faults.filter((fault) => fault.severity === 'rejected');
    runSql(
      database,
      sql`INSERT INTO temp.excluded (part, locator) SELECT part, locator FROM ${suspects(part)} WHERE ${joinSql(
        rejecting.map((fault) => sql`(${fault.isPresent})`),
        ' OR ',
      )}`,
    );
  }
}

function suspects(part: SourcePart): SqlFragment {
  return sql`temp.suspect AS x CROSS JOIN ${part.reference} AS s ON s.${part.locator} = x.locator AND x.part = ${literal(part.index)}`;
}

/** Counts of `findFaultyRows` by reason, for a preview. */
export function countExcluded(database: Database): number {
  return singleNumber(database, sql`SELECT count(*) FROM temp.excluded`);
}

/** Writes what `findFaultyRows` found into the import's list of issues. */
export function recordFaults(database: Database, { rule, parts }: SourceTable, importId: number): void {
  for (const part of parts) {
    if (singleNumber(database, sql`SELECT count(*) FROM temp.suspect WHERE part = ${part.index}`) === 0) continue;
    const faults = rowFaults(rule, part);
    const rejecting = faults.filter((fault) => fault.severity === 'rejected');
    const key = rowKey(rule, (name) => sql`coalesce(${storedColumn(rule, part, name)}, '')`);
    const isExcluded = sql`EXISTS (SELECT 1 FROM temp.excluded AS e WHERE e.part = x.part AND e.locator = x.locator)`;
    runSql(
      database,
      sql`INSERT INTO import_issues (import_id, table_name, row_id, severity, reason, detail, row_image)
        SELECT ${importId}, ${rule.table}, ${key}, 'rejected', ${firstOf(rejecting, (fault) => literal(fault.reason))},
          ${firstOf(rejecting, (fault) => fault.detail)}, ${rawImage(rule, part)}
        FROM ${suspects(part)} WHERE ${isExcluded}`,
    );
    for (const fault of faults.filter((candidate) => candidate.severity === 'mended')) {
      runSql(
        database,
        sql`INSERT INTO import_issues (import_id, table_name, row_id, severity, reason, detail, row_image)
          SELECT ${importId}, ${rule.table}, ${key}, 'mended', ${literal(fault.reason)}, ${fault.detail}, ${rawImage(rule, part)}
          FROM ${suspects(part)} WHERE (${fault.isPresent}) AND NOT ${isExcluded}`,
      );
    }
  }
}

function firstOf(faults: readonly Fault[], value: (fault: Fault) => SqlFragment): SqlFragment {
  return sql`CASE ${joinSql(
    faults.map((fault) => sql`WHEN ${fault.isPresent} THEN ${value(fault)}`),
    ' ',
  )} END`;
}

export const isNotExcluded = (part: SourcePart): SqlFragment =>
  sql`NOT EXISTS (SELECT 1 FROM temp.excluded AS e WHERE e.part = ${literal(part.index)} AND e.locator = s.${part.locator})`;

export interface DuplicateCounts {
  /** The same row once more, to the letter: nothing is lost by reading it once. */
  readonly identical: number;
  readonly rejected: number;
}

/**
 * Keeps one row of each key that the file holds more than once - the newest by `updated_at` - and excludes the others,
 * which are reported unless they are the same to the letter. Skipped where the file's own unique index rules it out.
 */
export function excludeDuplicates(database: Database, source: SourceTable, importId: number | null): DuplicateCounts {
  const { rule, parts } = source;
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.hasUniqueKey === true) return { identical: 0, rejected: 0 };
  const keyOf = (part: SourcePart): SqlFragment => rowKey(rule, (name) => storedColumn(rule, part, name));
  const keys = joinSql(
    parts.map(
      (part) =>
        sql`SELECT ${keyOf(part)} AS row_key FROM ${part.reference} AS s WHERE ${tickSql} AND ${isNotExcluded(part)}`,
    ),
    ' UNION ALL ',
  );
  runSql(
    database,
    sql`INSERT INTO temp.duplicate_key (row_key) SELECT row_key FROM (${keys}) GROUP BY row_key HAVING count(*) > 1`,
  );
  if (singleNumber(database, sql`SELECT count(*) FROM temp.duplicate_key`) === 0) return { identical: 0, rejected: 0 };
  return rankDuplicates(database, source, keyOf, importId);
}

interface LoserRow {
  readonly part: number;
  readonly locator: number;
  readonly row_key: string;
  readonly is_identical: 0 | 1;
  readonly image: string;
}

function rankDuplicates(
  database: Database,
  { rule, parts }: SourceTable,
  keyOf: (part: SourcePart) => SqlFragment,
  importId: number | null,
): DuplicateCounts {
  const updatedAt = rule.columns.some((column) => column.name === 'updated_at')
    ? sql`coalesce(updated_at, '')`
    : sql`''`;
  const rows = joinSql(
    parts.map(
      (
        part,
      ) => sql`SELECT ${literal(part.index)} AS part, s.${part.locator} AS locator, ${keyOf(part)} AS row_key, ${namedStoredValues(rule, part)}
        FROM ${part.reference} AS s WHERE ${isNotExcluded(part)} AND ${keyOf(part)} IN (SELECT row_key FROM temp.duplicate_key)`,
    ),
    ' UNION ALL ',
  );
  const losers = allRows<LoserRow>(
    database,
    sql`SELECT part, locator, row_key, image = best AS is_identical, image FROM (
        SELECT *, row_number() OVER ranking AS rank, first_value(image) OVER ranking AS best
        FROM (SELECT part, locator, row_key, ${columnList(rule)}, ${storedImage(rule, 'r')} AS image FROM (${rows}) AS r)
        WINDOW ranking AS (PARTITION BY row_key ORDER BY ${updatedAt} DESC, image DESC)
      ) WHERE rank > 1`,
  );
  const exclude = database.prepare('INSERT INTO temp.excluded (part, locator) VALUES (?, ?)');
  const report = database.prepare(
    `INSERT INTO import_issues (import_id, table_name, row_id, severity, reason, detail, row_image)
     VALUES (?, ?, ?, 'rejected', 'duplicate_id', 'the file holds this id more than once; the newest row was kept', ?)`,
  );
  for (const loser of losers) {
    exclude.run(loser.part, loser.locator);
    if (importId !== null && loser.is_identical === 0) report.run(importId, rule.table, loser.row_key, loser.image);
  }
  const identical = losers.filter((loser) => loser.is_identical === 1).length;
  return { identical, rejected: losers.length - identical };
}

/** Fills `incoming` with the rows that go in, in the file's own order. */
export function stageRows(database: Database, { parts }: SourceTable): void {
  const hasExcluded = countExcluded(database) > 0;
  for (const part of parts) {
    const condition = hasExcluded ? sql`WHERE ${isNotExcluded(part)}` : emptySql;
    runSql(
      database,
      sql`INSERT INTO temp.incoming (part, locator) SELECT ${literal(part.index)}, s.${part.locator} FROM ${part.reference} AS s ${condition}`,
    );
  }
}

/**
 * As `stageRows`, with each message's `seq` as its place: time order, ties by id (shorter first).
 *
 * A file whose times all stand as SQLite writes them is read along its own index of `created_at`, and only the ties are
 * sorted: 1.5 s for a million messages, where sorting all of them took 5 s on a busy machine. The subquery's LIMIT keeps
 * SQLite from numbering before sorting.
 */
export function stageMessages(database: Database, source: SourceTable): void {
  const hasExcluded = countExcluded(database) > 0;
  const readsAsWritten = hasPlainTimes(database, source);
  const rows = joinSql(
    source.parts.map((part) => {
      const condition = hasExcluded ? sql`WHERE ${isNotExcluded(part)}` : emptySql;
      const createdAt = readsAsWritten ? writtenTime(part) : storedColumn(source.rule, part, 'created_at');
      return sql`SELECT ${literal(part.index)} AS part, s.${part.locator} AS locator, ${createdAt} AS created_at, ${storedColumn(source.rule, part, 'id')} AS id
        FROM ${part.reference} AS s ${condition}`;
    }),
    ' UNION ALL ',
  );
  registerPlaceFunction(database);
  runSql(
    database,
    sql`INSERT INTO temp.incoming (place, part, locator)
      SELECT (second << 20) + raidscope_place(second), part, locator FROM (
        SELECT coalesce(unixepoch(created_at), 0) AS second, part, locator FROM (${rows})
        ORDER BY created_at, length(id), id LIMIT -1
      ) WHERE ${sparseTickSql(sql`second`)}`,
  );
}

function writtenTime(part: SourcePart): SqlFragment {
  return sql`s.${identifier(part.columns.get('created_at') ?? 'created_at')}`;
}

function hasPlainTimes(database: Database, { parts }: SourceTable): boolean {
  return parts.every((part) => {
    if (!part.columns.has('created_at')) return false;
    if (part.isAsStored === true) return true;
    const other = sql`SELECT EXISTS (SELECT 1 FROM ${part.reference} AS s WHERE ${isPlainTime(writtenTime(part))} IS NOT 1)`;
    return singleNumber(database, other) === 0;
  });
}

/** `raidscope_place(second)`: how many rows with this second came directly before. */
function registerPlaceFunction(database: Database): void {
  let lastSecond: unknown = null;
  let place = 0;
  database.function('raidscope_place', { directOnly: true }, (second: unknown) => {
    place = second === lastSecond ? place + 1 : 0;
    lastSecond = second;
    return place;
  });
}
