import type { PlayerMedian, PlayerPull } from '../../../shared/raids/progress-types.ts';
import { raidRoles, type RaidRole } from '../../../shared/raids/types.ts';
import { roleNames } from '../raid-format.ts';
import { ownRate } from './align-players.ts';
import { medianOf } from './difference.ts';

/** What a player's pulls are compared with, by the role's own figure per second. */
export interface OwnYardstick {
  readonly median: number | null;
  readonly best: number | null;
}

/** Healers are measured by their healing, all others by their damage. */
export type Measure = 'healing' | 'damage';

export function measureOf(role: RaidRole): Measure {
  return role === 'healer' ? 'healing' : 'damage';
}

/**
 * The middle and the best of a player's own figure, for each measure. The middle of all pulls that the query finds is known
 * where the player had but one measure; else it is that of the loaded pulls.
 */
export function yardsticksOf(
  items: readonly PlayerPull[],
  median: PlayerMedian,
): Readonly<Record<Measure, OwnYardstick>> {
  const ratesOf = (measure: Measure) =>
    items
      .filter(({ participant }) => measureOf(participant.role) === measure)
      .map(({ participant }) => ownRate(participant));
  const healing = ratesOf('healing');
  const damage = ratesOf('damage');
  const known = {
    healing: damage.length === 0 ? median.healingPerSecond : medianOf(healing),
    damage: healing.length === 0 ? median.damagePerSecond : medianOf(damage),
  };
  return {
    healing: { median: known.healing, best: bestOf(healing) },
    damage: { median: known.damage, best: bestOf(damage) },
  };
}

function bestOf(rates: readonly (number | null)[]): number | null {
  return rates.reduce((best, rate) => (rate !== null && (best === null || rate > best) ? rate : best), null);
}

/** `Damage dealer 34, Tank 2`: most frequent first. */
export function sayRoles(items: readonly PlayerPull[]): string {
  return raidRoles
    .map((role) => ({ role, count: items.filter(({ participant }) => participant.role === role).length }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .map(({ role, count }) => `${roleNames[role]} ${count}`)
    .join(', ');
}

/** `Mage, Druid`: in the order in which they were played last. */
export function sayClasses(items: readonly PlayerPull[]): string {
  return [...new Set(items.map(({ participant }) => participant.class))].join(', ');
}

export const courseFigures = ['percentile', 'own'] as const;
export type CourseFigure = (typeof courseFigures)[number];

/** One pull in the chart of a player's pulls. */
export interface CoursePoint {
  readonly pull: PlayerPull;
  /** From 1 on, oldest first, among those that have the figure. */
  readonly place: number;
  readonly value: number;
}

/** The pulls that have the figure, oldest first. */
export function courseOf(items: readonly PlayerPull[], figure: CourseFigure): readonly CoursePoint[] {
  return items
    .toReversed()
    .flatMap((pull) => {
      const { participant } = pull;
      const value = figure === 'percentile' ? participant.percentile : ownRate(participant);
      return value === null ? [] : [{ pull, value }];
    })
    .map((point, index) => ({ ...point, place: index + 1 }));
}

/** The middle value of each night, from its first point to its last. */
export interface NightMedian {
  readonly night: string | null;
  readonly first: number;
  readonly last: number;
  readonly median: number;
}

export function nightMedians(points: readonly CoursePoint[]): readonly NightMedian[] {
  const nights: { night: string | null; first: number; last: number; values: number[] }[] = [];
  for (const { pull, place, value } of points) {
    const { night } = pull.raid;
    const open = nights.at(-1);
    if (open?.night === night) {
      open.last = place;
      open.values.push(value);
    } else {
      nights.push({ night, first: place, last: place, values: [value] });
    }
  }
  return nights.map(({ values, ...night }) => ({ ...night, median: medianOf(values) ?? 0 }));
}
