import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ImportPreview, PreviewProblem, PreviewTable } from '../../shared/imports/types.ts';
import type { LibraryTable } from '../../shared/library/types.ts';
import { openDatabase, type Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstRow, singleNumber } from '../library/run-sql.ts';
import { identifier, joinSql, qualified, sql } from '../library/sql.ts';
import { explainError } from '../library/sqlite-errors.ts';
import { countExcluded, excludeDuplicates, findFaultyRows } from './check-rows.ts';
import { ImportProgress } from './import-progress.ts';
import { discardSource, prepareSource, type PreparedSource } from './source-file.ts';
import { giveVerdict } from './verdict.ts';
import { createScratchTables, emptyScratchTables, storedColumn } from './source-rows.ts';
import {
  readSourceShape,
  sourceSchemaName,
  type SourcePart,
  type SourceShape,
  type SourceTable,
} from './source-schema.ts';
import { neverCopiedColumns } from './table-rules.ts';
import { registerTimeFunction } from './time-values.ts';

export interface InspectInput {
  readonly path: string;
  readonly token: string;
  readonly workFolder: string;
  /** The open library, to tell what it holds already; null when none is open. */
  readonly libraryPath: string | null;
}

export interface PrepareInput {
  readonly path: string;
  readonly workFolder: string;
}

/**
 * Makes a backup ready for importing, and sees that it is one. Runs on a task worker; the caller discards the source in
 * the end. Throws as `prepareSource` and `readSourceShape`.
 */
export async function prepareBackup(
  context: OperationContext,
  { path, workFolder }: PrepareInput,
): Promise<PreparedSource> {
  const source = await prepareSource(context, path, workFolder);
  try {
    withAttached(source, null, (database) => readSourceShape(database));
    return source;
  } catch (thrown) {
    discardSource(source);
    throw explainError(thrown, { path });
  }
}

export interface ProveInput {
  readonly source: PreparedSource;
  /** Where the import waits for the answer before it commits. */
  readonly verdict: SharedArrayBuffer;
}

/**
 * Proves a backup sound: SQLite reads every page of every table that an import reads. Runs on a task worker beside the
 * import, which does not commit before the verdict is in. Throws `corrupt_file`.
 */
export function proveBackup(context: OperationContext, { source, verdict }: ProveInput): null {
  let isSound = false;
  try {
    withAttached(source, null, (database) => checkPages(database, readSourceShape(database), context));
    isSound = true;
    return null;
  } catch (thrown) {
    throw explainError(thrown, { path: source.path });
  } finally {
    giveVerdict(verdict, isSound);
  }
}

/** Says what importing a file would do. A file that cannot be read is a preview with an error, not a throw. */
export async function inspectBackup(context: OperationContext, input: InspectInput): Promise<ImportPreview> {
  let source: PreparedSource | null = null;
  try {
    source = await prepareSource(context, input.path, input.workFolder);
    const prepared = source;
    return withAttached(prepared, input.libraryPath, (database) => describe(database, prepared, input, context));
  } catch (thrown) {
    const error = explainError(thrown, { path: input.path });
    if (error.code === 'cancelled') throw error;
    return unreadable(input, source, error);
  } finally {
    if (source !== null) discardSource(source);
  }
}

function withAttached<Result>(
  source: PreparedSource,
  libraryPath: string | null,
  run: (database: Database) => Result,
): Result {
  // What a read-only connection attaches is read-only as well. Without a library there is only memory to open.
  const database = libraryPath === null ? openDatabase(':memory:') : openDatabase(libraryPath, { readonly: true });
  try {
    registerTimeFunction(database);
    database.prepare(`ATTACH ? AS ${sourceSchemaName}`).run(source.databasePath);
    return run(database);
  } finally {
    database.close();
  }
}

