import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { createHighlighter } from '../../shared/messages/query/highlight.ts';
import type { MessageCount, MessagePage } from '../../shared/messages/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstRow } from '../library/run-sql.ts';
import { joinSql, sql } from '../library/sql.ts';
import { placesPerSecond } from './condition.ts';
import { firstPlaceAt, lastPlaceAt, printCursor, readCursor, type Cursor } from './cursor.ts';
import { countPlaces } from './count-places.ts';
import { Deadline } from './deadline.ts';
import { findPage, type PageStart } from './find-page.ts';
import { listMessages } from './message-rows.ts';
import { messageTables } from './ordered-statement.ts';
import { readQuery } from './read-query.ts';

type SearchInput = ParsedInputOf<'messages.search'>;

/** One page of what a query finds, in its order. Throws `bad_input` for a cursor, time or zone that is none, `not_found`. */
export function searchMessages(context: OperationContext, input: SearchInput): MessagePage {
  const { query, condition, problems, resolved } = readQuery(context, input);
  const order = input.defaultOrder ?? 'new';
  const start = readStart(context.database, input, order);
  const page = findPage(context, condition, { order, start, limit: input.limit, maxSeconds: input.maxSeconds });
  const items = listMessages(context.database, page.places, input.maxContentLength, createHighlighter(query));
  return {
    items,
    next: print(page.next),
    previous: print(page.previous),
    problems,
    order,
    stoppedAt: page.stoppedAt === null ? null : timeAt(page.stoppedAt),
    focus: start.kind === 'around' ? input.around : null,
    resolved,
  };
}

/** How many messages a query finds: exactly, if there is time. */
export function countMessages(context: OperationContext, input: ParsedInputOf<'messages.count'>): MessageCount {
  return countPlaces(context, readQuery(context, input).condition, Deadline.after(input.maxSeconds));
}

function readStart(database: Database, input: SearchInput, order: 'new' | 'old'): PageStart {
  const { cursor, around, at, isFromEnd } = input;
  if (cursor !== null) {
    const read = readCursor(cursor, order);
    if (read.order !== 'best') return { kind: 'cursor', cursor: read };
  }
  if (around !== null) return { kind: 'around', seq: getPlace(database, around) };
  if (at !== null) return { kind: 'place', seq: order === 'new' ? lastPlaceAt(at) : firstPlaceAt(at) };
  return { kind: isFromEnd ? 'last' : 'first' };
}

/** Where a message stands. Throws `not_found`. */
function getPlace(database: Database, id: string): number {
  const selects = messageTables.map((table) => sql`SELECT seq FROM ${table} WHERE id = ${id}`);
  const row = firstRow<{ readonly seq: number }>(database, joinSql(selects, ' UNION ALL '));
  if (row === undefined) throw new RaidscopeError('not_found', 'This message is not in the library.', { id });
  return row.seq;
}

/** UTC, as rows have it. */
function timeAt(seq: number): string {
  const milliseconds = Math.max(0, Math.floor(seq / placesPerSecond) * 1000);
  return new Date(Math.min(milliseconds, 8.64e15)).toISOString().slice(0, 19).replace('T', ' ');
}

function print(cursor: Cursor | null): string | null {
  return cursor === null ? null : printCursor(cursor);
}
