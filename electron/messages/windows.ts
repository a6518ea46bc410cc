import type { OperationContext } from '../library/operation.ts';
import { isListed, type Condition, type Stretch } from './condition.ts';
import type { Deadline } from './deadline.ts';
import { Evaluator } from './evaluate.ts';
import { findEdge } from './ordered-statement.ts';
import { processorMs } from './processor-time.ts';
import type { Segment } from './segments.ts';
import type { Direction, PlacesChunk } from './walk-places.ts';

/** No part of the condition has more hits than this in the first window. */
const firstWindowHits = 5000;
/** As many where these hits are looked up elsewhere as well, which takes ten times as long. */
const firstWindowReadHits = 400;
/** A condition that reads messages begins with so many of them. */
const firstWindowRows = 1000;
/** A window takes about so long: short enough to be cancelled, long enough to be worth its statements. */
const windowMs = 25;
/** A window that takes longer than this of the processor, as far as it can be left, is tried again in pieces. */
const longestWindowMs = 300;

/** The next window is wider by so much at most, and narrower at most by one part of so many. */
const mostGrowth = 8;
const mostShrinking = 2;
/** More than what is wanted, as hits are not spread evenly. */
const reserve = 1.25;

/** Thrown to leave a window that takes too long. */
class WindowTooLong extends Error {}

/**
 * Evaluates a condition window by window from one end of a segment, each window's hits in the direction of the walk. The
 * first window is small enough for a page at once and, where all parts are rare, all there is; the others grow and shrink
 * with the time that the one before took, and with how many of the `wanted` hits are still missing. Cancelling and the
 * deadline take hold between them, but never before one is done.
 */
export function* evaluateInWindows(
  context: OperationContext,
  segment: Segment,
  direction: Direction,
  deadline: Deadline,
  wanted = Infinity,
): Generator<PlacesChunk> {
  const edges = edgesOf(context, segment);
  if (edges === null) return;
  let leaveAt = Infinity;
  const evaluator = new Evaluator(context.database, () => {
    context.throwIfCancelled();
    if (processorMs() >= leaveAt) throw new WindowTooLong();
  });
  let width = firstWidth(context, segment.condition, edges, direction);
  let { first, last } = edges;
  let missing = wanted;
  while (first <= last) {
    context.throwIfCancelled();
    const window =
      direction === 'older'
        ? { first: Math.max(first, last - width), last }
        : { first, last: Math.min(last, first + width) };
    const startedAt = performance.now();
    leaveAt = width > 1 ? processorMs() + longestWindowMs : Infinity;
    const hits = evaluateOrLeave(evaluator, segment.condition, window);
    if (hits === null) {
      width = Math.max(1, Math.floor(width / 8));
      continue;
    }
    missing -= hits.length;
    const byTime = windowMs / Math.max(performance.now() - startedAt, 0.1);
    const byNeed = hits.length === 0 || missing <= 0 ? Infinity : (reserve * missing) / hits.length;
    width = Math.max(1, Math.ceil(width * Math.min(mostGrowth, Math.max(1 / mostShrinking, Math.min(byTime, byNeed)))));
    if (direction === 'older') last = window.first - 1;
    else first = window.last + 1;
    const isStopped = deadline.isOver && first <= last;
    yield {
      places: direction === 'older' ? hits.toReversed() : hits,
      stoppedAt: isStopped ? (direction === 'older' ? last : first) : null,
    };
    if (isStopped) return;
  }
}

/** Null if it took too long. */
function evaluateOrLeave(evaluator: Evaluator, condition: Condition, window: Stretch): readonly number[] | null {
  try {
    return evaluator.evaluate(condition, window);
  } catch (thrown) {
    if (thrown instanceof WindowTooLong) return null;
    throw thrown;
  }
}

/** How far the first window reaches, in places. */
function firstWidth(context: OperationContext, condition: Condition, edges: Stretch, direction: Direction): number {
  let width = edges.last - edges.first;
  const firstHits = looksUp(condition) ? firstWindowReadHits : firstWindowHits;
  for (const part of drivingParts(condition)) {
    const reached =
      part.kind === 'index' || part.kind === 'rows'
        ? findEdge(context.database, part, edges, direction, firstHits)
        : findEdge(context.database, { kind: 'all' }, edges, direction, firstWindowRows);
    if (reached !== undefined) {
      width = Math.min(width, direction === 'older' ? edges.last - reached : reached - edges.first);
    }
  }
  return Math.max(1, width);
}

/** The parts that decide how much work a stretch is: what an index narrows first is read in few rows only. */
function* drivingParts(condition: Condition): Generator<Condition> {
  switch (condition.kind) {
    case 'and': {
      const listed = condition.items.filter((item) => isListed(item));
      for (const item of listed.length === 0 ? condition.items : listed) yield* drivingParts(item);
      return;
    }
    case 'or':
      for (const item of condition.items) yield* drivingParts(item);
      return;
    case 'not':
      yield* drivingParts(condition.item);
      return;
    case 'places':
      return;
    default:
      yield condition;
  }
}

function looksUp(condition: Condition): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items.some(looksUp);
  if (condition.kind === 'not') return looksUp(condition.item);
  return condition.kind === 'test' || condition.kind === 'regex' || condition.kind === 'rows';
}

/** The segment without the emptiness before its first and behind its last message; null if it has none. */
function edgesOf(context: OperationContext, segment: Segment): Stretch | null {
  const first = findEdge(context.database, { kind: 'all' }, segment, 'newer');
  const last = findEdge(context.database, { kind: 'all' }, segment, 'older');
  return first === undefined || last === undefined ? null : { first, last };
}
