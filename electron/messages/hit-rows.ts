import type { OperationContext } from '../library/operation.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { Condition } from './condition.ts';
import { indexStatement } from './evaluate.ts';
import { evaluateInWindows } from './find-places.ts';
import { anyMessage } from './hit-times.ts';
import { segmentsOf, type Segment } from './segments.ts';

const firstChunk = 1000;
const largestChunk = 10_000;

/**
 * The places of all hits, newest first, a chunk at a time: whoever reads decides after each whether there is time for
 * the next. Cancelling takes hold between them.
 */
export function* readHits(context: OperationContext, condition: Condition): Generator<readonly number[]> {
  for (const segment of segmentsOf(condition).toReversed()) {
    if (segment.condition.kind === 'index' || segment.condition.kind === 'all') yield* readIndexed(context, segment);
    else yield* evaluateInWindows(context, segment, 'older');
  }
}

function* readIndexed(context: OperationContext, segment: Segment): Generator<readonly number[]> {
  const condition = segment.condition.kind === 'index' ? segment.condition : anyMessage;
  const { first } = segment;
  let { last } = segment;
  for (let size = firstChunk; ; size = Math.min(largestChunk, size * 2)) {
    context.throwIfCancelled();
    const statement = indexStatement(condition, { first, last }, 'DESC', size);
    const places = context.database
      .prepare<unknown[], number>(statement.text)
      .pluck()
      .all(...statement.parameters);
    yield places;
    const oldest = places.at(-1);
    if (oldest === undefined || places.length < size) return;
    last = oldest - 1;
  }
}

/** Who wrote where, on which server, and what type of message it is. */
export type HitRow = readonly [author: string, channel: string | null, server: string, type: string];

/** These facets of the messages at given places, by primary key; in no order. */
export function hitRowsStatement(places: readonly number[]): SqlFragment {
  return sql`SELECT m.user_id, m.channel_id, m.server_id, m.type
    FROM json_each(${JSON.stringify(places)}) AS hit CROSS JOIN messages AS m ON m.seq = hit.value`;
}
