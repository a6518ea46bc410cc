import { describe, expect, it } from 'vitest';
import { markRadius, nearestNumber, nearestPlace, thinOut } from '../../renderer/charts/chart-places.ts';
import {
  bestPulls,
  bestWipeOf,
  firstKillOf,
  nightFigures,
  nightSpans,
  pullsIn,
  rangeBetween,
  sayPull,
} from '../../renderer/raids/progression/pull-course.ts';
import { groupByDifficulty, sortBosses } from '../../renderer/raids/progression/progress-order.ts';
import type { BossProgress, ProgressPull } from '../../shared/raids/progress-types.ts';

function pull(number: number, healthLeft: number, facts: Partial<ProgressPull> = {}): ProgressPull {
  return {
    raidId: `raid-${number}`,
    number,
    startedAt: '2025-11-22 19:00:00',
    night: '2025-11-22',
    result: healthLeft === 0 ? 'kill' : 'wipe',
    healthLeft,
    bestSoFar: healthLeft,
    deaths: 20,
    durationSeconds: 300,
    ...facts,
  };
}

const sunday = '2025-11-23';
const evening = [
  pull(1, 80),
  pull(2, 35, { deaths: null }),
  pull(3, 60, { night: sunday }),
  pull(4, 0, { night: sunday }),
];

describe('the nights of a boss', () => {
  it('are told apart in the order of the pulls', () => {
    expect(nightSpans(evening)).toEqual([
      { night: '2025-11-22', first: 1, last: 2 },
      { night: sunday, first: 3, last: 4 },
    ]);
    expect(nightSpans([])).toEqual([]);
  });

  it('count deaths for each pull that lists participants, and the middle of the lengths', () => {
    const totals = { killCount: 0, wipeCount: 2, fightSeconds: 600, bestHealth: 35 };
    const nights = [{ night: '2025-11-22', pullCount: 2, deaths: 20, ...totals }];
    const pulls = [pull(1, 80, { durationSeconds: 100 }), pull(2, 35, { deaths: null, durationSeconds: 500 })];
    expect(nightFigures({ nights, pulls })).toMatchObject([
      { deathsPerPull: 20, shortestSeconds: 100, medianSeconds: 100, longestSeconds: 500 },
    ]);
    expect(nightFigures({ nights, pulls: [] })).toMatchObject([{ deathsPerPull: null, medianSeconds: null }]);
  });
});

describe('the pulls worth comparing', () => {
  it('are the first kill and the wipe that left the least health', () => {
    expect(firstKillOf(evening)?.number).toBe(4);
    expect(bestWipeOf(evening)?.number).toBe(2);
    expect(firstKillOf(evening.slice(0, 3))).toBe(null);
    expect(bestWipeOf([pull(1, 0)])).toBe(null);
  });

  it('of a long range are the best ones, in the order in which they were fought', () => {
    expect(bestPulls(evening, 2).map(({ number }) => number)).toEqual([2, 4]);
    const kills = [pull(1, 0, { durationSeconds: null }), pull(2, 0, { durationSeconds: 400 }), pull(3, 0)];
    expect(bestPulls(kills, 1).map(({ number }) => number)).toEqual([3]);
  });
});

describe('a pull in words', () => {
  it('says what is known of it', () => {
    expect(sayPull(pull(12, 34))).toBe('Pull 12, Wipe 34 %, best so far 34 %, 5:00, 20 deaths, night of 2025-11-22');
    expect(sayPull(pull(1, 0, { deaths: null, durationSeconds: null, night: null }))).toBe(
      'Pull 1, Kill, best so far 0 %, length not known, deaths not known, night not known',
    );
  });
});

describe('places in the charts', () => {
  it('leave out labels that would run into each other', () => {
    const placed = thinOut([0, 10, 45, 80], (x) => x, 40);
    expect(placed.map(({ isWritten }) => isWritten)).toEqual([true, false, true, false]);
  });

  it('find the pull under the pointer, also beyond the ends', () => {
    const placeOf = (number: number) => number * 10;
    expect(nearestNumber(34, placeOf, 5)).toBe(3);
    expect(nearestNumber(-50, placeOf, 5)).toBe(1);
    expect(nearestNumber(500, placeOf, 5)).toBe(5);
    expect(nearestNumber(5, placeOf, 0)).toBe(null);
  });

  it('shrink the marks of many pulls', () => {
    expect(markRadius(40)).toBe(5);
    expect(markRadius(1.1)).toBe(1.75);
  });
});

describe('the pull under the pointer', () => {
  const places = [
    { x: 10, y: 100 },
    { x: 20, y: 0 },
    { x: 30, y: 50 },
  ];

  it('is the one of the column where pulls stand apart, however high the pointer is', () => {
    expect(nearestPlace(places, { x: 21, y: 90 }, 10)).toBe(places[1]);
  });

  it('is the nearest in every direction where they crowd', () => {
    expect(nearestPlace(places, { x: 21, y: 90 }, 1)).toBe(places[0]);
    expect(nearestPlace(places, { x: 500, y: 90 }, 1)).toBe(places[2]);
    expect(nearestPlace([], { x: 1, y: 1 }, 1)).toBe(null);
  });
});

describe('the order of bosses', () => {
  function boss(name: string, facts: Partial<BossProgress> = {}): BossProgress {
    return {
      boss: name,
      difficulty: 'hard',
      firstAt: '2025-01-01 20:00:00',
      lastAt: '2025-01-01 22:00:00',
      nightCount: 1,
      firstKill: null,
      deathsPerPull: null,
      pullCount: 1,
      killCount: 0,
      wipeCount: 1,
      fightSeconds: 300,
      deaths: 0,
      bestHealth: 50,
      ...facts,
    };
  }

  it('puts those without the figure last in either direction', () => {
    const bosses = [boss('A', { deathsPerPull: 3 }), boss('B'), boss('C', { deathsPerPull: 9 })];
    const names = (isDescending: boolean) => sortBosses(bosses, { by: 'deaths', isDescending }).map((one) => one.boss);
    expect(names(true)).toEqual(['C', 'A', 'B']);
    expect(names(false)).toEqual(['A', 'C', 'B']);
  });

  it('groups them by difficulty, the hardest first', () => {
    const bosses = [boss('A'), boss('B', { difficulty: 'mythic' }), boss('C')];
    expect(
      groupByDifficulty(bosses).map((group) => [group.difficulty, ...group.bosses.map((one) => one.boss)]),
    ).toEqual([
      ['mythic', 'B'],
      ['hard', 'A', 'C'],
    ]);
  });
});

describe('a range of pulls', () => {
  it('has both its ends, whichever was chosen first', () => {
    expect(rangeBetween(3, 2)).toEqual({ low: 2, high: 3 });
    expect(pullsIn(evening, rangeBetween(3, 2)).map(({ number }) => number)).toEqual([2, 3]);
  });
});
