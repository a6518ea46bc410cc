import type { OperationContext } from '../library/operation.ts';
import type { SqlFragment } from '../library/sql.ts';
import { firstPlace, lastPlace, type Condition, type Stretch } from './condition.ts';
import type { Deadline } from './deadline.ts';
import { orderedStatement } from './ordered-statement.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { evaluateInWindows } from './windows.ts';

/** Towards older messages, or towards newer ones. */
export type Direction = 'older' | 'newer';

/** How to walk through hits: from `last` of the stretch towards older ones, or from `first` towards newer ones. */
export interface Walk {
  readonly stretch?: Stretch;
  readonly direction: Direction;
  readonly deadline: Deadline;
  /** About so many places at a time. */
  readonly chunkSize?: number;
}

/** Some hits, in the direction of the walk. */
export interface PlacesChunk {
  readonly places: readonly number[];
  /** Set in the last chunk of a walk that ran out of time: the first place that was not looked at any more. */
  readonly stoppedAt: number | null;
}

const wholeStretch: Stretch = { first: firstPlace, last: lastPlace };
const defaultChunkSize = 10_000;

/**
 * The places (`seq`) of all hits of a condition in order of time, in chunks. Cancelling takes hold between chunks, and so
 * does the deadline, but never before something was looked at: whoever goes on from `stoppedAt` gets ahead.
 */
export function* walkPlaces(context: OperationContext, condition: Condition, walk: Walk): Generator<PlacesChunk> {
  const { stretch = wholeStretch, direction, deadline } = walk;
  const segments = segmentsOf(condition).map((segment) => clip(segment, stretch));
  let isFirst = true;
  for (const segment of direction === 'older' ? segments.toReversed() : segments) {
    if (segment.first > segment.last) continue;
    context.throwIfCancelled();
    if (deadline.isOver && !isFirst) {
      yield { places: [], stoppedAt: direction === 'older' ? segment.last : segment.first };
      return;
    }
    isFirst = false;
    for (const chunk of walkSegment(context, segment, walk)) {
      yield chunk;
      if (chunk.stoppedAt !== null) return;
    }
  }
}

function clip({ first, last, condition }: Segment, stretch: Stretch): Segment {
  return { first: Math.max(first, stretch.first), last: Math.min(last, stretch.last), condition };
}

function* walkSegment(context: OperationContext, segment: Segment, walk: Walk): Generator<PlacesChunk> {
  const { direction, chunkSize = defaultChunkSize } = walk;
  const isOrdered = orderedStatement(segment, direction, chunkSize) !== null;
  yield* isOrdered
    ? walkOrdered(context, segment, { ...walk, chunkSize })
    : evaluateInWindows(context, segment, direction, walk.deadline, walk.chunkSize);
}

/** Chunk by chunk, each a statement that begins where the one before ended: so it can be left at any time. */
function* walkOrdered(
  context: OperationContext,
  segment: Segment,
  { direction, deadline, chunkSize }: Walk & { readonly chunkSize: number },
): Generator<PlacesChunk> {
  let rest = segment;
  for (;;) {
    const statement = orderedStatement(rest, direction, chunkSize);
    if (statement === null) throw new TypeError('A segment keeps its kind when it gets shorter');
    const places = listPlaces(context, statement);
    const reached = places.at(-1);
    if (places.length < chunkSize || reached === undefined) {
      yield { places, stoppedAt: null };
      return;
    }
    rest = direction === 'older' ? { ...rest, last: reached - 1 } : { ...rest, first: reached + 1 };
    const isStopped = deadline.isOver;
    yield { places, stoppedAt: isStopped ? (direction === 'older' ? rest.last : rest.first) : null };
    if (isStopped) return;
    context.throwIfCancelled();
  }
}

function listPlaces({ database }: OperationContext, statement: SqlFragment): readonly number[] {
  return database
    .prepare<unknown[], number>(statement.text)
    .pluck()
    .all(...statement.parameters);
}

/** The hits that a walk meets first. */
export interface FoundPlaces {
  /** In the direction of the walk. */
  readonly places: readonly number[];
  /** As in `PlacesChunk`; null also where there are enough places. */
  readonly stoppedAt: number | null;
}

/** At most `limit` hits. */
export function findPlaces(context: OperationContext, condition: Condition, walk: Walk, limit: number): FoundPlaces {
  const places: number[] = [];
  for (const chunk of walkPlaces(context, condition, { ...walk, chunkSize: limit })) {
    places.push(...chunk.places.slice(0, limit - places.length));
    if (places.length >= limit) break;
    if (chunk.stoppedAt !== null) return { places, stoppedAt: chunk.stoppedAt };
  }
  return { places, stoppedAt: null };
}
