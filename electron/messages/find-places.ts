import type { OperationContext } from '../library/operation.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { Condition } from './condition.ts';
import { between, Evaluator, indexStatement, type Stretch } from './evaluate.ts';
import { segmentsOf, type Segment } from './segments.ts';

/** Towards older messages, or towards newer ones. */
export type Direction = 'older' | 'newer';

/**
 * The places (`messages.seq`) of the hits nearest to one end of a stretch: from `last` towards older messages in
 * descending order, or from `first` towards newer ones in ascending order; at most `limit`.
 */
export function findPlaces(
  context: OperationContext,
  condition: Condition,
  stretch: Stretch,
  direction: Direction,
  limit: number,
): readonly number[] {
  const segments = segmentsOf(condition).map((segment) => clip(segment, stretch));
  const found: number[] = [];
  for (const segment of direction === 'older' ? segments.toReversed() : segments) {
    if (found.length >= limit) break;
    if (segment.first > segment.last) continue;
    context.throwIfCancelled();
    found.push(...findInSegment(context, segment, direction, limit - found.length));
  }
  return found;
}

function clip({ first, last, condition }: Segment, stretch: Stretch): Segment {
  return { first: Math.max(first, stretch.first), last: Math.min(last, stretch.last), condition };
}

function findInSegment(
  context: OperationContext,
  segment: Segment,
  direction: Direction,
  limit: number,
): readonly number[] {
  const statement = orderedStatement(segment, direction, limit);
  if (statement !== null) {
    return context.database
      .prepare<unknown[], number>(statement.text)
      .pluck()
      .all(...statement.parameters);
  }
  const found: number[] = [];
  for (const hits of evaluateInWindows(context, segment, direction)) {
    found.push(...(direction === 'older' ? hits.toReversed() : hits));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** One statement that yields the hits in order from an index, if there is one; it reads no more than it answers. */
export function orderedStatement(segment: Segment, direction: Direction, limit: number): SqlFragment | null {
  const { condition } = segment;
  const order = direction === 'older' ? 'DESC' : 'ASC';
  if (condition.kind === 'index') return indexStatement(condition, segment, order, limit);
  return condition.kind === 'all' ? allStatement(segment, direction, limit) : null;
}

function allStatement(stretch: Stretch, direction: Direction, limit: number, offset = 0): SqlFragment {
  const order = direction === 'older' ? sql`ORDER BY seq DESC` : sql`ORDER BY seq`;
  return sql`SELECT seq FROM messages WHERE ${between(sql`seq`, stretch)} ${order} LIMIT ${BigInt(limit)} OFFSET ${BigInt(offset)}`;
}

/** No part of the condition has more hits than this in the first window. */
const firstWindowHits = 5000;
/** A condition that reads messages begins with so many of them. */
const firstWindowRows = 1000;
/** A window takes about so long: short enough to be cancelled, long enough to be worth its statements. */
const windowMs = 25;

/**
 * Evaluates a condition window by window from one end of a segment, each window's hits in ascending order. The first
 * window is small enough for a page at once and, where all parts are rare, all there is; the others grow and shrink with
 * the time that the one before took. Cancelling takes hold between them.
 */
export function* evaluateInWindows(
  context: OperationContext,
  segment: Segment,
  direction: Direction,
): Generator<readonly number[]> {
  const edges = edgesOf(context, segment);
  if (edges === null) return;
  const evaluator = new Evaluator(context.database);
  let width = firstWidth(context, segment.condition, edges, direction);
  let { first, last } = edges;
  while (first <= last) {
    context.throwIfCancelled();
    const window =
      direction === 'older'
        ? { first: Math.max(first, last - width), last }
        : { first, last: Math.min(last, first + width) };
    const startedAt = performance.now();
    yield evaluator.evaluate(segment.condition, window);
    const factor = windowMs / Math.max(performance.now() - startedAt, 0.1);
    width = Math.max(1, Math.ceil(width * Math.min(4, Math.max(0.5, factor))));
    if (direction === 'older') last = window.first - 1;
    else first = window.last + 1;
  }
}

/** How far the first window reaches, in places. */
function firstWidth(
  { database }: OperationContext,
  condition: Condition,
  edges: Stretch,
  direction: Direction,
): number {
  const order = direction === 'older' ? 'DESC' : 'ASC';
  let width = edges.last - edges.first;
  for (const part of partsOf(condition)) {
    const statement =
      part.kind === 'index'
        ? indexStatement(part, edges, order, 1, firstWindowHits)
        : allStatement(edges, direction, 1, firstWindowRows);
    const reached = database
      .prepare<unknown[], number>(statement.text)
      .pluck()
      .get(...statement.parameters);
    if (reached !== undefined)
      width = Math.min(width, direction === 'older' ? edges.last - reached : reached - edges.first);
  }
  return Math.max(1, width);
}

/** What indexes are asked for, and what reads messages. */
function* partsOf(condition: Condition): Generator<Condition> {
  if (condition.kind === 'and' || condition.kind === 'or') for (const item of condition.items) yield* partsOf(item);
  else if (condition.kind === 'not') yield* partsOf(condition.item);
  else yield condition;
}

/** The segment without the emptiness before its first and behind its last message; null if it has none. */
function edgesOf({ database }: OperationContext, segment: Segment): Stretch | null {
  const edge = (order: SqlFragment): number | undefined => {
    const statement = sql`SELECT seq FROM messages WHERE ${between(sql`seq`, segment)} ${order} LIMIT 1`;
    return database
      .prepare<unknown[], number>(statement.text)
      .pluck()
      .get(...statement.parameters);
  };
  const first = edge(sql`ORDER BY seq`);
  const last = edge(sql`ORDER BY seq DESC`);
  return first === undefined || last === undefined ? null : { first, last };
}
