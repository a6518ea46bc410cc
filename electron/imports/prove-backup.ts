import { RaidscopeError } from '../../shared/contract/errors.ts';
import { openDatabase, type Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstRow } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { explainError } from '../library/sqlite-errors.ts';
import { discardSource, prepareSource, type PreparedSource } from './source-file.ts';
import { readSourceShape, sourceSchemaName, type SourceShape } from './source-schema.ts';
import { registerTimeFunction } from './time-values.ts';
import { giveVerdict } from './verdict.ts';

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

/** Opens a prepared backup beside a library, both for reading only, under the name that the import uses. */
export function withAttached<Result>(
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

/** Throws `corrupt_file` when SQLite cannot make sense of a page of the tables that an import reads. */
export function checkPages(database: Database, shape: SourceShape, context: OperationContext): void {
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
