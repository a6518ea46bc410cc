import type { Raid } from '../../../shared/raids/types.ts';
import { difficultyNames } from '../raid-format.ts';

/** `Voidmaw Mythic pull 7`: of files that are written about a pull. */
export function nameOfRaid({ boss, difficulty, pullNumber }: Pick<Raid, 'boss' | 'difficulty' | 'pullNumber'>): string {
  return `${boss} ${difficultyNames[difficulty]}${pullNumber === null ? '' : ` pull ${pullNumber}`}`;
}
