import { messageTypes, type FacetName } from '../../shared/messages/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { placesPerSecond, and, type Condition } from './condition.ts';
import { countPlaces } from './count-places.ts';
import { Deadline, noDeadline } from './deadline.ts';
import { hitRowsStatement, type HitRow } from './hit-rows.ts';
import { addSeconds, countTimes, type QuarterCounts } from './hit-times.ts';
import { facet } from './index-expressions.ts';
import { directoryOf } from './name-directory.ts';
import { segmentsOf } from './segments.ts';
import { walkPlaces } from './walk-places.ts';

/** Hits for each value of a facet. Values of `month` are quarters of an hour; see hit-times.ts. */
export interface FacetCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
}

export interface CountedFacets {
  readonly facets: Readonly<Record<Exclude<FacetName, 'month'>, FacetCounts>>;
  readonly quarters: ReadonlyMap<number, number>;
  readonly areQuartersComplete: boolean;
  /** The newest hits whose messages were read. */
  readonly countedHits: number;
}

const longestMs = 300;
/** Reading messages for their facets may take such a share of the whole. */
const readingShare = 0.45;
/** Messages that are read at a time: about 5 ms. */
const chunkSize = 4000;

/** Counts in about 300 ms: first by reading the newest hits, then, if these were not all, by asking the index. */
export function countFacets(context: OperationContext, condition: Condition, wholeMs = longestMs): CountedFacets {
  if (condition.kind === 'all') return countWholeLibrary(context);
  const deadline = Deadline.after(wholeMs / 1000);
  const read = readFacets(context, condition, Deadline.after((wholeMs * readingShare) / 1000));
  if (read.isComplete) {
    return { facets: read.facets, quarters: read.quarters, areQuartersComplete: true, countedHits: read.countedHits };
  }
  const times = countTimes(context, condition, deadline);
  const byIndex = (kind: 'type' | 'server' | 'channel', values: readonly string[]): FacetCounts | null =>
    countByIndex(context, condition, kind, values, deadline);
  const { author, type, server, channel } = read.facets;
  return {
    facets: {
      type: byIndex('type', messageTypes) ?? type,
      server: byIndex('server', listIds(context, 'servers')) ?? server,
      channel: byIndex('channel', listIds(context, 'channels')) ?? channel,
      author,
    },
    quarters: times.isComplete ? times.quarters : read.quarters,
    areQuartersComplete: times.isComplete,
    countedHits: read.countedHits,
  };
}

interface ReadFacets {
  readonly facets: CountedFacets['facets'];
  readonly quarters: QuarterCounts;
  readonly countedHits: number;
  readonly isComplete: boolean;
}

function readFacets(context: OperationContext, condition: Condition, deadline: Deadline): ReadFacets {
  const maps = [new Map<string, number>(), new Map(), new Map(), new Map()] as const;
  const quarters: QuarterCounts = new Map();
  let countedHits = 0;
  let isComplete = true;
  const walk = { direction: 'older', deadline, chunkSize } as const;
  for (const { places, stoppedAt } of walkPlaces(context, condition, walk)) {
    isComplete = stoppedAt === null;
    countRows(context, places, maps);
    addDatedSeconds(quarters, places);
    countedHits += places.length;
  }
  const [author, channel, server, type] = maps.map((counts) => ({ counts, isComplete }));
  if (author === undefined || channel === undefined || server === undefined || type === undefined) {
    throw new TypeError('There are four facets');
  }
  return { facets: { author, channel, server, type }, quarters, countedHits, isComplete };
}

function countRows(
  { database }: OperationContext,
  places: readonly number[],
  maps: readonly Map<string, number>[],
): void {
  const statement = hitRowsStatement(places);
  const rows = database
    .prepare<unknown[], HitRow>(statement.text)
    .raw()
    .all(...statement.parameters);
  for (const row of rows) {
    for (const [index, counts] of maps.entries()) {
      const value = row[index];
      if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
}

function addDatedSeconds(quarters: QuarterCounts, places: readonly number[]): void {
  const seconds = places
    .filter((place) => place >= placesPerSecond)
    .map((place) => Math.floor(place / placesPerSecond));
  addSeconds(quarters, seconds);
}

/** Up to so many values of a facet are asked for one by one. */
const mostTokens = 64;

/** Null where the index alone does not know, or time is up. */
function countByIndex(
  context: OperationContext,
  condition: Condition,
  kind: 'type' | 'server' | 'channel',
  values: readonly string[],
  deadline: Deadline,
): FacetCounts | null {
  const isIndexed = segmentsOf(condition).every((segment) => ['index', 'all'].includes(segment.condition.kind));
  if (!isIndexed || values.length > mostTokens) return null;
  const counts = new Map<string, number>();
  for (const value of values) {
    if (deadline.isOver) return null;
    const count = countPlaces(context, and([condition, facet(kind, [value])]), noDeadline).total;
    if (count > 0) counts.set(value, count);
  }
  return { counts, isComplete: true };
}

function listIds({ database }: OperationContext, name: 'servers' | 'channels'): readonly string[] {
  const directory = directoryOf(database, name);
  return directory.startingWith('', mostTokens + 1).map(({ id }) => id);
}

interface CountRow {
  readonly value: string;
  readonly count: number;
}

/** Everything is summed up already. */
function countWholeLibrary(context: OperationContext): CountedFacets {
  const count = (statement: SqlFragment): FacetCounts => ({
    counts: new Map(allRows<CountRow>(context.database, statement).map((row) => [row.value, row.count])),
    isComplete: true,
  });
  const times = countTimes(context, { kind: 'all' }, noDeadline);
  return {
    facets: {
      author: count(sql`SELECT user_id AS value, message_count + coalesce(direct_count, 0) AS count
        FROM summary_users LEFT JOIN (
          SELECT from_user_id, count(*) AS direct_count FROM direct_messages GROUP BY from_user_id
        ) ON from_user_id = user_id
        WHERE count > 0`),
      channel: count(sql`SELECT channel_id AS value, message_count AS count FROM summary_channels`),
      server: count(sql`SELECT server_id AS value, sum(message_count) AS count FROM summary_days GROUP BY server_id`),
      type: count(sql`SELECT type AS value, sum(message_count) AS count FROM summary_days GROUP BY type`),
    },
    quarters: times.quarters,
    areQuartersComplete: true,
    countedHits: 0,
  };
}
