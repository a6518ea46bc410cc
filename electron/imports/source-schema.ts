import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { SourceSchema } from '../../shared/imports/types.ts';
import type { LibraryTable } from '../../shared/library/types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { identifier, qualified, sql, type SqlFragment } from '../library/sql.ts';
import { neverCopiedColumns, tableRules, type TableRule } from './table-rules.ts';

/** The name under which a backup is attached. */
export const sourceSchemaName = 'source';

/** One table of the file that feeds a table of the library. */
export interface SourcePart {
  readonly index: number;
  readonly name: string;
  /** How SQL refers to it: `"source"."messages_2025_11"`. */
  readonly reference: SqlFragment;
  /** Names a row for as long as the file is attached: the row id, under a name that no column has taken. */
  readonly locator: SqlFragment;
  /** Lower-case name -> name as written. */
  readonly columns: ReadonlyMap<string, string>;
  /** The file itself guarantees that no key occurs twice. */
  readonly hasUniqueKey: boolean;
  /** Every time and every JSON text in it stands as a library stores it: a pass over all rows has found no other. */
  readonly isAsStored?: true;
}

export interface SourceTable {
  readonly rule: TableRule;
  readonly parts: readonly SourcePart[];
}

export interface SourceShape {
  readonly schema: SourceSchema;
  readonly tables: readonly SourceTable[];
  /** Tables (`name`) and columns (`table.name`) that a library has no place for. */
  readonly ignored: readonly string[];
}

interface TableListRow {
  readonly name: string;
  readonly type: string;
  readonly wr: number;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
}

const messagesByMonth = /^messages_\d{4}_\d{2}$/;

/**
 * What an attached file holds, found in its schema alone. Throws `unsupported_file` when it is no server's backup: none
 * of the known tables, a view or virtual table in the place of one, or a table without the columns that it is made of.
 */
export function readSourceShape(database: Database): SourceShape {
  const entries = allRows<TableListRow>(
    database,
    sql`SELECT name, type, wr FROM pragma_table_list WHERE schema = ${sourceSchemaName} AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  const taken = new Set<string>();
  const ignored: string[] = [];
  const tables = tableRules.flatMap((rule) => {
    const feeding = entries.filter((entry) => isFor(rule.table, entry.name));
    for (const entry of feeding) {
      assertIsPlainTable(rule.table, entry);
      taken.add(entry.name);
    }
    if (feeding.length === 0) return [];
    const parts = feeding
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map((entry, index) => readPart(database, rule, entry, index, ignored));
    return [{ rule, parts }];
  });
  if (tables.length === 0) {
    throw new RaidscopeError(
      'unsupported_file',
      'The file is a database, but not a game server’s backup: it has none of the tables that one has.',
      {
        found: entries
          .map((entry) => entry.name)
          .slice(0, 10)
          .join(', '),
      },
    );
  }
  const extraTables = entries
    .filter((entry) => !taken.has(entry.name) && entry.type !== 'shadow')
    .map((entry) => entry.name);
  const allIgnored = [...extraTables, ...ignored].toSorted();
  return { schema: guessSchema(tables, allIgnored), tables, ignored: allIgnored };
}

function isFor(table: LibraryTable, name: string): boolean {
  const lower = name.toLowerCase();
  return lower === table || (table === 'messages' && messagesByMonth.test(lower));
}

function assertIsPlainTable(table: LibraryTable, entry: TableListRow): void {
  if (entry.type === 'table') return;
  throw new RaidscopeError(
    'unsupported_file',
    `In this file, ${entry.name} is a ${entry.type === 'view' ? 'view' : `${entry.type} table`} and not a plain table, so it is not a server’s backup.`,
    { table, type: entry.type },
  );
}

function readPart(
  database: Database,
  rule: TableRule,
  entry: TableListRow,
  index: number,
  ignored: string[],
): SourcePart {
  const rows = allRows<ColumnRow>(
    database,
    sql`SELECT name, type FROM pragma_table_xinfo(${entry.name}, ${sourceSchemaName}) WHERE hidden IN (0, 2, 3)`,
  );
  const columns = new Map(rows.map((row) => [row.name.toLowerCase(), row.name]));
  const known = new Set(rule.columns.map((column) => column.name));
  for (const row of rows) {
    const fullName = `${entry.name}.${row.name}`;
    const isNeverCopied = neverCopiedColumns.includes(`${rule.table}.${row.name.toLowerCase()}`);
    if (!known.has(row.name.toLowerCase()) && !isNeverCopied) ignored.push(fullName);
  }
  const missing = rule.columns.filter((column) => column.isRequired === true && !columns.has(column.name));
  if (missing.length > 0) {
    throw new RaidscopeError(
      'unsupported_file',
      `The table ${entry.name} lacks ${missing.map((column) => column.name).join(', ')}, so this is not a server’s backup.`,
      { table: entry.name },
    );
  }
  const part = { index, name: entry.name, columns };
  if (entry.wr === 1) return materializePart(database, part);
  return {
    ...part,
    reference: qualified(sourceSchemaName, entry.name),
    locator: identifier(['rowid', '_rowid_', 'oid'].find((name) => !columns.has(name)) ?? 'rowid'),
    hasUniqueKey: hasUniqueTextKey(database, rule, entry.name, rows),
  };
}

/** A table WITHOUT ROWID has nothing that names a row by a number: it is read into a temporary table first. */
function materializePart(database: Database, part: Pick<SourcePart, 'index' | 'name' | 'columns'>): SourcePart {
  const copy = qualified('temp', `copy of ${part.name}`);
  database.exec(`DROP TABLE IF EXISTS ${copy.text}`);
  database.exec(`CREATE TABLE ${copy.text} AS SELECT * FROM ${qualified(sourceSchemaName, part.name).text}`);
  return { ...part, reference: copy, locator: identifier('rowid'), hasUniqueKey: false };
}

interface IndexRow {
  readonly name: string;
}

/** Only text keys: a key of another type could become equal to its neighbour when stored as text. */
function hasUniqueTextKey(database: Database, rule: TableRule, name: string, columns: readonly ColumnRow[]): boolean {
  const isText = (key: string): boolean =>
    columns.some((column) => column.name.toLowerCase() === key && /CHAR|CLOB|TEXT/i.test(column.type));
  if (!rule.key.every((key) => isText(key))) return false;
  const uniqueIndexes = allRows<IndexRow>(
    database,
    sql`SELECT name FROM pragma_index_list(${name}, ${sourceSchemaName}) WHERE "unique" = 1 AND partial = 0`,
  );
  return uniqueIndexes.some((index) => {
    const covered = firstRow<{ readonly names: string | null }>(
      database,
      sql`SELECT group_concat(lower(name), ',') AS names FROM (SELECT name FROM pragma_index_info(${index.name}, ${sourceSchemaName}) ORDER BY seqno)`,
    );
    return covered?.names?.split(',').toSorted().join(',') === rule.key.toSorted().join(',');
  });
}

function guessSchema(tables: readonly SourceTable[], ignored: readonly string[]): SourceSchema {
  if (ignored.length > 0) return '1.1+';
  const has = (table: LibraryTable, column: string): boolean =>
    tables.some(({ rule, parts }) => rule.table === table && parts.some((part) => part.columns.has(column)));
  const isNewer =
    has('messages', 'edited_at') || has('users', 'two_factor_enabled') || has('message_reactions', 'message_id');
  return isNewer ? '1.1' : '1.0';
}
