import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
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
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  readonly deaths: number;
  readonly uptimePercent: number;
  readonly percentile: number | null;
}

/** All performances of one player, from the primary key of `summary_performances`. */
export function ownPerformancesStatement(userId: string): SqlFragment {
  return sql`SELECT raid_number AS number, damage, healing, damage_taken AS damageTaken, deaths,
      uptime_percentage AS uptimePercent, percentile
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
    median: medianOf(entries, byNumber),
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

/** `pulls`: those with the player, each of which has a row. */
function medianOf(pulls: readonly RaidEntry[], rows: ReadonlyMap<number, OwnRow>): PlayerMedian {
  const middle = (figure: (row: OwnRow, seconds: number) => number | null): number | null =>
    median(
      pulls.map(({ number, seconds }) => {
        const row = rows.get(number);
        return row === undefined ? null : figure(row, seconds ?? 0);
      }),
    );
  const perSecond = (sum: number, seconds: number): number | null => (seconds === 0 ? null : sum / seconds);
  const percentile = middle((row) => row.percentile);
  return {
    damagePerSecond: middle((row, seconds) => perSecond(row.damage, seconds)),
    healingPerSecond: middle((row, seconds) => perSecond(row.healing, seconds)),
    damageTakenPerSecond: middle((row, seconds) => perSecond(row.damageTaken, seconds)),
    deaths: middle(({ deaths }) => deaths),
    uptimePercent: middle(({ uptimePercent }) => uptimePercent),
    percentile: percentile === null ? null : percentile * 100,
  };
}
