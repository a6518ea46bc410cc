import { describe, expect, it } from 'vitest';
import { raidInstances } from '../../electron/sample/lists/bosses.ts';
import { drawCourse, type RaidCourse } from '../../electron/sample/raid-course.ts';
import { enrageSeconds, type Pull } from '../../electron/sample/raid-types.ts';
import { Random } from '../../electron/sample/random.ts';

type Status = 'wipe' | 'victory' | 'in_progress';

function makePull(status: Status, health: number, foughtSeconds: number, instance = 0, boss = 0): Pull {
  const raidInstance = raidInstances[instance];
  const fought = raidInstance?.bosses[boss];
  if (raidInstance === undefined || fought === undefined) throw new Error('no such boss');
  return {
    id: 'pull',
    instance: raidInstance,
    boss: fought,
    difficulty: 'hard',
    status,
    health,
    foughtSeconds,
    createdAt: 0,
    startedAt: 30,
    endedAt: 30 + foughtSeconds,
    seed: 1,
  } as unknown as Pull; // a course does not ask who raids
}

/** Pulls of every kind: each boss, short and long, won and lost. */
function listPulls(): Pull[] {
  const random = new Random(5, 'pulls');
  return raidInstances.flatMap((raidInstance, instance) =>
    raidInstance.bosses.flatMap((_, boss) =>
      Array.from({ length: 40 }, (__, index) => {
        if (index % 4 === 0) return makePull('victory', 0, random.between(180, 700), instance, boss);
        const status = index % 4 === 1 ? 'in_progress' : 'wipe';
        return makePull(status, random.between(1, 96), random.between(21, 650), instance, boss);
      }),
    ),
  );
}

const played = listPulls().map((pull, index) => ({ pull, course: drawCourse(new Random(index, 'course'), pull) }));

function everySecond({ pull, course }: { pull: Pull; course: RaidCourse }): number[] {
  return Array.from({ length: pull.foughtSeconds + 1 }, (_, second) => course.healthAt(second));
}

describe('the course of a pull', () => {
  it('is the same for the same seed and another for another', () => {
    const pull = makePull('wipe', 20, 300);
    const seconds = Array.from({ length: 300 }, (_, second) => second);
    const healths = (seed: number): number[] => {
      const course = drawCourse(new Random(seed, 'course'), pull);
      return seconds.map((second) => course.healthAt(second));
    };
    expect(healths(1)).toEqual(healths(1));
    expect(healths(1)).not.toEqual(healths(2));
  });

  it("begins at 100, never rises and ends at the pull's own health, in whole percent", () => {
    for (const each of played) {
      const healths = everySecond(each);
      expect(healths[0]).toBe(100);
      expect(healths.at(-1)).toBe(each.pull.health);
      expect(healths.every((health, index) => index === 0 || health <= (healths[index - 1] ?? 0))).toBe(true);
      expect(healths.every(Number.isInteger)).toBe(true);
      expect(each.course.healthAt(each.pull.foughtSeconds + 200)).toBe(each.pull.health);
    }
  });

  it('shows 0 only when the boss is dead', () => {
    for (const each of played.filter(({ pull }) => pull.status === 'victory')) {
      expect(everySecond(each).filter((health) => health === 0).length).toBe(1);
    }
  });

  it('reaches each phase at its threshold, and there the health stands still for a while', () => {
    let seen = 0;
    for (const { pull, course } of played) {
      const thresholds = pull.boss.phases.filter((threshold) => threshold > pull.health);
      expect(course.phaseSeconds.map((second) => course.healthAt(second))).toEqual(thresholds);
      if (pull.foughtSeconds < 300) continue;
      for (const second of course.phaseSeconds) {
        seen += 1;
        expect(course.healthAt(second + 8)).toBe(course.healthAt(second));
      }
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('falls faster in the first twenty seconds than later', () => {
    const long = played.filter(({ pull }) => pull.foughtSeconds > 200 && pull.health < 60);
    for (const { pull, course } of long) {
      const first = (100 - course.healthAt(20)) / 20;
      const whole = (100 - pull.health) / pull.foughtSeconds;
      expect(first).toBeGreaterThan(whole);
    }
    expect(long.length).toBeGreaterThan(100);
  });

  it('fades before the call to wipe, after which nobody hits the boss', () => {
    for (const { pull, course } of played.filter(({ pull: { status } }) => status === 'wipe')) {
      const call = course.wipeCallSecond ?? Number.NaN;
      expect(call).toBeGreaterThanOrEqual(pull.foughtSeconds - 8);
      expect(course.healthAt(call)).toBe(pull.health);
    }
    const others = played.filter(({ pull: { status } }) => status !== 'wipe');
    expect(others.every(({ course }) => course.wipeCallSecond === null)).toBe(true);
  });

  it('knows an enrage only of pulls that outlast the fight', () => {
    for (const { pull, course } of played) {
      const limit = enrageSeconds(pull.boss, pull.difficulty);
      expect(course.enrageSecond).toBe(limit < (course.wipeCallSecond ?? pull.foughtSeconds) ? limit : null);
    }
    expect(played.some(({ course }) => course.enrageSecond !== null)).toBe(true);
  });

  it('is dangerous soon after each change of phase', () => {
    for (const { pull, course } of played) {
      for (const second of course.phaseSeconds.filter((phase) => phase + 12 < pull.foughtSeconds - 8)) {
        expect(course.dangerSeconds.some((danger) => danger >= second + 3 && danger <= second + 12)).toBe(true);
      }
    }
  });
});
