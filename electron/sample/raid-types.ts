import type { Boss, RaidInstance } from './lists/bosses.ts';
import type { Role } from './lists/classes.ts';
import type { Guild, Player } from './world.ts';

export type Difficulty = 'normal' | 'hard' | 'mythic';

/** A player's fixed place in a guild's raid. */
export interface Raider {
  readonly player: Player;
  readonly role: Role;
  readonly className: string;
  /** Around 1; better raiders do more and die less. */
  readonly skill: number;
}

export interface RaidingGuild {
  readonly guild: Guild;
  readonly roster: readonly Raider[];
  readonly raidSize: number;
  readonly skill: number;
}

/** One attempt at a boss: a row of `raids`. */
export interface Pull {
  readonly id: string;
  readonly raiding: RaidingGuild;
  readonly instance: RaidInstance;
  readonly boss: Boss;
  readonly difficulty: Difficulty;
  readonly status: 'preparing' | 'in_progress' | 'wipe' | 'victory';
  readonly createdAt: number;
  /** Null while preparing. */
  readonly startedAt: number | null;
  /** Null while preparing or under way. */
  readonly endedAt: number | null;
  /** Seconds fought so far. */
  readonly foughtSeconds: number;
  /** The boss's health at the end, or now. */
  readonly health: number;
  readonly lineup: readonly Raider[];
  /** Seed of what happens inside, so that it can be played when its turn comes. */
  readonly seed: number;
}

const fightLength: Readonly<Record<Difficulty, number>> = { normal: 1, hard: 1.12, mythic: 1.25 };

/** How long a boss is usually fought until it dies, by guilds that are just able to kill it. */
export function usualFightSeconds(boss: Boss, difficulty: Difficulty): number {
  return boss.fightSeconds * fightLength[difficulty];
}

/** A boss that lives a little longer than it usually does loses its temper. */
export function enrageSeconds(boss: Boss, difficulty: Difficulty): number {
  return Math.round(usualFightSeconds(boss, difficulty) * 1.05);
}
