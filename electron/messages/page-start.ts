import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { readDateValue, timeSpanOf } from '../../shared/query/dates.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import type { Database } from '../library/open-database.ts';
import { firstRow } from '../library/run-sql.ts';
import { joinSql, sql, type SqlFragment } from '../library/sql.ts';
import { placesPerSecond } from './condition.ts';
import { firstPlaceAt, lastPlaceAt, readCursor, type RankCursor } from './cursor.ts';
import type { PageStart } from './find-page.ts';
import { messageTables } from './ordered-statement.ts';
import type { ReadQuery } from './read-query.ts';

/** Where the page that was asked for begins, and what is amiss with that. */
export interface AskedStart {
  readonly start: PageStart | { readonly kind: 'rank'; readonly cursor: RankCursor };
  /** The message in the middle, by its id; null also where only a time was named. */
  readonly focus: string | null;
  readonly problem: QueryProblem | null;
}

/** In the order of precedence that `messages.search` states. Throws `bad_input` and `not_found`. */
export function readStart(
  database: Database,
  input: Pick<ParsedInputOf<'messages.search'>, 'cursor' | 'around' | 'at' | 'isFromEnd'>,
  read: ReadQuery,
): AskedStart {
  const { cursor, around, at, isFromEnd } = input;
  const { order, near } = read;
  if (cursor !== null) {
    const found = readCursor(cursor, order);
    return beginning(found.order === 'best' ? { kind: 'rank', cursor: found } : { kind: 'cursor', cursor: found });
  }
  if (around !== null) {
    const seq = findPlace(database, around);
    if (seq === null) throw new RaidscopeError('not_found', 'This message is not in the library.', { id: around });
    return { start: { kind: 'around', seq }, focus: around, problem: null };
  }
  if (at !== null) return beginning({ kind: 'place', seq: order === 'old' ? firstPlaceAt(at) : lastPlaceAt(at) });
  if (isFromEnd) return beginning({ kind: 'last' });
  return near === null ? beginning({ kind: 'first' }) : nearStart(database, read, near);
}

function beginning(start: AskedStart['start']): AskedStart {
  return { start, focus: null, problem: null };
}

function nearStart(
  database: Database,
  { zone, now }: ReadQuery,
  { text, range }: NonNullable<ReadQuery['near']>,
): AskedStart {
  const seq = findPlace(database, text);
  if (seq !== null) return { start: { kind: 'around', seq }, focus: text, problem: null };
  const date = readDateValue(text);
  if (date !== null) {
    const second = timeSpanOf(date, zone, now).start;
    return beginning({ kind: 'around', seq: Math.round(second * placesPerSecond) });
  }
  const message = `“${text}” is neither a message of this library nor a time; the list begins at its beginning.`;
  return { ...beginning({ kind: 'first' }), problem: { code: 'bad_value', message, range, repair: null } };
}

/** Where a message or direct message stands, by its id; null if it is not in the library. */
function findPlace(database: Database, id: string): number | null {
  return firstRow<{ readonly seq: number }>(database, placeStatement(id))?.seq ?? null;
}

export function placeStatement(id: string): SqlFragment {
  const selects = messageTables.map((table) => sql`SELECT seq FROM ${table} WHERE id = ${id} AND seq IS NOT NULL`);
  return joinSql(selects, ' UNION ALL ');
}
