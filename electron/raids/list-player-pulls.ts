import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { RaidRole } from '../../shared/raids/types.ts';
import type { PlayerMedian, PlayerPull, PlayerPulls } from '../../shared/raids/progress-types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { RaidEntry } from './catalogue.ts';
import { describeRaids, namedReference } from './describe-raid.ts';
import { findRaids } from './find-raids.ts';
import { readRaidCursor } from './list-raids.ts';
import { median } from './median.ts';
import { readParticipants } from './participants.ts';

interface OwnRow {
  readonly number: number;
  readonly role: RaidRole;
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  readonly deaths: number;
  readonly uptimePercent: number;
  readonly damagePercentile: number | null;
  readonly healingPercentile: number | null;
  readonly seconds: number | null;
}

/** All performances of one player, from the primary key of `summary_performances`. */
export function ownPerformancesStatement(userId: string): SqlFragment {
  return sql`SELECT raid_number AS number, role, damage, healing, damage_taken AS damageTaken, deaths,
      uptime_percentage AS uptimePercent, damage_percentile AS damagePercentile, healing_percentile AS healingPercentile, seconds
    FROM summary_performances WHERE user_id = ${userId}`;
}

/** One player across the pulls that a query finds, newest first. Throws `not_found`, and `bad_input` for a wrong cursor. */
export function listPlayerPulls(context: OperationContext, input: ParsedInputOf<'raids.playerPulls'>): PlayerPulls {
  const { database } = context;
  const own = allRows<OwnRow>(database, ownPerformancesStatement(input.playerId));
  const { player, server } = readPlayer(database, input.playerId, own.length > 0);
  const found = findRaids(context, input);
  const byNumber = new Map(own.map((row) => [row.number, row]));
  const entries = found.entries.filter(({ number }) => byNumber.has(number)).toReversed();
  const after = readRaidCursor(found, input.cursor);
  const start = after === null ? 0 : entries.indexOf(after) + 1;
  const page = entries.slice(start, start + input.limit);
  const raids = describeRaids(database, page, found.nights);
  const participantsOf = readParticipants(database, page);
  const last = start + input.limit < entries.length ? page.at(-1) : undefined;
  return {
    player,
    server,
    items: page.flatMap((entry, index): readonly PlayerPull[] => {
      const raid = raids[index];
      const participant = participantsOf(entry).find((one) => one.player.id === input.playerId);
      return raid === undefined || participant === undefined ? [] : [{ raid, participant }];
    }),
    next: last === undefined ? null : `after ${last.id}`,
    total: entries.length,
    median: medianOf(entries.flatMap(({ number }: RaidEntry) => byNumber.get(number) ?? [])),
    problems: found.problems,
    resolved: found.resolved,
  };
}

interface PlayerRow {
  readonly name: string;
  readonly isPlaceholder: number;
  readonly serverId: string;
  readonly serverName: string | null;
}

function readPlayer(database: Database, id: string, tookPart: boolean): Pick<PlayerPulls, 'player' | 'server'> {
  const row = firstRow<PlayerRow>(
    database,
    sql`SELECT u.username AS name, u.is_placeholder AS isPlaceholder, u.server_id AS serverId, s.name AS serverName
      FROM users AS u LEFT JOIN servers AS s ON s.id = u.server_id WHERE u.id = ${id}`,
  );
  if (row === undefined && !tookPart) {
    throw new RaidscopeError('not_found', 'This player is no longer in the library.', { id });
  }
  return {
    player: namedReference(id, row?.name ?? null, row?.isPlaceholder === 1),
    server: namedReference(row?.serverId ?? '', row?.serverName ?? null, false),
  };
}

function medianOf(rows: readonly OwnRow[]): PlayerMedian {
  const perSecond = (figure: (row: OwnRow) => number): number | null =>
    median(rows.map((row) => (row.seconds === null || row.seconds === 0 ? null : figure(row) / row.seconds)));
  const percentile = median(
    rows.map(({ role, damagePercentile, healingPercentile }) =>
      role === 'healer' ? healingPercentile : damagePercentile,
    ),
  );
  return {
    damagePerSecond: perSecond(({ damage }) => damage),
    healingPerSecond: perSecond(({ healing }) => healing),
    damageTakenPerSecond: perSecond(({ damageTaken }) => damageTaken),
    deaths: median(rows.map(({ deaths }) => deaths)),
    uptimePercent: median(rows.map(({ uptimePercent }) => uptimePercent)),
    percentile: percentile === null ? null : percentile * 100,
  };
}
