import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PreviewProblem, PreviewTable } from '../../shared/imports/types.ts';
import type { Database } from '../library/open-database.ts';
import { firstRow } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import type { InspectInput } from './inspect-backup.ts';
import type { PreparedSource } from './source-file.ts';
import type { SourceShape } from './source-schema.ts';
import { neverCopiedColumns } from './table-rules.ts';

/** A library takes about as much again as the backup, and its log as much once more while the import runs. */
const neededBytesPerSourceByte = 3;

/** What a person should know before importing the file. */
export function collectProblems(
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
