import type { Role } from './lists/classes.ts';
import type { RaidCourse } from './raid-course.ts';
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
  /** When somebody brought them back: the first of these follows the first death. */
  readonly revivedAt: readonly number[];
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
export function playPull(random: Random, pull: Pull, course: RaidCourse): readonly RaidResult[] {
  const seconds = pull.foughtSeconds;
  const fates = seconds === 0 ? pull.lineup.map(() => unharmed) : drawFates(random, pull, course);
  return pull.lineup.map((raider, index) => {
    const { diedAt, revivedAt } = fates[index] ?? unharmed;
    if (seconds === 0) return { raider, damage: 0, healing: 0, taken: 0, diedAt, revivedAt, uptimePercentage: 100 };
    const alive = Math.max(1, seconds - deadSeconds(pull, diedAt, revivedAt));
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
      revivedAt,
      uptimePercentage: Math.min(100, Math.max(0, Math.round((alive / seconds) * 100))),
    };
  });
}

interface Fate {
  readonly diedAt: readonly number[];
  readonly revivedAt: readonly number[];
}

const unharmed: Fate = { diedAt: [], revivedAt: [] };
/** Nobody dies early in a shorter pull, nor in the last minute of a longer one: that is the wipe's. */
const earlyDeathsFrom = 90;
const lastMinute = 60;

function drawFates(random: Random, pull: Pull, course: RaidCourse): Fate[] {
  const early = pull.lineup.map((raider) => drawEarlyDeath(random, pull, raider, course));
  const revived = drawRevivals(random, pull, early);
  return early.map((second, index) => {
    const diedAt = second === null ? [] : [second];
    const revivedAt = revived.get(index);
    const isUp = second === null || revivedAt !== undefined;
    if (pull.status === 'wipe' && isUp) diedAt.push(...drawWipeDeath(random, pull));
    return { diedAt, revivedAt: revivedAt === undefined ? [] : [revivedAt] };
  });
}

/** A weaker raider is caught by one of the fight's dangers more often; some dangers are worse than others. */
function drawEarlyDeath(random: Random, pull: Pull, raider: Raider, course: RaidCourse): number | null {
  const seconds = pull.foughtSeconds;
  if (!random.chance(0.09 / raider.skill ** 2) || seconds <= earlyDeathsFrom) return null;
  const dangers = course.dangerSeconds.filter((second) => second <= seconds - lastMinute - 6);
  if (dangers.length === 0) return random.between(20, seconds - lastMinute);
  const danger = dangers[Math.floor(random.fraction() ** 1.7 * dangers.length)] ?? 20;
  return danger + random.between(0, 6);
}

/** Who is brought back, by place in the line-up: one or two in a short fight, more in a long one, the first to die. */
function drawRevivals(random: Random, pull: Pull, early: readonly (number | null)[]): ReadonlyMap<number, number> {
  const dead = early.flatMap((second, index) => (second === null ? [] : [{ second, index }]));
  const charges = 1 + Math.floor(pull.foughtSeconds / 180);
  const first = dead.toSorted((a, b) => a.second - b.second).slice(0, charges);
  return new Map(first.map(({ second, index }) => [index, second + random.between(9, 28)]));
}

/** The wipe itself takes the last seconds, most of the raid at the very end; one or two run away and live. */
function drawWipeDeath(random: Random, pull: Pull): readonly number[] {
  if (random.chance(0.06)) return [];
  const before = Math.floor(Math.min(26, pull.foughtSeconds - 1) * random.fraction() ** 1.3);
  return [Math.max(1, pull.foughtSeconds - before)];
}

function deadSeconds(pull: Pull, diedAt: readonly number[], revivedAt: readonly number[]): number {
  return diedAt.reduce((sum, second, index) => sum + (revivedAt[index] ?? pull.foughtSeconds) - second, 0);
}
