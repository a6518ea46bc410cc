import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { PlayerSortColumn, RaidPlayer, RaidPlayerPage } from '../../shared/raids/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { namedReference } from './describe-raid.ts';
import { findRaids, type FoundRaids } from './find-raids.ts';
import { performanceColumnsOf, type PlayedPart } from './performance-columns.ts';
import { sumUpPlayers, type PlayerSums } from './player-sums.ts';

interface NameRow {
  readonly id: string;
  readonly name: string | null;
  readonly isPlaceholder: number | null;
  readonly serverId: string | null;
  readonly serverName: string | null;
}

/** One page of the players of all raids that a query finds. Throws `bad_input` for a cursor of no player among them. */
export function listRaidPlayers(context: OperationContext, input: ParsedInputOf<'raids.players'>): RaidPlayerPage {
  const found = findRaids(context, input);
  const players = sortPlayers(playersOf(context.database, found), input.sort, input.direction);
  const start = placeAfter(players, input.cursor);
  const items = players.slice(start, start + input.limit);
  const last = start + input.limit < players.length ? items.at(-1) : undefined;
  return {
    items,
    next: last === undefined ? null : `after ${last.player.id}`,
    total: players.length,
    raidCount: countListed(found),
    problems: found.problems,
    resolved: found.resolved,
  };
}

function placeAfter(players: readonly RaidPlayer[], cursor: string | null): number {
  if (cursor === null) return 0;
  const place = players.findIndex(({ player }) => `after ${player.id}` === cursor);
  if (place >= 0) return place + 1;
  throw new RaidscopeError('bad_input', 'This page cannot be found again: its cursor is not one of this list.', {
    cursor,
  });
}

function countListed({ entries }: FoundRaids): number {
  return entries.filter(({ listedCount, series }) => listedCount > 0 && series >= 0).length;
}

/** Summed up once for each answer of a query: other pages and orders are made of it. */
const summedUp = new WeakMap<FoundRaids, readonly RaidPlayer[]>();

function playersOf(database: Database, found: FoundRaids): readonly RaidPlayer[] {
  const known = summedUp.get(found);
  if (known !== undefined) return known;
  const sums = sumUpPlayers(performanceColumnsOf(database), found);
  const names = readNames(
    database,
    sums.map(({ userId }) => userId),
  );
  const raidCount = countListed(found);
  const players = sums.map((own) => describePlayer(own, names.get(own.userId), raidCount));
  summedUp.set(found, players);
  return players;
}

/** Names and servers of some users, by the primary keys of their tables. */
function readNames(database: Database, ids: readonly string[]): ReadonlyMap<string, NameRow> {
  const rows = allRows<NameRow>(
    database,
    sql`SELECT u.id, u.username AS name, u.is_placeholder AS isPlaceholder, u.server_id AS serverId, s.name AS serverName
      FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN users AS u ON u.id = wanted.value
      LEFT JOIN servers AS s ON s.id = u.server_id`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function describePlayer(sums: PlayerSums, named: NameRow | undefined, raidCount: number): RaidPlayer {
  const { userId, pullCount, fightSeconds, parts } = sums;
  const perSecond = (sum: number): number | null => (fightSeconds === 0 ? null : sum / fightSeconds);
  return {
    player: namedReference(userId, named?.name ?? null, named?.isPlaceholder === 1),
    server: namedReference(named?.serverId ?? '', named?.serverName ?? null, false),
    roles: mostFrequent(parts, ({ role }) => role),
    classes: mostFrequent(parts, (part) => part.class),
    pullCount,
    killCount: sums.killCount,
    share: raidCount === 0 ? 0 : pullCount / raidCount,
    deaths: sums.deaths,
    fightSeconds,
    damage: sums.damage,
    healing: sums.healing,
    damageTaken: sums.damageTaken,
    damagePerSecond: perSecond(sums.ratedDamage),
    healingPerSecond: perSecond(sums.ratedHealing),
    damageTakenPerSecond: perSecond(sums.ratedTaken),
    uptimePercent: sums.uptimeSum / pullCount,
  };
}

function mostFrequent<Value>(
  parts: ReadonlyMap<PlayedPart, number>,
  valueOf: (part: PlayedPart) => Value,
): readonly Value[] {
  const counts = new Map<Value, number>();
  for (const [part, count] of parts) counts.set(valueOf(part), (counts.get(valueOf(part)) ?? 0) + count);
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([value]) => value);
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const figures: Readonly<Record<Exclude<PlayerSortColumn, 'name'>, (player: RaidPlayer) => number | null>> = {
  pulls: ({ pullCount }) => pullCount,
  kills: ({ killCount }) => killCount,
  deaths: ({ deaths }) => deaths,
  damage: ({ damage }) => damage,
  dps: ({ damagePerSecond }) => damagePerSecond,
  healing: ({ healing }) => healing,
  hps: ({ healingPerSecond }) => healingPerSecond,
  taken: ({ damageTaken }) => damageTaken,
  uptime: ({ uptimePercent }) => uptimePercent,
};

/** Equals by name; who has no such figure stands last in either direction. */
function sortPlayers(
  players: readonly RaidPlayer[],
  column: PlayerSortColumn,
  direction: 'asc' | 'desc',
): readonly RaidPlayer[] {
  const sign = direction === 'asc' ? 1 : -1;
  const byName = (one: RaidPlayer, other: RaidPlayer): number =>
    collator.compare(one.player.name, other.player.name) || (one.player.id < other.player.id ? -1 : 1);
  if (column === 'name') return players.toSorted((one, other) => sign * byName(one, other));
  const figure = figures[column];
  return players.toSorted((one, other) => {
    const [a, b] = [figure(one), figure(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other);
    return sign * (a - b) || byName(one, other);
  });
}
