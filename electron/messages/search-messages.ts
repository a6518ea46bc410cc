import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { createHighlighter } from '../../shared/messages/query/highlight.ts';
import { parseQuery } from '../../shared/messages/query/parse-query.ts';
import type { Query } from '../../shared/messages/query/query.ts';
import { findTimeZone } from '../../shared/messages/query/time-zone.ts';
import type { MessageCount, MessagePage, QueryProblem } from '../../shared/messages/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { compileQuery } from './compile-query.ts';
import { firstPlace, lastPlace, type Condition } from './condition.ts';
import { lastPlaceAt, printCursor, readCursor, type Cursor } from './cursor.ts';
import { countPlaces } from './count-places.ts';
import { findPlaces } from './find-places.ts';
import { listMessages } from './message-rows.ts';

type SearchInput = ParsedInputOf<'messages.search'>;

/** One page of what a query finds, newest first. Throws `bad_input` for a cursor, time or zone that is none. */
export function searchMessages(context: OperationContext, input: SearchInput): MessagePage {
  const start = readStart(input);
  const { query, condition, problems } = readQuery(context, input);
  const page =
    start.direction === 'older'
      ? findOlderPage(context, condition, start, input.limit)
      : findNewerPage(context, condition, start, input.limit);
  const items = listMessages(context.database, page.places, input.maxContentLength, createHighlighter(query));
  return { items, next: print(page.next), previous: print(page.previous), problems };
}

/** Exactly how many messages a query finds. */
export function countMessages(context: OperationContext, input: ParsedInputOf<'messages.count'>): MessageCount {
  return { total: countPlaces(context, readQuery(context, input).condition) };
}

interface ReadQuery {
  /** The zone's own name. */
  readonly zone: string;
  readonly query: Query;
  readonly condition: Condition;
  readonly problems: readonly QueryProblem[];
}

/** What a search text asks of this library. Throws `bad_input` for a zone that is none. */
export function readQuery(
  { database }: OperationContext,
  input: { readonly query: string; readonly timeZone: string },
): ReadQuery {
  const timeZone = findTimeZone(input.timeZone);
  if (timeZone === null) {
    throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone: input.timeZone });
  }
  const { query, problems } = parseQuery(input.query);
  const nameProblems: QueryProblem[] = [];
  const condition = compileQuery({ database, timeZone, now: Date.now() / 1000, problems: nameProblems }, query);
  return { zone: timeZone, query, condition, problems: [...problems, ...nameProblems] };
}

/** Where the page begins. `isFirst`: nothing newer can be left out before it. */
interface Start extends Cursor {
  readonly kind: 'newest' | 'cursor' | 'time';
}

function readStart({ cursor, at }: SearchInput): Start {
  if (cursor !== null) return { ...readCursor(cursor), kind: 'cursor' };
  if (at !== null) return { direction: 'older', seq: lastPlaceAt(at) + 1, kind: 'time' };
  return { direction: 'older', seq: lastPlace, kind: 'newest' };
}

interface Page {
  /** Newest first. */
  readonly places: readonly number[];
  readonly next: Cursor | null;
  readonly previous: Cursor | null;
}

function findOlderPage(context: OperationContext, condition: Condition, start: Start, limit: number): Page {
  const last = start.kind === 'newest' ? lastPlace : start.seq - 1;
  const found = findPlaces(context, condition, { first: firstPlace, last }, 'older', limit + 1);
  const places = found.slice(0, limit);
  const bottom = places.at(-1);
  const hasOlder = bottom !== undefined && found.length > limit;
  const newer: Cursor = { direction: 'newer', seq: places[0] ?? last };
  return {
    places,
    next: hasOlder ? { direction: 'older', seq: bottom } : null,
    previous: hasNewer(context, condition, start) ? newer : null,
  };
}

/** A cursor came from a page with newer messages; a time has to be looked at. */
function hasNewer(context: OperationContext, condition: Condition, start: Start): boolean {
  if (start.kind !== 'time') return start.kind === 'cursor';
  return findPlaces(context, condition, { first: start.seq, last: lastPlace }, 'newer', 1).length > 0;
}

function findNewerPage(context: OperationContext, condition: Condition, start: Start, limit: number): Page {
  const found = findPlaces(context, condition, { first: start.seq + 1, last: lastPlace }, 'newer', limit + 1);
  const places = found.slice(0, limit).toReversed();
  const top = places[0];
  return {
    places,
    next: { direction: 'older', seq: places.at(-1) ?? start.seq + 1 },
    previous: top !== undefined && found.length > limit ? { direction: 'newer', seq: top } : null,
  };
}

function print(cursor: Cursor | null): string | null {
  return cursor === null ? null : printCursor(cursor);
}
