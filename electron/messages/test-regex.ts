import type { Database } from '../library/open-database.ts';
import { identifier, joinSql, sql, type SqlFragment } from '../library/sql.ts';
import type { RegexCondition } from './condition.ts';
import { messageTables } from './ordered-statement.ts';

interface TextRow {
  readonly seq: number;
  readonly text: string | null;
}

/** What a batch holds at most: texts may be of a megabyte each. */
const batchRows = 1000;
const batchUnits = 2_000_000;

/** Which rows (alias `m`) a regular expression stands in, in ascending order. `pause` is called often, and may throw. */
export function testRegex(
  database: Database,
  { column, regex }: RegexCondition,
  rows: SqlFragment,
  pause: () => void,
): readonly number[] {
  const tables = column === 'content' ? messageTables : messageTables.slice(0, 1);
  const selects = tables.map(
    (table) => sql`SELECT m.seq, m.${identifier(column)} AS text FROM ${table} AS m WHERE ${rows}`,
  );
  const statement = sql`${joinSql(selects, ' UNION ALL ')} ORDER BY seq`;
  const found: number[] = [];
  let batch: { readonly seq: number; readonly text: string }[] = [];
  let units = 0;
  const testBatch = (): void => {
    const fits = regex.test(
      batch.map(({ text }) => text),
      pause,
    );
    for (const [index, { seq }] of batch.entries()) if (fits[index] === true) found.push(seq);
    batch = [];
    units = 0;
    pause();
  };
  for (const { seq, text } of database.prepare<unknown[], TextRow>(statement.text).iterate(...statement.parameters)) {
    if (text === null) continue;
    batch.push({ seq, text });
    units += text.length;
    if (batch.length >= batchRows || units >= batchUnits) testBatch();
  }
  if (batch.length > 0) testBatch();
  return found;
}
