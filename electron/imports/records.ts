import { RaidscopeError } from '../../shared/contract/errors.ts';
import type {
  ImportFormat,
  ImportIssue,
  ImportIssuePage,
  ImportRecord,
  SourceSchema,
  TableCounts,
} from '../../shared/imports/types.ts';
import type { LibraryTable } from '../../shared/library/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { emptySql, sql, type SqlFragment } from '../library/sql.ts';

interface ImportRow {
  readonly id: number;
  readonly source_name: string;
  readonly source_path: string;
  readonly source_size_bytes: number;
  readonly format: ImportFormat;
  readonly schema_version: SourceSchema;
  readonly started_at: string;
  readonly duration_ms: number | null;
  readonly ignored: string;
  readonly undone_at: string | null;
  readonly issue_count: number;
}

interface CountsRow extends TableCounts {
  readonly import_id: number;
  readonly table_name: LibraryTable;
}

function selectImports(database: Database, condition: SqlFragment): readonly ImportRecord[] {
  const counts = Map.groupBy(
    allRows<CountsRow>(
      database,
      sql`SELECT import_id, table_name, added, updated, unchanged, rejected FROM import_tables`,
    ),
    (row) => row.import_id,
  );
  return allRows<ImportRow>(
    database,
    sql`SELECT id, source_name, source_path, source_size_bytes, format, schema_version, started_at, duration_ms, ignored, undone_at,
      (SELECT count(*) FROM import_issues WHERE import_id = imports.id) AS issue_count FROM imports ${condition} ORDER BY id DESC`,
  ).map((row) => ({
    id: row.id,
    source: row.source_name,
    format: row.format,
    seconds: (row.duration_ms ?? 0) / 1000,
    tables: Object.fromEntries(
      (counts.get(row.id) ?? []).map(({ table_name, added, updated, unchanged, rejected }) => [
        table_name,
        { added, updated, unchanged, rejected },
      ]),
    ),
    issues: row.issue_count,
    schema: row.schema_version,
    sourcePath: row.source_path,
    sourceSizeBytes: row.source_size_bytes,
    startedAt: row.started_at,
    undoneAt: row.undone_at,
    ignored: JSON.parse(row.ignored) as string[], // Written by importBackup only.
  }));
}

/** Throws `not_found`. */
export function getImport(database: Database, id: number): ImportRecord {
  const [record] = selectImports(database, sql`WHERE id = ${id}`);
  if (record === undefined)
    throw new RaidscopeError('not_found', 'There is no such import in this library.', { importId: id });
  return record;
}

/** Past imports, newest first. A library has few: they come at once. */
export function listImports({ database }: OperationContext, _input: null): readonly ImportRecord[] {
  return selectImports(database, emptySql);
}

interface IssueRow {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: string | null;
  readonly severity: ImportIssue['severity'];
  readonly reason: string;
  readonly detail: string | null;
}

export interface ListIssuesInput {
  readonly importId: number;
  readonly cursor: string | null;
  readonly limit: number;
}

/** What one import left out or mended, in the order in which it met them. The cursor is the last id of the page before. */
export function listIssues(
  { database }: OperationContext,
  { importId, cursor, limit }: ListIssuesInput,
): ImportIssuePage {
  const after = cursor === null ? 0 : Number(cursor);
  if (!Number.isSafeInteger(after) || after < 0)
    throw new RaidscopeError('bad_input', 'The page marker is not one of this list.');
  getImport(database, importId);
  const rows = allRows<IssueRow>(
    database,
    sql`SELECT id, table_name, row_id, severity, reason, detail FROM import_issues
      WHERE import_id = ${importId} AND id > ${after} ORDER BY id LIMIT ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ table_name, row_id, ...row }) => ({ ...row, table: table_name, rowId: row_id })),
    next: rows.length > limit ? String(page.at(-1)?.id ?? '') : null,
  };
}
