import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { raidDifficulties, type RaidDifficulty } from '../../../shared/raids/types.ts';

/** By what the bosses can be sorted. */
export type ProgressColumn =
  | 'boss'
  | 'pulls'
  | 'nights'
  | 'kills'
  | 'best'
  | 'firstKill'
  | 'pullsToKill'
  | 'deaths'
  | 'time'
  | 'last';

export interface ProgressOrder {
  readonly by: ProgressColumn;
  readonly isDescending: boolean;
}

/** How the table of bosses is shown. */
export interface ProgressView {
  /** Null: of all raids. */
  readonly guildId: string | null;
  readonly isGrouped: boolean;
  readonly order: ProgressOrder;
}

export const firstProgressView: ProgressView = {
  guildId: null,
  isGrouped: false,
  order: { by: 'last', isDescending: true },
};

/** Null: has none, and comes last whichever the direction. */
function valueOf(boss: BossProgress, column: ProgressColumn): number | string | null {
  switch (column) {
    case 'boss':
      return boss.boss;
    case 'pulls':
      return boss.pullCount;
    case 'nights':
      return boss.nightCount;
    case 'kills':
      return boss.killCount;
    case 'best':
      return boss.bestHealth;
    case 'firstKill':
      return boss.firstKill?.at ?? null;
    case 'pullsToKill':
      return boss.firstKill?.pullCount ?? null;
    case 'deaths':
      return boss.deathsPerPull;
    case 'time':
      return boss.fightSeconds;
    case 'last':
      return boss.lastAt;
  }
}

/** Sorts bosses; equals keep the order in which they came, which is the latest pulled first. */
export function sortBosses(
  bosses: readonly BossProgress[],
  { by, isDescending }: ProgressOrder,
): readonly BossProgress[] {
  return bosses.toSorted((one, other) => {
    const [first, second] = [valueOf(one, by), valueOf(other, by)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return (isDescending ? -1 : 1) * compareValues(first, second);
  });
}

function compareValues(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}

/** The hardest first; difficulties without bosses are left out. */
export function groupByDifficulty(
  bosses: readonly BossProgress[],
): readonly { readonly difficulty: RaidDifficulty; readonly bosses: readonly BossProgress[] }[] {
  return raidDifficulties
    .toReversed()
    .map((difficulty) => ({ difficulty, bosses: bosses.filter((boss) => boss.difficulty === difficulty) }))
    .filter((group) => group.bosses.length > 0);
}