function checkPages(database: Database, shape: SourceShape, context: OperationContext): void {
  const parts = shape.tables.flatMap((table) => table.parts);
  parts.forEach((part, index) => {
    context.throwIfCancelled();
    context.report({ phase: 'Checking the file for damage', done: index, total: parts.length });
    const finding = firstRow<{ readonly quick_check: string }>(
      database,
      sql`SELECT quick_check FROM pragma_quick_check(${part.name}, ${sourceSchemaName}) LIMIT 1`,
    );
    // A CHECK or NOT NULL that does not hold is a row's fault, not the file's: those rows are listed one by one.
    if (finding === undefined || /^(ok|CHECK constraint failed|NULL value in|.* value in )/.test(finding.quick_check))
      return;
    throw new RaidscopeError(
      'corrupt_file',
      `The file is damaged: the table ${part.name} cannot be read. Nothing was imported; copy the file again from the server.`,
      { table: part.name, finding: finding.quick_check.slice(0, 200) },
    );
  });
}

function describe(
  database: Database,
  source: PreparedSource,
  input: InspectInput,
  context: OperationContext,
): ImportPreview {
  const shape = readSourceShape(database);
  checkPages(database, shape, context);
  createScratchTables(database);
  const rowCount = shape.tables.reduce((sum, table) => sum + countRows(database, table), 0);
  const progress = new ImportProgress(context, rowCount);
  progress.register(database);
  progress.begin('Looking at every row', 0, 1, rowCount);
  const tables = shape.tables.map((table) => describeTable(database, table, input.libraryPath !== null));
  const problems = collectProblems(database, source, shape, tables, input);
  return {
    file: { token: input.token, name: source.name, sizeBytes: source.sizeBytes },
    format: source.format,
    schema: shape.schema,
    tables,
    ignored: shape.ignored,
    ...readMessageRange(database, shape),
    problems,
    canImport: true,
  };
}

function countRows(database: Database, { parts }: SourceTable): number {
  return singleNumber(
    database,
    sql`SELECT ${joinSql(
      parts.map((part) => sql`(SELECT count(*) FROM ${part.reference})`),
      ' + ',
    )}`,
  );
}

function describeTable(database: Database, source: SourceTable, hasLibrary: boolean): PreviewTable {
  emptyScratchTables(database);
  findFaultyRows(database, source);
  const faulty = countExcluded(database);
  const { rejected } = excludeDuplicates(database, source, null);
  return {
    table: source.rule.table,
    sourceTables: source.parts.map((part) => part.name),
    rowCount: countRows(database, source),
    rejectedCount: faulty + rejected,
    alreadyPresentCount: hasLibrary ? countPresent(database, source) : 0,
  };
}

function countPresent(database: Database, { rule, parts }: SourceTable): number {
  const isHeld = (part: SourcePart): ReturnType<typeof sql> =>
    joinSql(
      rule.key.map((name) => sql`t.${identifier(name)} = ${storedColumn(rule, part, name)}`),
      ' AND ',
    );
  const table = qualified('main', rule.table);
  if (singleNumber(database, sql`SELECT EXISTS (SELECT 1 FROM ${table})`) === 0) return 0;
  return parts
    .map((part) =>
      singleNumber(
        database,
        sql`SELECT count(*) FROM ${part.reference} AS s WHERE raidscope_tick() AND EXISTS (SELECT 1 FROM ${table} AS t WHERE ${isHeld(part)})`,
      ),
    )
    .reduce((sum, count) => sum + count, 0);
}

