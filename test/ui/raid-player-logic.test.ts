import { describe, expect, it } from 'vitest';
import { exportedColumns, playerGridSizes, playerPullColumns } from '../../renderer/raids/compare/player-columns.ts';
import { courseOf, nightMedians, sayRoles, yardsticksOf } from '../../renderer/raids/compare/player-course.ts';
import {
  asksForBoss,
  bossesOf,
  difficultiesOf,
  toggleBoss,
  withoutChoices,
} from '../../renderer/raids/compare/player-filters.ts';
import type { BossProgress, PlayerMedian, PlayerPull } from '../../shared/raids/progress-types.ts';
import type { RaidRole } from '../../shared/raids/types.ts';

const known: PlayerMedian = {
  damagePerSecond: 111,
  healingPerSecond: 222,
  damageTakenPerSecond: null,
  deaths: null,
  uptimePercent: null,
  percentile: null,
};

/** A pull with what matters here: the other facts of the raid and the participant are not read. */
function pull(role: RaidRole, rate: number | null, night = '2025-11-22', percentile: number | null = 50): PlayerPull {
  const participant = { role, class: 'Druid', damagePerSecond: rate, healingPerSecond: rate, percentile };
  return { raid: { night }, participant } as PlayerPull; // see above
}

describe('what a player’s pulls are compared with', () => {
  it('is the median of all pulls where the player had but one measure', () => {
    const yardsticks = yardsticksOf([pull('tank', 5), pull('dps', 9)], known);
    expect(yardsticks.damage).toEqual({ median: 111, best: 9 });
  });

  it('is kept apart for healing and damage', () => {
    const yardsticks = yardsticksOf([pull('healer', 4), pull('dps', 9), pull('dps', 7), pull('dps', null)], known);
    expect(yardsticks).toEqual({ healing: { median: 4, best: 4 }, damage: { median: 8, best: 9 } });
  });

  it('is nothing without a rate', () => {
    expect(yardsticksOf([pull('healer', null), pull('dps', null)], known).damage).toEqual({ median: null, best: null });
  });
});

describe('the course of a player', () => {
  it('goes from the oldest pull to the newest, without those that lack the figure', () => {
    const course = courseOf([pull('dps', 3), pull('dps', null), pull('dps', 1)], 'own');
    expect(course.map(({ place, value }) => [place, value])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  it('has a median for each night', () => {
    const items = [pull('dps', 9, '2025-11-23'), pull('dps', 5), pull('dps', 1)];
    expect(nightMedians(courseOf(items, 'own'))).toEqual([
      { night: '2025-11-22', first: 1, last: 2, median: 3 },
      { night: '2025-11-23', first: 3, last: 3, median: 9 },
    ]);
  });

  it('names the roles, the most frequent first', () => {
    expect(sayRoles([pull('tank', 1), pull('dps', 1), pull('dps', 1)])).toBe('Damage dealer 2, Tank 1');
  });
});

describe('the chips of a player’s page', () => {
  const progress = [
    { boss: 'Voidmaw', difficulty: 'hard', pullCount: 3 },
    { boss: 'Voidmaw', difficulty: 'mythic', pullCount: 9 },
    { boss: 'The "Long" Dark', difficulty: 'hard', pullCount: 5 },
  ] as readonly Pick<BossProgress, 'boss' | 'difficulty' | 'pullCount'>[] as readonly BossProgress[]; // no more is read
  const names = ['Voidmaw', 'The "Long" Dark'];

  it('count pulls by boss and by difficulty', () => {
    expect(bossesOf(progress).map(({ boss, pullCount }) => [boss, pullCount])).toEqual([
      ['Voidmaw', 12],
      ['The "Long" Dark', 5],
    ]);
    expect(difficultiesOf(progress).map(({ pullCount }) => pullCount)).toEqual([8, 9]);
  });

  it('add a boss to the search and take it away again, whatever its name', () => {
    const one = toggleBoss('result:kill', 'The "Long" Dark', names);
    expect(one).toBe(String.raw`result:kill boss:"The \"Long\" Dark"`);
    expect(asksForBoss(one, 'The "Long" Dark')).toBe(true);
    const both = toggleBoss(one, 'Voidmaw', names);
    expect(asksForBoss(both, 'Voidmaw')).toBe(true);
    expect(toggleBoss(toggleBoss(both, 'Voidmaw', names), 'The "Long" Dark', names)).toBe('result:kill');
  });

  it('choose among what the search finds without them', () => {
    expect(withoutChoices('boss:"Voidmaw" difficulty:mythic deaths:>3', names)).toBe('deaths:>3');
  });
});

describe('the columns of a player’s pulls', () => {
  it('are exported as they are shown', () => {
    expect(exportedColumns(new Set())).toBe(null);
    const columns = exportedColumns(new Set(['damage', 'began']));
    expect(columns).toContain('healingPerSecond');
    expect(columns).not.toContain('damagePerSecond');
    expect(columns?.at(-1)).toBe('raidId');
  });

  it('all fit a window of 1280 pixels', () => {
    expect(Number.parseFloat(playerGridSizes(playerPullColumns).minWidth)).toBeLessThanOrEqual(
      (1280 - 72 - 24 - 2) / 16,
    );
  });
});
