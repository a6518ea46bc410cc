import type { Random } from './random.ts';
import { enrageSeconds, type Pull } from './raid-types.ts';

/** How a pull went, second by second; all seconds count from the pull. */
export interface RaidCourse {
  /** When the second phase began, the third ..., as far as the raid came. */
  readonly phaseSeconds: readonly number[];
  /** Null if the pull ended before. */
  readonly enrageSecond: number | null;
  /** Null unless it ended in a wipe. From here on nobody hits the boss. */
  readonly wipeCallSecond: number | null;
  /** When raiders are likely to die: soon after each change of phase, and now and then between. In order. */
  readonly dangerSeconds: readonly number[];
  /** The boss's health in whole percent: 100 at the pull, never rising, the raid's own at the end; 0 only when dead. */
  healthAt(second: number): number;
}

/** A stretch of the fight over which the boss falls evenly. Without a length it takes its share of the time left. */
interface Stretch {
  readonly until: number;
  readonly drop: number;
  readonly seconds?: number;
  /** Compared with the others, how long a percent takes. */
  readonly slowness?: number;
}

interface Knot {
  readonly second: number;
  readonly health: number;
}

/** Stretches between two changes of phase are about so long. */
const stretchSeconds = 18;

/**
 * The course of a fight as raids know it: a burst at the pull, health standing still while each phase changes, better
 * and worse stretches between, and in a wipe the damage fading as the raid dies. It is drawn as knots of a line, so that
 * it meets each threshold exactly and ends at the health that the raid's row tells.
 */
export function drawCourse(random: Random, pull: Pull): RaidCourse {
  const fought = pull.foughtSeconds;
  const wipeCallSecond = pull.status === 'wipe' ? Math.max(1, fought - random.between(2, 8)) : null;
  const phases = pull.boss.phases.filter((threshold) => threshold > pull.health);
  const knots = layOut(drawStretches(random, pull, phases, wipeCallSecond ?? fought), wipeCallSecond ?? fought);
  const phaseSeconds = phases.map((threshold) => Math.ceil(secondAtHealth(knots, threshold)));
  const enrageSecond = enrageSeconds(pull.boss, pull.difficulty);
  return {
    phaseSeconds,
    enrageSecond: enrageSecond < (wipeCallSecond ?? fought) ? enrageSecond : null,
    wipeCallSecond,
    dangerSeconds: drawDangers(random, phaseSeconds, wipeCallSecond ?? fought),
    // Up, so that a boss with half a percent left is not called dead.
    healthAt: (second) => Math.ceil(healthOn(knots, second)),
  };
}

function drawStretches(random: Random, pull: Pull, phases: readonly number[], seconds: number): Stretch[] {
  const marks = [...phases, pull.health];
  const perSecond = (100 - pull.health) / Math.max(1, seconds);
  const pauses = phases.map(() => random.between(10, 30));
  const pauseSum = pauses.reduce((sum, pause) => sum + pause, 0);
  // A short pull has shorter pauses: the boss must fall in the rest of the time.
  const pauseFactor = Math.min(1, (0.25 * seconds) / Math.max(1, pauseSum));
  const openerSeconds = Math.min(random.between(20, 30), 0.3 * seconds);
  const fadeSeconds = pull.status === 'wipe' ? Math.min(random.between(15, 25), 0.2 * seconds) : 0;

  const stretches: Stretch[] = [];
  let health = 100;
  for (const [index, mark] of marks.entries()) {
    const isLast = index === marks.length - 1;
    const all = health - mark;
    const opener = index === 0 ? Math.min(0.6 * all, 1.7 * perSecond * openerSeconds) : 0;
    const fade = isLast ? Math.min(0.25 * all, 0.4 * perSecond * fadeSeconds) : 0;
    if (index === 0) stretches.push({ until: health - opener, drop: opener, seconds: openerSeconds });
    stretches.push(...drawFight(random, health - opener, mark + fade, perSecond));
    if (isLast && fadeSeconds > 0) stretches.push(...drawFade(mark, fade, fadeSeconds));
    if (!isLast) stretches.push({ until: mark, drop: 0, seconds: (pauses[index] ?? 0) * pauseFactor });
    health = mark;
  }
  return stretches;
}

/** The fight between two changes of phase, now faster, now slower. */
function drawFight(random: Random, from: number, until: number, perSecond: number): Stretch[] {
  const drop = from - until;
  const count = Math.max(1, Math.round(drop / Math.max(1e-6, perSecond * stretchSeconds)));
  return Array.from({ length: count }, (_, index) => ({
    until: index === count - 1 ? until : from - (drop * (index + 1)) / count,
    drop: drop / count,
    slowness: 1 + 0.45 * random.wobble(),
  }));
}

/** The raid dies: three shorter and shorter steps down. */
function drawFade(until: number, drop: number, seconds: number): Stretch[] {
  return [0.35, 0.1, 0].map((left, index) => ({
    until: until + drop * left,
    drop: drop * ([0.65, 0.25, 0.1][index] ?? 0),
    seconds: seconds / 3,
  }));
}

/** Puts the stretches one after another over the fight's seconds. */
function layOut(stretches: readonly Stretch[], seconds: number): Knot[] {
  const fixed = stretches.reduce((sum, stretch) => sum + (stretch.seconds ?? 0), 0);
  const share = (stretch: Stretch): number => stretch.drop * (stretch.slowness ?? 1);
  const shares = stretches.reduce((sum, stretch) => sum + (stretch.seconds === undefined ? share(stretch) : 0), 0);
  const knots: Knot[] = [{ second: 0, health: 100 }];
  let second = 0;
  for (const stretch of stretches) {
    second += stretch.seconds ?? (shares > 0 ? ((seconds - fixed) * share(stretch)) / shares : 0);
    knots.push({ second, health: stretch.until });
  }
  // The sum of the parts may miss the end by a rounding error.
  const end = knots.at(-1);
  if (end !== undefined) knots.splice(-1, 1, { second: seconds, health: end.health });
  return knots;
}

function healthOn(knots: readonly Knot[], second: number): number {
  let before: Knot | undefined;
  for (const knot of knots) {
    if (knot.second >= second) {
      if (before === undefined || knot.second === second) return knot.health;
      const part = (second - before.second) / (knot.second - before.second);
      return Math.max(knot.health, before.health + (knot.health - before.health) * part);
    }
    before = knot;
  }
  return before?.health ?? 100;
}

function secondAtHealth(knots: readonly Knot[], health: number): number {
  return knots.find((knot) => knot.health <= health)?.second ?? 0;
}

function drawDangers(random: Random, phaseSeconds: readonly number[], seconds: number): number[] {
  const dangers = phaseSeconds.map((second) => second + random.between(3, 12));
  for (let second = random.between(25, 60); second < seconds; second += random.between(55, 95)) dangers.push(second);
  return dangers.filter((second) => second < seconds).toSorted((a, b) => a - b);
}
