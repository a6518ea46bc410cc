import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { RaidDetail, RaidNeighbours } from '../../shared/raids/pull-types.ts';
import { getAnnotation } from '../annotations/annotations.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstRow } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { raidCatalogueOf, type RaidCatalogue, type RaidEntry } from './catalogue.ts';
import { describeRaids } from './describe-raid.ts';
import { nightsOf, zoneOf } from './find-raids.ts';
import { listMarks } from './marks.ts';
import { readParticipants } from './participants.ts';
import { findBest } from './pull-totals.ts';
import { messageSources, readCourse } from './raid-events.ts';

/** All that the library knows of one raid. Throws `not_found`, and `bad_input` for a zone that is none. */
export function getRaid(context: OperationContext, input: ParsedInputOf<'raids.get'>): RaidDetail {
  const { database } = context;
  const catalogue = raidCatalogueOf(database);
  const entry = getEntry(catalogue, input.id);
  const nights = nightsOf(catalogue, zoneOf(input), input.nightStartHour);
  const [raid] = describeRaids(database, [entry], nights);
  if (raid === undefined) throw new TypeError('A raid was described as none');
  const counts = firstRow<CountRow>(database, countsStatement(entry.id));
  const { note } = getAnnotation(context, { subject: { kind: 'raid', id: entry.id } });
  return {
    raid,
    note,
    participants: readParticipants(database, [entry])(entry),
    ...readCourse(database, entry),
    marks: listMarks(database, entry.id),
    messageCount: counts?.messageCount ?? 0,
    messagesByTimeCount: counts?.byTimeCount ?? 0,
    isLootGenerated: toBoolean(counts?.isLootGenerated ?? null),
    series: neighboursOf(catalogue, entry),
    importId: counts?.importId ?? null,
  };
}

function toBoolean(flag: number | null): boolean | null {
  return flag === null ? null : flag !== 0;
}

/** Throws `not_found`. */
export function getEntry({ byId }: RaidCatalogue, id: string): RaidEntry {
  const entry = byId.get(id);
  if (entry === undefined) throw new RaidscopeError('not_found', 'This raid is no longer in the library.', { id });
  return entry;
}

interface CountRow {
  readonly messageCount: number;
  readonly byTimeCount: number;
  readonly isLootGenerated: number | null;
  readonly importId: number | null;
}

/** The raid's messages by the primary key of `raid_events`, and which import its row is of. */
export function countsStatement(raidId: string): SqlFragment {
  return sql`SELECT count(*) AS messageCount, count(*) FILTER (WHERE e.source = 'message_by_time') AS byTimeCount,
      (SELECT loot_generated FROM raids WHERE id = ${raidId}) AS isLootGenerated,
      (SELECT import_id FROM raids WHERE id = ${raidId}) AS importId
    FROM raid_events AS e WHERE e.raid_id = ${raidId} AND e.source IN ${messageSources}`;
}

function neighboursOf({ series }: RaidCatalogue, entry: RaidEntry): RaidNeighbours {
  const pulls = series[entry.series] ?? [];
  const place = (entry.pullNumber ?? 0) - 1;
  return {
    previousId: pulls[place - 1]?.id ?? null,
    nextId: place < 0 ? null : (pulls[place + 1]?.id ?? null),
    pullCount: pulls.length,
    bestId: findBest(pulls)?.id ?? null,
  };
}
