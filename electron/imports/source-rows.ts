import type { Database } from '../library/open-database.ts';
import { emptySql, identifier, joinSql, literal, sql, type SqlFragment } from '../library/sql.ts';
import { columnFaults, rawValue, storedValue, type Fault } from './column-sql.ts';
import type { SourcePart } from './source-schema.ts';
import type { ColumnRule, TableRule } from './table-rules.ts';

/**
 * The rows of a source table as SQL sees them. No row passes through JavaScript: `incoming` holds the place and the
 * locator of each row that goes in, and these expressions read its values straight from the attached file.
 */

/** `"id", "username", ...` of the library's table, in the rule's order. */
export function columnList(rule: TableRule): SqlFragment {
  return joinSql(
    rule.columns.map((column) => identifier(column.name)),
    ', ',
  );
}

function stored(part: SourcePart, column: ColumnRule): SqlFragment {
  return storedValue(column, rawValue(column, part.columns), part.isAsStored === true);
}

/** The stored values of source row `s`, each under its column's name, in the order of `columnList`. */
export function namedStoredValues(rule: TableRule, part: SourcePart): SqlFragment {
  return joinSql(
    rule.columns.map((column) => sql`${stored(part, column)} AS ${identifier(column.name)}`),
    ', ',
  );
}

/** One stored value of source row `s`. */
export function storedColumn(rule: TableRule, part: SourcePart, name: string): SqlFragment {
  const column = rule.columns.find((candidate) => candidate.name === name);
  return column === undefined ? sql`NULL` : stored(part, column);
}

/** A row's primary key as one value; parts are joined by a character that no id contains. */
export function rowKey(rule: TableRule, columnOf: (name: string) => SqlFragment): SqlFragment {
  return joinSql(
    rule.key.map((name) => columnOf(name)),
    ' || char(31) || ',
  );
}

/** All that is wrong with source row `s`. */
export function rowFaults(rule: TableRule, part: SourcePart): readonly Fault[] {
  const faults = rule.columns.flatMap((column) => columnFaults(rule, column, rawValue(column, part.columns)));
  if (rule.atMost === undefined) return faults;
  const { smaller, larger } = rule.atMost;
  const [low, high] = [storedColumn(rule, part, smaller), storedColumn(rule, part, larger)];
  return [
    ...faults,
    {
      isPresent: sql`coalesce(${low} > ${high}, 0)`,
      severity: 'rejected',
      reason: 'out_of_range',
      detail: sql`${literal(`${smaller} is `)} || ${low} || ${literal(`, more than ${larger}, which is `)} || ${high}`,
    },
  ];
}

/** The source row as the file has it, as JSON, so that a row left out is not lost; what is never copied is not in it. */
export function rawImage(rule: TableRule, part: SourcePart): SqlFragment {
  const members = rule.columns.map((column) => {
    const raw = rawValue(column, part.columns);
    return sql`${literal(column.name)}, CASE typeof(${raw}) WHEN 'blob' THEN hex(${raw}) ELSE ${raw} END`;
  });
  return sql`json_object(${joinSql(members, ', ')})`;
}

/** A row of the library's shape (a table, or a select with its column names) as JSON. */
export function storedImage(rule: TableRule, alias: string): SqlFragment {
  const members = rule.columns.map(
    (column) => sql`${literal(column.name)}, ${identifier(alias)}.${identifier(column.name)}`,
  );
  return sql`json_object(${joinSql(members, ', ')})`;
}

/** The values that `storedImage` kept, in the order of `columnList`. */
export function imageValues(rule: TableRule, image: SqlFragment): SqlFragment {
  return joinSql(
    rule.columns.map((column) => sql`json_extract(${image}, ${literal(`$.${column.name}`)})`),
    ', ',
  );
}

/**
 * The rows of one part that go in, with place and stored values, under the name that follows it. Nested loops in this
 * order: places ascend, and so do the rows of a file that was written in time order.
 */
export function incomingRows(rule: TableRule, part: SourcePart, condition: SqlFragment = emptySql): SqlFragment {
  return sql`(
    SELECT i.place, ${namedStoredValues(rule, part)}
    FROM temp.incoming AS i CROSS JOIN ${part.reference} AS s ON s.${part.locator} = i.locator
    WHERE i.part = ${literal(part.index)} ${condition}
    ORDER BY i.place
  )`;
}

/** The temporary tables of one table's import; made outside the library's transaction, emptied for each table. */
export function createScratchTables(database: Database): void {
  database.exec(`
    CREATE TEMP TABLE suspect (part INTEGER NOT NULL, locator INTEGER NOT NULL, PRIMARY KEY (part, locator)) WITHOUT ROWID;
    CREATE TEMP TABLE excluded (part INTEGER NOT NULL, locator INTEGER NOT NULL, PRIMARY KEY (part, locator)) WITHOUT ROWID;
    CREATE TEMP TABLE incoming (place INTEGER PRIMARY KEY, part INTEGER NOT NULL, locator INTEGER NOT NULL);
    CREATE TEMP TABLE matched (place INTEGER PRIMARY KEY, held INTEGER NOT NULL, verdict TEXT NOT NULL);
    CREATE TEMP TABLE duplicate_key (row_key PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE older_version (row_key PRIMARY KEY, import_id INTEGER NOT NULL, image TEXT NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE moved (old_seq INTEGER PRIMARY KEY, new_seq INTEGER NOT NULL);
    CREATE TEMP TABLE touched_second (second INTEGER PRIMARY KEY);
  `);
}

export const scratchTables = [
  'suspect',
  'excluded',
  'incoming',
  'matched',
  'duplicate_key',
  'older_version',
  'moved',
  'touched_second',
] as const;

export function emptyScratchTables(database: Database): void {
  for (const table of scratchTables) database.exec(`DELETE FROM temp.${table}`);
}

export function dropScratchTables(database: Database): void {
  for (const table of scratchTables) database.exec(`DROP TABLE IF EXISTS temp.${table}`);
}
