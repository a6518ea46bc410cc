import type { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ImportPreview, PreviewTable } from '../../shared/imports/types.ts';
import type { LibraryTable } from '../../shared/library/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstRow, singleNumber } from '../library/run-sql.ts';
import { identifier, joinSql, qualified, sql } from '../library/sql.ts';
import { explainError } from '../library/sqlite-errors.ts';
import { countExcluded, excludeDuplicates, findFaultyRows } from './check-rows.ts';
import { ImportProgress } from './import-progress.ts';
import { collectProblems } from './preview-problems.ts';
import { checkPages, withAttached } from './prove-backup.ts';
import { discardSource, prepareSource, type PreparedSource } from './source-file.ts';
import { createScratchTables, emptyScratchTables, storedColumn } from './source-rows.ts';
import { readSourceShape, type SourcePart, type SourceShape, type SourceTable } from './source-schema.ts';

export interface InspectInput {
  readonly path: string;
  readonly token: string;
  readonly workFolder: string;
  /** The open library, to tell what it holds already; null when none is open. */
  readonly libraryPath: string | null;
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
