import { describe, expect, it } from 'vitest';
import { markRadius, nearestNumber, thinOut } from '../../renderer/raids/progression/chart-places.ts';
import {
  bestPulls,
  bestWipeOf,
  firstKillOf,
  nightFigures,
  nightSpans,
  sayPull,
} from '../../renderer/raids/progression/pull-course.ts';
import type { ProgressPull } from '../../shared/raids/types.ts';

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
    expect(markRadius(1.1)).toBe(1.25);
  });
});
