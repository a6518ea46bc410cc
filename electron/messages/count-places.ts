import type { OperationContext } from '../library/operation.ts';
import { messageTypes, type MessageCount } from '../../shared/messages/types.ts';
import { singleNumber } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { all, and, firstPlace, lastPlace, or, type Condition } from './condition.ts';
import type { Deadline } from './deadline.ts';
import { facet } from './index-expressions.ts';
import { messageTables, orderedStatement } from './ordered-statement.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { evaluateInWindows } from './windows.ts';

/** How many messages fit a condition: exactly, if it can be told before the deadline. */
export function countPlaces(context: OperationContext, condition: Condition, deadline: Deadline): MessageCount {
  const excluded = excludedOnly(condition);
  // Counting what is not there is faster than walking through all that is.
  if (excluded !== null) {
    const without = countPlaces(context, excluded, deadline);
    const total = countPlaces(context, all, deadline).total - without.total;
    // Of an unfinished count of what is left out, nothing can be said but that some may be left.
    return without.isComplete ? { total, isComplete: true } : { total: 0, isComplete: false };
  }
  let total = 0;
  for (const segment of segmentsOf(condition).toReversed()) {
    context.throwIfCancelled();
    if (deadline.isOver) return { total, isComplete: false };
    const counted = countSegment(context, segment, deadline);
    total += counted.total;
    if (!counted.isComplete) return { total, isComplete: false };
  }
  return { total, isComplete: true };
}

/** What a condition excludes, if it does nothing else. */
export function excludedOnly(condition: Condition): Condition | null {
  if (condition.kind === 'not') return condition.item;
  if (condition.kind !== 'and') return null;
  const excluded = condition.items.flatMap((item) => (item.kind === 'not' ? [item.item] : []));
  return excluded.length === condition.items.length ? or(excluded) : null;
}

function countSegment(context: OperationContext, segment: Segment, deadline: Deadline): MessageCount {
  const { condition } = segment;
  if (condition.kind === 'all' || condition.kind === 'placeTest') {
    return { total: countAll(context, segment), isComplete: true };
  }
  const statement = orderedStatement(segment, 'newer');
  if (statement !== null) {
    return { total: singleNumber(context.database, sql`SELECT count(*) FROM (${statement})`), isComplete: true };
  }
  let total = 0;
  for (const chunk of evaluateInWindows(context, segment, 'older', deadline)) {
    total += chunk.places.length;
    if (chunk.stoppedAt !== null) return { total, isComplete: false };
  }
  return { total, isComplete: true };
}

/** A part of all messages is counted by the index, a twentieth of the size of the table: each has one type. */
function countAll({ database }: OperationContext, { first, last, condition }: Segment): number {
  const isWhole = first === firstPlace && last === lastPlace && condition.kind === 'all';
  const statements = isWhole
    ? messageTables.map((table) => sql`SELECT count(*) FROM ${table}`)
    : messageTypes.flatMap((type) => {
        const ofType = { first, last, condition: and([facet('type', [type]), condition]) };
        const hits = orderedStatement(ofType, 'newer');
        return hits === null ? [] : [sql`SELECT count(*) FROM (${hits})`];
      });
  return statements.reduce((total, statement) => total + singleNumber(database, statement), 0);
}
