import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import {
  raidRoles,
  type PlayerSortColumn,
  type RaidPlayer,
  type RaidPlayerPage,
  type RaidRole,
} from '../../shared/raids/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { RaidEntry } from './catalogue.ts';
import { namedReference } from './describe-raid.ts';
import { findRaids, type FoundRaids } from './find-raids.ts';

/** What one player did in one role and class. */
interface PartRow {
  readonly userId: string;
  readonly role: RaidRole;
  readonly class: string;
  readonly pullCount: number;
  readonly killCount: number;
  readonly deaths: number;
  readonly uptimeSum: number;
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  readonly fightSeconds: number;
  readonly ratedDamage: number;
  readonly ratedHealing: number;
  readonly ratedTaken: number;
}

/** Which raids' participants are summed up: these, or all but these. */
export interface SummedRaids {
  readonly kind: 'only' | 'all-but';
  readonly numbers: readonly number[];
}

/**
 * Sums for each player, role and class. Of most raids in the order of the primary key of `summary_performances`, so that
 * nothing is sorted; of few by its index.
 */
export function playersStatement({ kind, numbers }: SummedRaids): SqlFragment {
  const listed = sql`IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`;
  const among = kind === 'only' ? sql`p.raid_number ${listed}` : sql`+p.raid_number NOT ${listed}`;
  const rated = (column: SqlFragment): SqlFragment => sql`sum(iif(p.seconds > 0, ${column}, 0))`;
  return sql`SELECT p.user_id AS userId, p.role, p.class, count(*) AS pullCount, sum(p.is_kill) AS killCount,
      sum(p.deaths) AS deaths, sum(p.uptime_percentage) AS uptimeSum, sum(p.damage) AS damage, sum(p.healing) AS healing,
      sum(p.damage_taken) AS damageTaken, sum(coalesce(p.seconds, 0)) AS fightSeconds,
      ${rated(sql`p.damage`)} AS ratedDamage, ${rated(sql`p.healing`)} AS ratedHealing, ${rated(sql`p.damage_taken`)} AS ratedTaken
    FROM summary_performances AS p WHERE ${among} GROUP BY p.user_id, p.role, p.class`;
}

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
  const rows = allRows<PartRow>(database, playersStatement(summedOf(found)));
  const parts = Map.groupBy(rows, ({ userId }) => userId);
  const names = readNames(database, [...parts.keys()]);
  const raidCount = countListed(found);
  const players = [...parts].map(([userId, own]) => describePlayer(userId, own, names.get(userId), raidCount));
  summedUp.set(found, players);
  return players;
}

/** Whichever list is shorter. A raid that has not begun is no pull. */
function summedOf({ catalogue, isFound }: FoundRaids): SummedRaids {
  const counts = (entry: RaidEntry): boolean => isFound[entry.index] === 1 && entry.series >= 0;
  const [counted, others] = [catalogue.entries.filter(counts), catalogue.entries.filter((entry) => !counts(entry))];
  const kind = counted.length < others.length ? 'only' : 'all-but';
  return { kind, numbers: (kind === 'only' ? counted : others).map(({ number }) => number) };
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

function describePlayer(
  userId: string,
  parts: readonly PartRow[],
  named: NameRow | undefined,
  raidCount: number,
): RaidPlayer {
  const sum = (figure: (part: PartRow) => number): number => parts.reduce((total, part) => total + figure(part), 0);
  const pullCount = sum((part) => part.pullCount);
  const fightSeconds = sum((part) => part.fightSeconds);
  const perSecond = (figure: (part: PartRow) => number): number | null =>
    fightSeconds === 0 ? null : sum(figure) / fightSeconds;
  return {
    player: namedReference(userId, named?.name ?? null, named?.isPlaceholder === 1),
    server: namedReference(named?.serverId ?? '', named?.serverName ?? null, false),
    roles: mostFrequent(parts, ({ role }) => role).filter((role) => raidRoles.includes(role)),
    classes: mostFrequent(parts, (part) => part.class),
    pullCount,
    killCount: sum((part) => part.killCount),
    share: raidCount === 0 ? 0 : pullCount / raidCount,
    deaths: sum((part) => part.deaths),
    fightSeconds,
    damage: sum((part) => part.damage),
    healing: sum((part) => part.healing),
    damageTaken: sum((part) => part.damageTaken),
    damagePerSecond: perSecond((part) => part.ratedDamage),
    healingPerSecond: perSecond((part) => part.ratedHealing),
    damageTakenPerSecond: perSecond((part) => part.ratedTaken),
    uptimePercent: sum((part) => part.uptimeSum) / pullCount,
  };
}

function mostFrequent<Value>(parts: readonly PartRow[], valueOf: (part: PartRow) => Value): readonly Value[] {
  const counts = new Map<Value, number>();
  for (const part of parts) counts.set(valueOf(part), (counts.get(valueOf(part)) ?? 0) + part.pullCount);
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
