import type { HealthSample, RaidEvent } from '../../shared/raids/pull-types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { RaidEntry } from './catalogue.ts';
import { namedReference } from './describe-raid.ts';

/** More than this of one raid is not drawn. */
const mostEvents = 5000;

interface EventRow {
  readonly atMs: number;
  readonly event: string | null;
  readonly health: number | null;
  readonly userId: string | null;
  readonly userName: string | null;
  readonly isPlaceholder: number | null;
  readonly text: string | null;
  readonly messageId: string | null;
}

/** `raid_events.source` of what came from messages: those that name their raid, and those that belong to it by server and time. */
export const messageSources = sql`('message', 'message_by_time')`;

/** What happened in a raid by the primary key of `raid_events`, with the messages that tell it; talk is left out. */
export function eventsStatement(raidId: string): SqlFragment {
  return sql`SELECT e.at_ms AS atMs, nullif(e.event, 'chat') AS event, e.boss_health AS health, e.user_id AS userId,
      u.username AS userName, u.is_placeholder AS isPlaceholder, m.id AS messageId,
      CASE WHEN nullif(e.event, 'chat') IS NOT NULL THEN substr(m.content, 1, 300) END AS text
    FROM raid_events AS e
    LEFT JOIN messages AS m ON m.seq = e.source_key AND e.source IN ${messageSources}
    LEFT JOIN users AS u ON u.id = e.user_id
    WHERE e.raid_id = ${raidId} AND (e.boss_health IS NOT NULL OR nullif(e.event, 'chat') IS NOT NULL)
    ORDER BY e.at_ms, e.source, e.source_key LIMIT ${mostEvents + 1}`;
}

export interface RaidCourse {
  readonly samples: readonly HealthSample[];
  readonly events: readonly RaidEvent[];
  /** There was more than is read. */
  readonly isCut: boolean;
}

/** How a raid went, in order of time. */
export function readCourse(database: Database, entry: RaidEntry): RaidCourse {
  const all = allRows<EventRow>(database, eventsStatement(entry.id));
  const rows = all.slice(0, mostEvents);
  return {
    samples: rows.flatMap(({ atMs, health, messageId }) =>
      health === null ? [] : [{ atMs, second: secondOf(entry, atMs), health, messageId }],
    ),
    events: rows.flatMap((row) => {
      const { atMs, event, health, userId, userName, isPlaceholder, text, messageId } = row;
      if (event === null) return [];
      const player = userId === null ? null : namedReference(userId, userName, isPlaceholder === 1);
      return [{ atMs, second: secondOf(entry, atMs), event, health, player, text, messageId }];
    }),
    isCut: all.length > mostEvents,
  };
}

/** Seconds after the pull; of a raid that never began, after it was drawn up. */
export function secondOf({ started, began }: RaidEntry, atMs: number): number {
  return atMs / 1000 - (started ?? began ?? atMs / 1000);
}

interface SampleRow {
  readonly raidId: string;
  readonly atMs: number;
  readonly health: number;
}

/** The boss's health in some raids, each by the primary key of `raid_events`. */
export function samplesStatement(raidIds: readonly string[]): SqlFragment {
  return sql`SELECT e.raid_id AS raidId, e.at_ms AS atMs, e.boss_health AS health
    FROM json_each(${JSON.stringify(raidIds)}) AS wanted CROSS JOIN raid_events AS e ON e.raid_id = wanted.value
    WHERE e.boss_health IS NOT NULL ORDER BY wanted.key, e.at_ms, e.source, e.source_key`;
}

/** The samples of each of some raids, without the messages they come from. */
export function readSamples(
  database: Database,
  entries: readonly RaidEntry[],
): (entry: RaidEntry) => readonly HealthSample[] {
  const rows = allRows<SampleRow>(database, samplesStatement(entries.map(({ id }) => id)));
  const byRaid = Map.groupBy(rows, ({ raidId }) => raidId);
  return (entry) =>
    (byRaid.get(entry.id) ?? []).map(({ atMs, health }) => ({
      atMs,
      second: secondOf(entry, atMs),
      health,
      messageId: null,
    }));
}
