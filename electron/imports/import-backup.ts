import type { LibraryTable } from '../../shared/library/types.ts';
import type { ImportResult, TableCounts } from '../../shared/imports/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { withBulkCache } from '../library/page-cache.ts';
import { firstRow, runSql, singleNumber } from '../library/run-sql.ts';
import { identifier, joinSql, sql, type SqlFragment } from '../library/sql.ts';
import { rebuildSummaries } from '../library/summaries.ts';
import { finishBulkIndexing, indexEverything, prepareBulkIndexing } from '../messages/search-index.ts';
import {
  countExcluded,
  excludeDuplicates,
  findFaultyRows,
  noteWhatIsAsStored,
  recordFaults,
  stageMessages,
  stageRows,
} from './check-rows.ts';
import { placeDirectMessages, rememberSenders } from './direct-messages.ts';
import { ImportProgress } from './import-progress.ts';
import { indexingTick, writeMessages } from './merge-messages.ts';
import { matchRows, recordOverlaps, toTableCounts, writeRows, type CurrentImport } from './merge-rows.ts';
import { admitWaitingRows, parkOrphans, renewPlaceholders } from './parents.ts';
import { getImport } from './records.ts';
import { assertIsUnchanged, type PreparedSource } from './source-file.ts';
import { createScratchTables, dropScratchTables, emptyScratchTables, storedColumn } from './source-rows.ts';
import {
  readSourceShape,
  sourceSchemaName,
  type SourcePart,
  type SourceShape,
  type SourceTable,
} from './source-schema.ts';
import type { TableRule } from './table-rules.ts';
import { registerTimeFunction, type TimeReader } from './time-values.ts';
import { awaitVerdict } from './verdict.ts';

export interface ImportInput {
  readonly source: PreparedSource;
  readonly startedAt: string;
  /** How long unpacking and checking the file took, which is part of the import to a person. */
  readonly preparedMs: number;
  /** Whether the file is sound, which another thread is finding out. */
  readonly verdict: SharedArrayBuffer;
}

/**
 * Imports a prepared backup into the library, whole or not at all: one transaction holds the rows, the search indexes,
 * the summaries and the import's own record. Runs on the writer.
 */
export function importBackup(
  context: OperationContext,
  { source, startedAt, preparedMs, verdict }: ImportInput,
): ImportResult {
  const { database } = context;
  const beganAt = performance.now() - preparedMs;
  const times = registerTimeFunction(database);
  const importId = withSource(database, source, (shape) => {
    const rowCount = countRows(database, shape);
    const progress = new ImportProgress(context, rowCount);
    progress.register(database);
    return database
      .transaction(() => {
        const id = createRecord(database, source, shape, startedAt);
        mergeTables({ database, progress, times, isFirst: hasNothingToSearch(database) }, shape, id);
        progress.begin('Counting', 0.97, 1);
        rebuildSummaries(database);
        awaitVerdict(verdict, () => context.throwIfCancelled());
        assertIsUnchanged(source);
        runSql(
          database,
          sql`UPDATE imports SET duration_ms = ${Math.round(performance.now() - beganAt)} WHERE id = ${id}`,
        );
        progress.begin('Saving', 1, 1);
        return id;
      })
      .immediate();
  });
  return getImport(database, importId);
}

