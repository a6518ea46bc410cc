import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { RaidMark } from '../../shared/raids/pull-types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, firstRow, runSql, singleNumber } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';

/** When it was asked for: UTC, `YYYY-MM-DD HH:MM:SS`. */
interface AskedAt {
  readonly at: string;
}

const markColumns = sql`id, raid_id AS raidId, at_ms AS atMs, text`;

/** The marks of a raid, or (null) of the time line of nights, from their index; in order of time. */
export function marksStatement(raidId: string | null): SqlFragment {
  return sql`SELECT ${markColumns} FROM kept_marks WHERE raid_id IS ${raidId} ORDER BY at_ms, id`;
}

export function listMarks(database: Database, raidId: string | null): readonly RaidMark[] {
  return allRows<RaidMark>(database, marksStatement(raidId));
}

/** Throws `not_found` for a raid that is not in the library: the mark would be kept where nobody sees it. */
export function addMark(
  { database }: OperationContext,
  { raidId, atMs, text, at }: ParsedInputOf<'raids.addMark'> & AskedAt,
): RaidMark {
  if (raidId !== null && singleNumber(database, sql`SELECT EXISTS (SELECT 1 FROM raids WHERE id = ${raidId})`) === 0) {
    throw new RaidscopeError('not_found', 'This raid is no longer in the library.', { id: raidId });
  }
  const insert = sql`INSERT INTO kept_marks (raid_id, at_ms, text, created_at, updated_at)
    VALUES (${raidId}, ${atMs}, ${text.normalize('NFC')}, ${at}, ${at})`;
  const { lastInsertRowid } = database.prepare(insert.text).run(...insert.parameters);
  return getMark(database, Number(lastInsertRowid));
}

/** Throws `not_found`. */
export function changeMark(
  { database }: OperationContext,
  { id, text, at }: ParsedInputOf<'raids.changeMark'> & AskedAt,
): RaidMark {
  runSql(database, sql`UPDATE kept_marks SET text = ${text.normalize('NFC')}, updated_at = ${at} WHERE id = ${id}`);
  return getMark(database, id);
}

/** One that is gone already stays so. */
export function removeMark({ database }: OperationContext, { id }: ParsedInputOf<'raids.removeMark'>): null {
  runSql(database, sql`DELETE FROM kept_marks WHERE id = ${id}`);
  return null;
}

function getMark(database: Database, id: number): RaidMark {
  const mark = firstRow<RaidMark>(database, sql`SELECT ${markColumns} FROM kept_marks WHERE id = ${id}`);
  if (mark === undefined) throw new RaidscopeError('not_found', 'This mark is no longer there.', { id });
  return mark;
}
