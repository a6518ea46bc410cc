import type { RaidRole } from '../../shared/raids/types.ts';
import type { Participant } from '../../shared/raids/pull-types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { RaidEntry } from './catalogue.ts';
import { namedReference } from './describe-raid.ts';

interface PerformanceRow {
  readonly number: number;
  readonly userId: string;
  readonly name: string | null;
  readonly isPlaceholder: number | null;
  readonly role: RaidRole;
  readonly class: string;
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  readonly deaths: number;
  readonly uptimePercent: number;
  readonly percentile: number | null;
  readonly comparedCount: number;
}

/** The participants of some raids by the index of `summary_performances`; players by name. */
export function participantsStatement(raidNumbers: readonly number[]): SqlFragment {
  return sql`SELECT p.raid_number AS number, p.user_id AS userId, u.username AS name, u.is_placeholder AS isPlaceholder,
      p.role, p.class, p.damage, p.healing, p.damage_taken AS damageTaken, p.deaths, p.uptime_percentage AS uptimePercent,
      p.percentile, p.compared_count AS comparedCount
    FROM json_each(${JSON.stringify(raidNumbers)}) AS wanted
    CROSS JOIN summary_performances AS p ON p.raid_number = wanted.value
    LEFT JOIN users AS u ON u.id = p.user_id`;
}

/** Who took part in each of some raids, best of each role first; answers the function that knows each raid's. */
export function readParticipants(
  database: Database,
  entries: readonly RaidEntry[],
): (entry: RaidEntry) => readonly Participant[] {
  const rows = allRows<PerformanceRow>(database, participantsStatement(entries.map(({ number }) => number)));
  const byRaid = Map.groupBy(rows, ({ number }) => number);
  return (entry) => describeParticipants(entry, byRaid.get(entry.number) ?? []);
}

const roleOrder: Readonly<Record<RaidRole, number>> = { tank: 0, healer: 1, dps: 2 };

/** What a role is measured by: healing for healers, damage for all others. */
export function ownFigure({
  role,
  damage,
  healing,
}: {
  readonly role: RaidRole;
  readonly damage: number;
  readonly healing: number;
}): number {
  return role === 'healer' ? healing : damage;
}

function describeParticipants(entry: RaidEntry, rows: readonly PerformanceRow[]): readonly Participant[] {
  const sorted = rows.toSorted(
    (one, other) =>
      roleOrder[one.role] - roleOrder[other.role] ||
      ownFigure(other) - ownFigure(one) ||
      ((one.name ?? one.userId) < (other.name ?? other.userId) ? -1 : 1),
  );
  const perSecond = (sum: number): number | null =>
    entry.seconds === null || entry.seconds === 0 ? null : sum / entry.seconds;
  return sorted.map((row): Participant => ({
    player: namedReference(row.userId, row.name, row.isPlaceholder === 1),
    role: row.role,
    class: row.class,
    damage: row.damage,
    healing: row.healing,
    damageTaken: row.damageTaken,
    deaths: row.deaths,
    uptimePercent: row.uptimePercent,
    damagePerSecond: perSecond(row.damage),
    healingPerSecond: perSecond(row.healing),
    damageTakenPerSecond: perSecond(row.damageTaken),
    damageShare: shareOf(row.damage, entry.damage),
    healingShare: shareOf(row.healing, entry.healing),
    damageTakenShare: shareOf(row.damageTaken, entry.damageTaken),
    rank: 1 + sorted.filter((other) => other.role === row.role && ownFigure(other) > ownFigure(row)).length,
    percentile: row.percentile === null ? null : row.percentile * 100,
    comparedCount: row.comparedCount,
  }));
}

function shareOf(part: number, whole: number | null): number | null {
  return whole === null || whole === 0 ? null : part / whole;
}