function readMessageRange(
  database: Database,
  shape: SourceShape,
): Pick<ImportPreview, 'firstMessageAt' | 'lastMessageAt'> {
  const messages = shape.tables.find(({ rule }) => rule.table === ('messages' satisfies LibraryTable));
  const times = messages?.parts.filter((part) => part.columns.has('created_at')) ?? [];
  if (messages === undefined || times.length === 0) return { firstMessageAt: null, lastMessageAt: null };
  const edge = (part: SourcePart, least: boolean): ReturnType<typeof sql> => {
    const written = sql`s.${identifier(part.columns.get('created_at') ?? 'created_at')}`;
    const extreme = least ? sql`min(${written})` : sql`max(${written})`;
    // The extreme as it stands in the file comes from an index; only that one is read as a time.
    return sql`SELECT ${storedColumn(messages.rule, part, 'created_at')} AS moment
      FROM (SELECT ${extreme} AS created_at FROM ${part.reference} AS s WHERE ${written} < '2200-') AS s`;
  };
  const pick = (least: boolean): string | null => {
    const moments = joinSql(
      times.map((part) => edge(part, least)),
      ' UNION ALL ',
    );
    const row = firstRow<{ readonly moment: string | null }>(
      database,
      least ? sql`SELECT min(moment) AS moment FROM (${moments})` : sql`SELECT max(moment) AS moment FROM (${moments})`,
    );
    return row?.moment ?? null;
  };
  return { firstMessageAt: pick(true), lastMessageAt: pick(false) };
}

/** A library takes about as much again as the backup, and its log as much once more while the import runs. */
const neededBytesPerSourceByte = 3;

function collectProblems(
  database: Database,
  source: PreparedSource,
  shape: SourceShape,
  tables: readonly PreviewTable[],
  input: InspectInput,
): readonly PreviewProblem[] {
  const problems: PreviewProblem[] = [];
  const warn = (code: PreviewProblem['code'], message: string): void => {
    problems.push({ severity: 'warning', code, message });
  };
  const rejected = tables.reduce((sum, table) => sum + table.rejectedCount, 0);
  if (rejected > 0) {
    warn(
      'rows_rejected',
      `${rejected.toLocaleString('en')} rows break a rule of the schema and would be left out; the import lists each with its reason.`,
    );
  }
  if (shape.ignored.length > 0) {
    warn('ignored_parts', `The file holds more than a library has a place for. Left out: ${shape.ignored.join(', ')}.`);
  }
  const before = input.libraryPath === null ? undefined : findSameFile(database, source);
  if (before !== undefined) {
    warn(
      'already_imported',
      `A file of this name and size was imported on ${before.slice(0, 10)} already. Importing it again changes nothing.`,
    );
  }
  const holdsSecrets = shape.tables.some(({ rule, parts }) =>
    parts.some((part) =>
      neverCopiedColumns.some(
        (name) => name.startsWith(`${rule.table}.`) && part.columns.has(name.split('.')[1] ?? ''),
      ),
    ),
  );
  if (holdsSecrets) {
    warn(
      'personal_data',
      'The file holds password hashes: they are never copied. E-mail and IP addresses are, but stay hidden until you ask for them.',
    );
  }
  const folder = dirname(input.libraryPath ?? input.workFolder);
  if (input.libraryPath !== null && freeBytes(folder) < source.sizeBytes * neededBytesPerSourceByte) {
    warn(
      'low_space',
      'The disk may be too full for this import. If it is, the import stops and the library stays as it is.',
    );
  }
  return problems;
}

function findSameFile(database: Database, source: PreparedSource): string | undefined {
  return firstRow<{ readonly started_at: string }>(
    database,
    sql`SELECT started_at FROM main.imports WHERE source_name = ${source.name} AND source_size_bytes = ${source.sizeBytes} AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
  )?.started_at;
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function unreadable(input: InspectInput, source: PreparedSource | null, error: RaidscopeError): ImportPreview {
  return {
    file: {
      token: input.token,
      name: source?.name ?? input.path.split(/[\\/]/).at(-1) ?? input.path,
      sizeBytes: source?.sizeBytes ?? 0,
    },
    format: source?.format ?? null,
    schema: null,
    tables: [],
    ignored: [],
    firstMessageAt: null,
    lastMessageAt: null,
    problems: [{ severity: 'error', code: error.code, message: error.message }],
    canImport: false,
  };
}
