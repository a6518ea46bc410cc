import type { OperationContext } from '../library/operation.ts';
import { messageTypes } from '../../shared/messages/types.ts';
import { singleNumber } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { all, firstPlace, lastPlace, or, type Condition, type IndexCondition } from './condition.ts';
import { indexStatement, type Stretch } from './evaluate.ts';
import { evaluateInWindows } from './find-places.ts';
import { facet } from './index-expressions.ts';
import { segmentsOf, type Segment } from './segments.ts';

/** Exactly how many messages fit a condition. */
export function countPlaces(context: OperationContext, condition: Condition): number {
  const excluded = excludedOnly(condition);
  // Counting what is not there is faster than walking through all that is.
  if (excluded !== null) return countPlaces(context, all) - countPlaces(context, excluded);
  let total = 0;
  for (const segment of segmentsOf(condition)) {
    context.throwIfCancelled();
    total += countSegment(context, segment);
  }
  return total;
}

/** What a condition excludes, if it does nothing else. */
export function excludedOnly(condition: Condition): Condition | null {
  if (condition.kind === 'not') return condition.item;
  if (condition.kind !== 'and') return null;
  const excluded = condition.items.flatMap((item) => (item.kind === 'not' ? [item.item] : []));
  return excluded.length === condition.items.length ? or(excluded) : null;
}

function countSegment(context: OperationContext, segment: Segment): number {
  const { condition } = segment;
  if (condition.kind === 'index') return countHits(context, condition, segment);
  if (condition.kind === 'all') return countMessages(context, segment);
  let total = 0;
  for (const hits of evaluateInWindows(context, segment, 'older')) total += hits.length;
  return total;
}

function countHits({ database }: OperationContext, condition: IndexCondition, stretch: Stretch): number {
  return singleNumber(database, sql`SELECT count(*) FROM (${indexStatement(condition, stretch, 'ASC')})`);
}

/** A part of all messages is counted by the index, a twentieth of the size of the table: each has one type. */
function countMessages(context: OperationContext, stretch: Stretch): number {
  const isWhole = stretch.first === firstPlace && stretch.last === lastPlace;
  if (isWhole) return singleNumber(context.database, sql`SELECT count(*) FROM messages`);
  return messageTypes.reduce((sum, type) => sum + countHits(context, facet('type', [type]), stretch), 0);
}
