import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { MessageCount, MessagePage } from '../../shared/messages/types.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { placesPerSecond } from './condition.ts';
import { printCursor, type Cursor } from './cursor.ts';
import { countPlaces } from './count-places.ts';
import { Deadline } from './deadline.ts';
import { findPage, type PlacesPage } from './find-page.ts';
import { highlightAll } from './highlight-all.ts';
import { offerInside } from './inside-offer.ts';
import { listMessages } from './message-rows.ts';
import { readStart, type AskedStart } from './page-start.ts';
import { cutRankedPage, type RankedPage } from './rank-page.ts';
import { rankPlaces } from './rank-places.ts';
import { rankingKey, readQuery, type ReadQuery } from './read-query.ts';

type SearchInput = ParsedInputOf<'messages.search'>;

/** One page of what a query finds, in its order. Throws `bad_input` for a cursor, time or zone that is none, `not_found`. */
export function searchMessages(context: OperationContext, input: SearchInput): MessagePage {
  const { database } = context;
  const read = readQuery(context, input);
  const { start, focus, problem } = readStart(database, input, read);
  const page = findPageOf(context, input, read, start);
  const items = listMessages(database, page.places, input.maxContentLength, highlightAll(context, read));
  const isEmpty = items.length === 0 && page.next === null && page.previous === null;
  return {
    items,
    next: print(page.next),
    previous: print(page.previous),
    problems: [
      ...read.problems,
      ...present([problem, isEmpty ? offerInside(context, input.query, read.query) : null]),
      ...slowPatterns(read),
    ],
    order: read.order,
    stoppedAt: page.stoppedAt === null ? null : timeAt(page.stoppedAt),
    focus: focus ?? (start.kind === 'around' ? nearestAfter(items, start.seq) : null),
    resolved: read.resolved,
  };
}

/** How many messages a query finds: exactly, if there is time. */
export function countMessages(context: OperationContext, input: ParsedInputOf<'messages.count'>): MessageCount {
  const { condition, regexes } = readQuery(context, input);
  const { total, isComplete } = countPlaces(context, condition, Deadline.after(input.maxSeconds));
  return { total, isComplete: isComplete && regexes.every(({ regex }) => regex.hungCount === 0) };
}

function findPageOf(
  context: OperationContext,
  input: SearchInput,
  read: ReadQuery,
  start: AskedStart['start'],
): PlacesPage | RankedPage {
  const { condition, order } = read;
  const { limit, maxSeconds } = input;
  if (order !== 'best' && start.kind !== 'rank') {
    return findPage(context, condition, { order, start, limit, maxSeconds });
  }
  const search = { key: rankingKey(input, read), query: read.query, condition };
  const ranking = rankPlaces(context, search, Deadline.after(maxSeconds));
  return cutRankedPage(ranking, start, limit);
}

/** The hit of a page that comes soonest after a place. */
function nearestAfter(items: MessagePage['items'], seq: number): string | null {
  const after = items.filter((item) => item.seq >= seq);
  return after.toSorted((one, other) => one.seq - other.seq)[0]?.id ?? null;
}

function slowPatterns({ regexes }: ReadQuery): readonly QueryProblem[] {
  return regexes.flatMap(({ regex, range }): readonly QueryProblem[] => {
    if (regex.hungCount === 0) return [];
    const messages = regex.hungCount === 1 ? 'a message' : `${regex.hungCount} messages`;
    const message = `This pattern took too long on ${messages}; they are left out.`;
    return [{ code: 'too_slow', message, range, repair: null }];
  });
}

function present<Value>(values: readonly (Value | null)[]): readonly Value[] {
  return values.filter((value) => value !== null);
}

/** UTC, as rows have it. */
function timeAt(seq: number): string {
  const milliseconds = Math.max(0, Math.floor(seq / placesPerSecond) * 1000);
  return new Date(Math.min(milliseconds, 8.64e15)).toISOString().slice(0, 19).replace('T', ' ');
}

function print(cursor: Cursor | null): string | null {
  return cursor === null ? null : printCursor(cursor);
}
