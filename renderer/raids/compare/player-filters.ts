import { quote } from '../../../shared/query/print-value.ts';
import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { raidLanguage } from '../../../shared/raids/language.ts';
import { raidDifficulties, type RaidDifficulty } from '../../../shared/raids/types.ts';
import { addFilter, hasFilterValue, removeFilterValue } from '../../query/query-edit.ts';

/** A boss that the player pulled, in whatever difficulty. */
interface PulledBoss {
  readonly boss: string;
  readonly pullCount: number;
}

/** Bosses by how often they were pulled. */
export function bossesOf(progress: readonly BossProgress[]): readonly PulledBoss[] {
  const counts = new Map<string, number>();
  for (const { boss, pullCount } of progress) counts.set(boss, (counts.get(boss) ?? 0) + pullCount);
  return [...counts]
    .map(([boss, pullCount]) => ({ boss, pullCount }))
    .toSorted((one, other) => other.pullCount - one.pullCount || one.boss.localeCompare(other.boss));
}

/** Pulls by difficulty, the easiest first; difficulties without any are left out. */
export function difficultiesOf(
  progress: readonly BossProgress[],
): readonly { readonly difficulty: RaidDifficulty; readonly pullCount: number }[] {
  return raidDifficulties
    .map((difficulty) => ({
      difficulty,
      pullCount: progress.reduce((sum, boss) => (boss.difficulty === difficulty ? sum + boss.pullCount : sum), 0),
    }))
    .filter(({ pullCount }) => pullCount > 0);
}

export function asksForBoss(text: string, boss: string): boolean {
  return hasFilterValue(text, 'boss', quote(boss), raidLanguage);
}

/** Adds a boss to those asked for, or takes it away. */
export function toggleBoss(text: string, boss: string, bosses: readonly string[]): string {
  const wanted = bosses.filter((one) => asksForBoss(text, one) !== (one === boss));
  const without = withoutBosses(text, bosses);
  return wanted.length === 0 ? without : addFilter(without, `boss:${wanted.map(quote).join(',')}`, raidLanguage);
}

/** The text without what the chips of the page ask for: among what is left they choose. */
export function withoutChoices(text: string, bosses: readonly string[]): string {
  return raidDifficulties.reduce(
    (rest, difficulty) => removeFilterValue(rest, 'difficulty', difficulty, raidLanguage),
    withoutBosses(text, bosses),
  );
}

function withoutBosses(text: string, bosses: readonly string[]): string {
  return bosses.reduce((rest, boss) => removeFilterValue(rest, 'boss', quote(boss), raidLanguage), text);
}

/** Only pulls with this player, by id: names may be shared. */
export function withPlayerId(text: string, playerId: string): string {
  return addFilter(text, `with:${quote(playerId)}`, raidLanguage);
}