/** Attaches the file and makes the scratch tables, and leaves neither behind, whatever happens in between. */
function withSource<Result>(database: Database, source: PreparedSource, run: (shape: SourceShape) => Result): Result {
  database.pragma('foreign_keys = OFF');
  database.prepare(`ATTACH ? AS ${sourceSchemaName}`).run(source.databasePath);
  try {
    createScratchTables(database);
    return run(readSourceShape(database));
  } finally {
    dropScratchTables(database);
    database.exec(`DETACH ${sourceSchemaName}`);
    database.pragma('foreign_keys = ON');
    // Success or not, the log may have grown by the whole import: give the space back.
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
}

function countRows(database: Database, shape: SourceShape): number {
  const counts = shape.tables.flatMap(({ parts }) =>
    parts.map((part) => sql`(SELECT count(*) FROM ${part.reference})`),
  );
  return singleNumber(database, sql`SELECT ${joinSql(counts, ' + ')}`);
}

function createRecord(database: Database, source: PreparedSource, shape: SourceShape, startedAt: string): number {
  const insert = sql`INSERT INTO imports (source_name, source_path, source_size_bytes, format, schema_version, started_at, ignored)
    VALUES (${source.name}, ${source.path}, ${source.sizeBytes}, ${source.format}, ${shape.schema}, ${startedAt}, ${JSON.stringify(shape.ignored)})`;
  return Number(database.prepare(insert.text).run(...insert.parameters).lastInsertRowid);
}

interface Merging {
  readonly database: Database;
  readonly progress: ImportProgress;
  readonly times: TimeReader;
  /** The library has nothing to search yet: all that comes in is indexed at once, in one order. */
  readonly isFirst: boolean;
}

function mergeTables(merging: Merging, shape: SourceShape, importId: number): void {
  const { database, progress } = merging;
  const asOf = readAsOf(database, shape);
  runSql(database, sql`UPDATE imports SET as_of = ${asOf} WHERE id = ${importId}`);
  const counts = new Map<LibraryTable, TableCounts>();
  rememberSenders(database);
  for (const table of shape.tables) {
    counts.set(table.rule.table, mergeTable(merging, table, { id: importId, asOf: asOf ?? '' }));
  }
  const [from, to] = merging.isFirst ? [0.63, 0.64] : [0.95, 0.97];
  progress.begin('Looking for missing authors and channels', from, to);
  parkOrphans(database);
  admitWaitingRows(database);
  renewPlaceholders(database, importId);
  prepareBulkIndexing(database);
  placeDirectMessages(database, { indexesText: !merging.isFirst });
  if (merging.isFirst) {
    progress.begin('Indexing words', 0.64, 0.97, singleNumber(database, sql`SELECT count(*) FROM main.messages`));
    withBulkCache(database, () => indexEverything(database, { tick: indexingTick }));
  }
  finishBulkIndexing(database);
  for (const [table, found] of counts) recordCounts(database, importId, table, found);
}

function mergeTable(
  { database, progress, times, isFirst }: Merging,
  table: SourceTable,
  current: CurrentImport,
): TableCounts {
  const isMessages = table.rule.table === 'messages';
  const name = table.rule.table.replaceAll('_', ' ');
  emptyScratchTables(database);
  const expected = singleNumber(
    database,
    sql`SELECT ${joinSql(
      table.parts.map((part) => sql`(SELECT count(*) FROM ${part.reference})`),
      ' + ',
    )}`,
  );
  if (isMessages) progress.begin(`Checking ${name}`, 0.02, 0.1, expected);
  else progress.begin(`Importing ${name}`, ...smallTableShare(table.rule.table, isFirst));
  const source = noteWhatIsAsStored(database, table, times, () => findFaultyRows(database, table));
  recordFaults(database, source, current.id);
  const faulty = countExcluded(database);
  const duplicates = excludeDuplicates(database, source, current.id);
  if (isMessages) {
    progress.begin(`Putting ${name} in order`, 0.1, 0.15, expected);
    stageMessages(database, source);
  } else stageRows(database, source);
  const incoming = singleNumber(database, sql`SELECT count(*) FROM temp.incoming`);
  if (isMessages) progress.begin(`Comparing ${name} with the library`, 0.15, 0.2, incoming);
  const matched = matchRows(database, source, current);
  recordOverlaps(database, source, current, matched);
  if (isMessages) {
    if (!isFirst) prepareBulkIndexing(database);
    writeMessages(database, source, current, { progress, indexesText: !isFirst });
    if (!isFirst) finishBulkIndexing(database);
  } else writeRows(database, source, current);
  return toTableCounts(
    { incoming, rejected: faulty + duplicates.rejected, identicalDuplicates: duplicates.identical },
    matched,
  );
}

/** Tables before messages take the bar's first hundredths, those behind them the last: it never goes back. */
function smallTableShare(table: LibraryTable, isFirst: boolean): readonly [from: number, to: number] {
  if (table === 'servers' || table === 'users' || table === 'channels') return [0.01, 0.02];
  return isFirst ? [0.6, 0.63] : [0.9, 0.95];
}

function hasNothingToSearch(database: Database): boolean {
  const any = sql`EXISTS (SELECT 1 FROM main.messages) OR EXISTS (SELECT 1 FROM main.direct_messages)`;
  return singleNumber(database, sql`SELECT ${any}`) === 0;
}

/**
 * The newest moment that the file speaks of, or null. Asks for the greatest values as they stand in the file, and reads
 * only those as times: `created_at` by itself, which an index answers at once, the others in one pass.
 */
function readAsOf(database: Database, shape: SourceShape): string | null {
  const maxima = shape.tables.flatMap(({ rule, parts }) => {
    const times = rule.columns.filter((column) => column.kind === 'time').map((column) => column.name);
    const passes = [times.filter((name) => name === 'created_at'), times.filter((name) => name !== 'created_at')];
    return parts.flatMap((part) => passes.flatMap((names) => greatestTimes(rule, part, names)));
  });
  const moments = maxima.flatMap((maximum) =>
    Object.values(firstRow<Readonly<Record<string, string | null>>>(database, maximum) ?? {}),
  );
  return (
    moments
      .map((moment) => moment ?? '')
      .toSorted()
      .at(-1) || null
  );
}

/** One statement that answers the greatest time in each of these columns, if the part has any of them. */
function greatestTimes(rule: TableRule, part: SourcePart, names: readonly string[]): readonly SqlFragment[] {
  const written = names.flatMap((name) => part.columns.get(name) ?? []);
  if (written.length === 0) return [];
  const isReadable = (name: string): SqlFragment => sql`s.${identifier(name)} < '2200-'`;
  const greatest = written.map(
    (name) => sql`max(s.${identifier(name)}) FILTER (WHERE ${isReadable(name)}) AS ${identifier(name)}`,
  );
  const stored = names
    .filter((name) => part.columns.has(name))
    .map((name) => sql`${storedColumn(rule, part, name)} AS ${identifier(`latest ${name}`)}`);
  const condition = joinSql(written.map(isReadable), ' OR ');
  return [
    sql`SELECT ${joinSql(stored, ', ')} FROM (SELECT ${joinSql(greatest, ', ')} FROM ${part.reference} AS s WHERE ${condition}) AS s`,
  ];
}

/** Rows that wait for their parent are counted as left out, though they were merged at first. */
function recordCounts(database: Database, importId: number, table: LibraryTable, counts: TableCounts): void {
  const waiting = singleNumber(
    database,
    sql`SELECT count(*) FROM import_issues WHERE import_id = ${importId} AND table_name = ${table} AND severity = 'waiting'`,
  );
  runSql(
    database,
    sql`INSERT INTO import_tables (import_id, table_name, added, updated, unchanged, rejected)
      VALUES (${importId}, ${table}, ${counts.added - waiting}, ${counts.updated}, ${counts.unchanged}, ${counts.rejected + waiting})`,
  );
}
