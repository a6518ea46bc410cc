import type { NamedReference } from '../../../shared/messages/types.ts';
import type { Participant } from '../../../shared/raids/pull-types.ts';
import { raidRoles, type RaidRole } from '../../../shared/raids/types.ts';
import { formatPercent, formatRate } from '../raid-format.ts';
import { formatPoints, medianOf, type DifferenceTerms } from './difference.ts';

/** One player over all pulls that are compared. */
export interface PlayerRow {
  readonly player: NamedReference;
  /** The role that the player had most often; of several, the one in the earliest of the pulls. */
  readonly role: RaidRole;
  /** All classes played, in the order of the pulls. */
  readonly classes: readonly string[];
  /** One for each pull, in their order; null: took no part. */
  readonly cells: readonly (Participant | null)[];
}

/** One row for each player (by id) who took part in any of the pulls, in the order in which they first occur. */
export function alignPlayers(pulls: readonly (readonly Participant[])[]): readonly PlayerRow[] {
  const cells = new Map<string, (Participant | null)[]>();
  for (const [index, participants] of pulls.entries()) {
    for (const participant of participants) {
      const { id } = participant.player;
      const row = cells.get(id) ?? pulls.map(() => null);
      // A player listed twice in one pull keeps the first line.
      row[index] ??= participant;
      cells.set(id, row);
    }
  }
  return [...cells.values()].flatMap((row) => {
    const present = row.filter((cell) => cell !== null);
    const [first] = present;
    if (first === undefined) return [];
    const classes = [...new Set(present.map((cell) => cell.class))];
    return [{ player: first.player, role: mostFrequentRole(present), classes, cells: row }];
  });
}

function mostFrequentRole(present: readonly Participant[]): RaidRole {
  const counts = new Map<RaidRole, number>();
  for (const { role } of present) counts.set(role, (counts.get(role) ?? 0) + 1);
  // Sorting is stable, and a map keeps the order in which its keys came.
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 'dps';
}

export const playerFigureKeys = ['own', 'damage', 'healing', 'taken', 'deaths', 'uptime'] as const;
export type PlayerFigureKey = (typeof playerFigureKeys)[number];

interface PlayerFigure extends DifferenceTerms {
  readonly label: string;
  readonly explanation: string;
  readonly read: (participant: Participant) => number | null;
}

const rate = { format: formatRate, more: 'more', less: 'less' } as const;

export const playerFigures: Readonly<Record<PlayerFigureKey, PlayerFigure>> = {
  own: {
    ...rate,
    label: 'By role',
    explanation: 'Healing per second for healers, damage per second for tanks and damage dealers; more is better.',
    better: 'more',
    read: ownRate,
  },
  damage: {
    ...rate,
    label: 'Damage/s',
    explanation: 'Damage for each second of the pull; more is better.',
    better: 'more',
    read: (participant) => participant.damagePerSecond,
  },
  healing: {
    ...rate,
    label: 'Healing/s',
    explanation: 'Healing for each second of the pull; more is better.',
    better: 'more',
    read: (participant) => participant.healingPerSecond,
  },
  taken: {
    ...rate,
    label: 'Taken/s',
    explanation: 'Damage taken for each second of the pull. Neither way is better: it is what tanks are there for.',
    better: 'neither',
    read: (participant) => participant.damageTakenPerSecond,
  },
  deaths: {
    label: 'Deaths',
    explanation: 'Deaths in the pull; fewer is better.',
    better: 'less',
    more: 'more',
    less: 'fewer',
    format: (count) => `${Math.round(count * 10) / 10}`,
    read: (participant) => participant.deaths,
  },
  uptime: {
    label: 'Uptime',
    explanation: 'Share of the pull in which the player was active; more is better.',
    better: 'more',
    more: 'more',
    less: 'less',
    format: formatPercent,
    formatDifference: formatPoints,
    read: (participant) => participant.uptimePercent,
  },
};

/** The figure that a role is measured by: healing for healers, damage for the others. */
export function ownRate({ role, healingPerSecond, damagePerSecond }: Participant): number | null {
  return role === 'healer' ? healingPerSecond : damagePerSecond;
}

/** By what the rows stand within their role: a place in `cells`, or what the player is. */
export interface PlayerSort {
  readonly by: 'name' | 'class' | number;
  readonly isDescending: boolean;
}

/** Roles with their rows, tanks first; roles without players are left out. */
export function groupByRole(
  rows: readonly PlayerRow[],
  sort: PlayerSort,
  figure: PlayerFigureKey,
): readonly { readonly role: RaidRole; readonly rows: readonly PlayerRow[] }[] {
  return raidRoles
    .map((role) => ({ role, rows: sortPlayers(rows, sort, figure).filter((row) => row.role === role) }))
    .filter((group) => group.rows.length > 0);
}

function sortPlayers(rows: readonly PlayerRow[], { by, isDescending }: PlayerSort, figure: PlayerFigureKey) {
  const sign = isDescending ? -1 : 1;
  if (by === 'name') return rows.toSorted((one, other) => sign * compareNames(one, other));
  if (by === 'class') {
    const classOf = ({ classes }: PlayerRow) => classes.join(', ');
    return rows.toSorted((one, other) => sign * classOf(one).localeCompare(classOf(other)) || compareNames(one, other));
  }
  const valueOf = (row: PlayerRow) => cellValue(row, by, figure);
  return rows.toSorted((one, other) => compareValues(valueOf(one), valueOf(other), sign) || compareNames(one, other));
}

/** Those without a value come last, whichever the direction. */
function compareValues(one: number | null, other: number | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * (one - other);
}

function compareNames(one: PlayerRow, other: PlayerRow): number {
  return one.player.name.localeCompare(other.player.name) || one.player.id.localeCompare(other.player.id);
}

/** A player's figure in one of the pulls; null: took no part, or it has no such figure. */
export function cellValue(row: PlayerRow, place: number, figure: PlayerFigureKey): number | null {
  const cell = row.cells[place] ?? null;
  return cell === null ? null : playerFigures[figure].read(cell);
}

/** Where a player's figures are compared with: a pull, or the middle of the player's own pulls shown. */
export type PlayerReference = number | 'own median';

export function referenceValue(row: PlayerRow, reference: PlayerReference, figure: PlayerFigureKey): number | null {
  if (reference !== 'own median') return cellValue(row, reference, figure);
  return medianOf(row.cells.map((_, place) => cellValue(row, place, figure)));
}

/** Whether a cell's figure can be compared at all: a healer's healing is no measure of the same player's damage. */
export function isSameMeasure(row: PlayerRow, place: number, reference: PlayerReference, figure: PlayerFigureKey) {
  if (figure !== 'own') return true;
  const measures = new Set(
    (reference === 'own median' ? row.cells : [row.cells[place], row.cells[reference]]).flatMap((cell) =>
      cell === null || cell === undefined ? [] : [cell.role === 'healer'],
    ),
  );
  return measures.size <= 1;
}
