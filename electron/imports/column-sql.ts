import { identifier, joinSql, literal, sql, type SqlFragment } from '../library/sql.ts';
import type { ColumnRule, TableRule } from './table-rules.ts';

/** The value of a column in one source row, as the file has it. Columns that the file lacks have their default. */
export function rawValue(rule: ColumnRule, presentColumns: ReadonlyMap<string, string>): SqlFragment {
  const actualName = presentColumns.get(rule.name);
  if (actualName !== undefined) return sql`s.${identifier(actualName)}`;
  return rule.fallback === undefined ? sql`NULL` : literal(rule.fallback);
}

/**
 * The value as a library stores it. Only for rows in which `columnFaults` found nothing that is rejected. `isAsStored`: it is
 * known to be a time or JSON that need not be mended, which saves reading it once more.
 */
export function storedValue(rule: ColumnRule, raw: SqlFragment, isAsStored: boolean): SqlFragment {
  if (isAsStored && rule.kind === 'time') return raw;
  if (isAsStored && rule.kind === 'json') return sql`CAST(${raw} AS TEXT)`;
  switch (rule.kind) {
    case 'text':
      return sql`CAST(${raw} AS TEXT)`;
    case 'integer':
      return sql`CAST(${raw} AS INTEGER)`;
    case 'boolean':
      return sql`CASE WHEN ${raw} IN (0, 1) THEN CAST(${raw} AS INTEGER) WHEN lower(${raw}) = 'true' THEN 1 WHEN lower(${raw}) = 'false' THEN 0 END`;
    case 'time':
      return sql`CASE WHEN ${raw} IS NULL THEN NULL WHEN ${isPlainTime(raw)} THEN ${raw} ELSE raidscope_time(${raw}) END`;
    case 'json':
      // The concatenation takes off the JSON subtype, which would make json_object() nest the text.
      return sql`CASE WHEN ${raw} IS NULL THEN NULL WHEN json_valid(${raw}) THEN CAST(${raw} AS TEXT) ELSE '' || json_quote(CAST(${raw} AS TEXT)) END`;
  }
}

/**
 * True for what SQLite itself writes, which is nearly every value: saves a call into JavaScript. The bounds end in a
 * hyphen because a DATETIME column compares with `'2200'` as with a number, and every text is more than any number.
 */
export function isPlainTime(raw: SqlFragment): SqlFragment {
  return sql`(datetime(${raw}) IS ${raw} AND ${raw} >= '1970-' AND ${raw} < '2200-')`;
}

export interface Fault {
  /** True or false, never NULL. */
  readonly isPresent: SqlFragment;
  /** `rejected`: the row cannot go in. `mended`: it goes in with this value changed. */
  readonly severity: 'rejected' | 'mended';
  readonly reason: string;
  /** One sentence, as an SQL expression. */
  readonly detail: SqlFragment;
}

/** All that can be wrong with a column's value. */
export function columnFaults(table: TableRule, rule: ColumnRule, raw: SqlFragment): readonly Fault[] {
  const faults: Fault[] = [];
  const reject = (isPresent: SqlFragment, reason: string, problem: string): void => {
    faults.push({ isPresent, severity: 'rejected', reason, detail: sentence(rule.name, raw, problem) });
  };
  const mend = (isPresent: SqlFragment, reason: string, problem: string): void => {
    faults.push({ isPresent, severity: 'mended', reason, detail: sentence(rule.name, raw, problem) });
  };

  if (rule.isRequired === true) reject(sql`${raw} IS NULL`, 'missing_value', 'a value is required');
  if (table.key.includes(rule.name)) reject(sql`${raw} IS ''`, 'missing_value', 'an id cannot be empty');
  switch (rule.kind) {
    case 'text':
      reject(sql`typeof(${raw}) = 'blob'`, 'bad_type', 'text is required');
      if (rule.values !== undefined) {
        const values = joinSql(
          rule.values.map((value) => literal(value)),
          ', ',
        );
        reject(
          sql`${raw} IS NOT NULL AND ${raw} NOT IN (${values})`,
          'unknown_value',
          `allowed are ${rule.values.join(', ')}`,
        );
      }
      break;
    case 'integer':
      reject(sql`NOT ${isInteger(raw)}`, 'bad_type', 'a whole number is required');
      if (rule.min !== undefined && rule.max !== undefined) {
        reject(
          sql`${raw} IS NOT NULL AND CAST(${raw} AS INTEGER) NOT BETWEEN ${literal(rule.min)} AND ${literal(rule.max)}`,
          'out_of_range',
          `allowed are ${rule.min} to ${rule.max}`,
        );
      }
      break;
    case 'boolean':
      reject(
        sql`${raw} IS NOT NULL AND ${raw} NOT IN (0, 1) AND (typeof(${raw}) <> 'text' OR lower(${raw}) NOT IN ('true', 'false'))`,
        'bad_type',
        'true or false is required',
      );
      break;
    case 'time':
      mend(
        sql`${raw} IS NOT NULL AND NOT ${isPlainTime(raw)} AND raidscope_time(${raw}) IS NULL`,
        'bad_time',
        'no time that can be read; kept as unknown',
      );
      break;
    case 'json':
      reject(sql`typeof(${raw}) = 'blob'`, 'bad_type', 'text is required');
      mend(sql`${raw} IS NOT NULL AND NOT json_valid(${raw})`, 'bad_json', 'not JSON; kept as plain text');
      break;
  }
  return faults;
}

function isInteger(raw: SqlFragment): SqlFragment {
  return sql`(typeof(${raw}) IN ('integer', 'null') OR (typeof(${raw}) = 'real' AND ${raw} = CAST(${raw} AS INTEGER)) OR (typeof(${raw}) = 'text' AND CAST(CAST(${raw} AS INTEGER) AS TEXT) = ${raw}))`;
}

function sentence(column: string, raw: SqlFragment, problem: string): SqlFragment {
  return sql`${literal(`${column} is `)} || ${shown(raw)} || ${literal(`: ${problem}`)}`;
}

/** A value as a person reads it, short enough for one line. */
function shown(raw: SqlFragment): SqlFragment {
  return sql`CASE typeof(${raw}) WHEN 'null' THEN 'empty' WHEN 'blob' THEN 'binary data' WHEN 'text' THEN '"' || substr(${raw}, 1, 60) || '"' ELSE CAST(${raw} AS TEXT) END`;
}
