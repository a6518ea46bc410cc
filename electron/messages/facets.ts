import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { FacetName, FacetValue, MessageFacet, MessageFacets } from '../../shared/messages/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { countFacets, type FacetCounts } from './facet-counts.ts';
import { quarterSeconds } from './hit-times.ts';
import { directoryOf, type DirectoryName } from './name-directory.ts';
import { readQuery } from './read-query.ts';
import { offsetStretches } from './zone-offsets.ts';

/**
 * Authors, channels, servers, types and local months of the hits of a query, in about 300 ms. A facet for which that was
 * not enough is counted for the newest hits only, and says so. Throws `bad_input` for a zone that is none.
 */
export function listFacets(
  context: OperationContext,
  input: ParsedInputOf<'messages.facets'>,
  longestMs?: number,
): MessageFacets {
  const { condition, zone: timeZone } = readQuery(context, input);
  const { facets, quarters, areQuartersComplete, countedHits } = countFacets(context, condition, longestMs);
  const { database } = context;
  const months: FacetCounts = { counts: countMonths(quarters, timeZone), isComplete: areQuartersComplete };
  return {
    facets: [
      toFacet('author', facets.author, named(database, 'users'), input.limit),
      toFacet('channel', facets.channel, named(database, 'channels'), input.limit),
      toFacet('server', facets.server, named(database, 'servers'), input.limit),
      toFacet('type', facets.type, (value) => ({ value, label: value }), input.limit),
      toFacet('month', months, (value) => ({ value, label: value }), input.limit),
    ],
    countedHits,
  };
}

type Describe = (value: string) => Omit<FacetValue, 'count'>;

/** Most frequent first; of equals the one whose label comes first. */
function toFacet(
  name: FacetName,
  { counts, isComplete }: FacetCounts,
  describe: Describe,
  limit: number,
): MessageFacet {
  const sorted = [...counts].toSorted(
    ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
  );
  return {
    facet: name,
    values: sorted.slice(0, limit).map(([value, count]) => ({ ...describe(value), count })),
    otherValueCount: Math.max(0, sorted.length - limit),
    isComplete,
  };
}

/** Two of one name are told apart by their server. */
function named(database: Database, name: DirectoryName): Describe {
  return (id) => {
    const directory = directoryOf(database, name);
    const entry = directory.find(id);
    if (entry === null) return { value: directory.filterTextOf(id), label: id };
    const isAlone = entry.serverName === null || directory.isUnique(entry.name);
    const label = isAlone ? entry.name : `${entry.name} (${entry.serverName})`;
    return { value: directory.filterTextOf(id), label };
  };
}

/** `YYYY-MM` on the zone's calendar. */
function countMonths(quarters: ReadonlyMap<number, number>, timeZone: string): ReadonlyMap<string, number> {
  const sorted = [...quarters].toSorted(([one], [other]) => one - other);
  const first = sorted[0]?.[0];
  const last = sorted.at(-1)?.[0];
  const months = new Map<string, number>();
  if (first === undefined || last === undefined) return months;
  const stretches = offsetStretches(timeZone, first * quarterSeconds, (last + 1) * quarterSeconds);
  let at = 0;
  let day = -1;
  let month = '';
  for (const [quarter, count] of sorted) {
    const second = quarter * quarterSeconds;
    while (second >= (stretches[at]?.end ?? Infinity)) at++;
    const localDay = Math.floor((second + (stretches[at]?.offset ?? 0)) / 86_400);
    if (localDay !== day) {
      day = localDay;
      month = new Date(day * 86_400_000).toISOString().slice(0, 7);
    }
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return months;
}
