import type { Role } from './lists/classes.ts';
import type { Random } from './random.ts';
import type { Pull, Raider } from './raid-types.ts';

/** What one raider did in one pull: a row of `raid_participants`. */
export interface RaidResult {
  readonly raider: Raider;
  readonly damage: number;
  readonly healing: number;
  readonly taken: number;
  /** Seconds after the pull at which the raider died, in order. */
  readonly diedAt: readonly number[];
  readonly uptimePercentage: number;
}

/** Damage, healing and damage taken per second of an average raider. */
const rates: Readonly<Record<Role, readonly [damage: number, healing: number, taken: number]>> = {
  tank: [21_000, 4200, 19_500],
  healer: [3800, 46_000, 5200],
  dps: [58_000, 1900, 6100],
};
const difficultyFactor = { normal: 1, hard: 1.3, mythic: 1.7 } as const;

/** Plays a pull for each of its raiders. On a wipe nearly all die towards the end; on a kill a few, some brought back. */
export function playPull(random: Random, pull: Pull): readonly RaidResult[] {
  const seconds = pull.foughtSeconds;
  return pull.lineup.map((raider) => {
    if (seconds === 0) return { raider, damage: 0, healing: 0, taken: 0, diedAt: [], uptimePercentage: 100 };
    const diedAt = drawDeaths(random, pull, raider);
    const alive = aliveSeconds(pull, diedAt);
    const [damage, healing, taken] = rates[raider.role];
    const factor = difficultyFactor[pull.difficulty] * alive;
    const vary = (rate: number, spread: number): number =>
      Math.max(0, Math.round(rate * factor * (1 + spread * random.wobble())));
    return {
      raider,
      damage: vary(damage * raider.skill, 0.18),
      healing: vary(healing * raider.skill, 0.22),
      taken: vary(taken / raider.skill, 0.25),
      diedAt,
      uptimePercentage: Math.min(100, Math.max(0, Math.round((alive / seconds) * 100))),
    };
  });
}

/** Back on one's feet half a minute after a death that was not the raid's last. */
const resurrectionSeconds = 30;

function drawDeaths(random: Random, pull: Pull, raider: Raider): readonly number[] {
  const seconds = pull.foughtSeconds;
  const isClumsy = random.chance(0.09 / raider.skill ** 2);
  const early = isClumsy && seconds > 90 ? [random.between(20, seconds - 60)] : [];
  if (pull.status !== 'wipe') return early;
  // The wipe itself takes the last seconds; one or two run away and live.
  const survives = random.chance(0.06);
  return survives ? early : [...early, Math.max(1, seconds - random.between(0, Math.min(25, seconds - 1)))];
}

function aliveSeconds(pull: Pull, diedAt: readonly number[]): number {
  const dead = diedAt.reduce((sum, second) => sum + Math.min(resurrectionSeconds, pull.foughtSeconds - second), 0);
  return Math.max(1, pull.foughtSeconds - dead);
}
