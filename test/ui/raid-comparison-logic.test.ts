import { describe, expect, it } from 'vitest';
import {
  alignPlayers,
  cellValue,
  groupByRole,
  isSameMeasure,
  referenceValue,
} from '../../renderer/raids/compare/align-players.ts';
import { columnsOf, explainNoMedian, referenceAmong } from '../../renderer/raids/compare/comparison-columns.ts';
import { dodgeLabels } from '../../renderer/raids/compare/end-labels.ts';
import { curveLines, lastSecond, pointAt } from '../../renderer/raids/compare/curve-lines.ts';
import { differenceOf, medianOf, sayDifference } from '../../renderer/raids/compare/difference.ts';
import { lineStyleOf } from '../../renderer/raids/compare/line-styles.ts';
import { figuresOfRaid, pullFigures, termsOf } from '../../renderer/raids/compare/pull-figures.ts';
import type { ComparedPull, PullMedian, RaidComparison } from '../../shared/raids/progress-types.ts';
import type { Participant } from '../../shared/raids/pull-types.ts';
import type { Raid } from '../../shared/raids/types.ts';

function namedAs(name: string) {
  return { id: `id-${name}`, name, isPlaceholder: false };
}

const plainRaid: Raid = {
  id: 'raid',
  name: 'Sunday raid',
  boss: 'Voidmaw',
  difficulty: 'mythic',
  result: 'wipe',
  healthLeft: 40,
  createdAt: '2025-11-22 19:00:00',
  startedAt: '2025-11-22 19:05:00',
  endedAt: '2025-11-22 19:10:00',
  durationSeconds: 300,
  durationFrom: 'recorded',
  night: '2025-11-22',
  server: namedAs('Frostfall'),
  leader: namedAs('Lera'),
  guild: null,
  playerCount: 20,
  composition: [],
  deaths: 20,
  damage: 300_000,
  healing: 150_000,
  damageTaken: 200_000,
  damagePerSecond: 1000,
  pullNumber: 1,
  oddities: [],
  isStarred: false,
  tags: [],
  hasNote: false,
};

const plainParticipant: Participant = {
  player: namedAs('Anna'),
  role: 'dps',
  class: 'Mage',
  damage: 3000,
  healing: 300,
  damageTaken: 600,
  deaths: 1,
  uptimePercent: 90,
  damagePerSecond: 10,
  healingPerSecond: 1,
  damageTakenPerSecond: 2,
  damageShare: 0.1,
  healingShare: 0.1,
  damageTakenShare: 0.1,
  rank: 1,
  percentile: 50,
  comparedCount: 3,
};

function player(name: string, facts: Partial<Participant> = {}): Participant {
  return { ...plainParticipant, player: namedAs(name), ...facts };
}

function pull(id: string, facts: Partial<Raid> = {}, parts: Partial<ComparedPull> = {}): ComparedPull {
  return { raid: { ...plainRaid, id, ...facts }, participants: [], samples: [], ...parts };
}

const plainMedian: PullMedian = {
  pullCount: 9,
  durationSeconds: 310,
  healthLeft: 35,
  deaths: 19,
  damagePerSecond: 1100,
  playerCount: 20,
  curve: [],
};

function comparison(parts: Partial<RaidComparison>): RaidComparison {
  return { pulls: [pull('one'), pull('two', { pullNumber: 2 })], best: null, median: null, ...parts };
}

function samples(...values: readonly (readonly [second: number, health: number])[]) {
  return values.map(([second, health]) => ({ atMs: second * 1000, second, health, messageId: null }));
}

describe('a difference', () => {
  const deaths = { ...pullFigures.deaths, better: 'less' } as const;

  it('has a sign, and says whether it is better', () => {
    expect(differenceOf(8, 5, deaths)).toMatchObject({ text: '+3', word: 'worse', percentText: '+60 %' });
    expect(differenceOf(2, 5, deaths)).toMatchObject({ text: '−3', word: 'better', percentText: '−60 %' });
  });

  it('is in neutral words where neither way is better', () => {
    const players = { ...pullFigures.players, better: 'neither' } as const;
    expect(differenceOf(25, 20, players)).toMatchObject({ judgement: null, text: '+5', word: 'larger' });
  });

  it('is none where a figure is not known', () => {
    expect(differenceOf(null, 5, deaths)).toBe(null);
    expect(differenceOf(5, null, deaths)).toBe(null);
  });

  it('of what is written alike is no difference', () => {
    const rate = { ...pullFigures.damage, better: 'more' } as const;
    expect(differenceOf(1_000_000.2, 1_000_000, rate)).toMatchObject({ direction: 'same', text: 'same' });
    expect(sayDifference(differenceOf(5, 5, deaths), 'A')).toBe('the same as A');
  });

  it('to nothing has no percent', () => {
    expect(sayDifference(differenceOf(3, 0, deaths), 'the best pull')).toBe('+3, worse than the best pull');
  });

  it('in length is judged between kills alone', () => {
    const kill = figuresOfRaid({ ...plainRaid, result: 'kill', healthLeft: 0 });
    const wipe = figuresOfRaid(plainRaid);
    expect(termsOf('duration', kill, kill).better).toBe('less');
    expect(termsOf('duration', kill, wipe).better).toBe('neither');
  });

  it('is not made of a rate without a length', () => {
    expect(figuresOfRaid({ ...plainRaid, durationSeconds: 0 }).values.healing).toBe(null);
    expect(figuresOfRaid(plainRaid).values.healing).toBe(500);
  });
});

describe('the median of a few values', () => {
  it('is the middle one, or between the two in the middle, of those that are known', () => {
    expect(medianOf([9, 1, null, 5])).toBe(5);
    expect(medianOf([4, 1])).toBe(2.5);
    expect(medianOf([null])).toBe(null);
  });
});

describe('players side by side', () => {
  const rows = alignPlayers([
    [player('Anna'), player('Ben', { role: 'healer', healingPerSecond: 8 })],
    [player('Ben', { role: 'healer', healingPerSecond: 9 }), player('Cleo', { role: 'tank', damagePerSecond: 4 })],
    [player('Ben', { role: 'dps', class: 'Druid' }), player('Anna', { damagePerSecond: 30 })],
  ]);
  const rowOf = (name: string) => {
    const row = rows.find((one) => one.player.name === name);
    if (row === undefined) throw new Error(`no row of ${name}`);
    return row;
  };

  it('have one row each, with a gap where they took no part', () => {
    expect(rows.map((row) => row.player.name)).toEqual(['Anna', 'Ben', 'Cleo']);
    expect(rowOf('Anna').cells.map((cell) => cell?.damagePerSecond ?? null)).toEqual([10, null, 30]);
  });

  it('stand under the role that they had most often, with all their classes', () => {
    expect(rowOf('Ben')).toMatchObject({ role: 'healer', classes: ['Mage', 'Druid'] });
  });

  it('are told apart by id, not by name', () => {
    const twins = [player('Anna'), { ...player('Anna'), player: { ...namedAs('Anna'), id: 'another' } }];
    expect(alignPlayers([twins])).toHaveLength(2);
  });

  it('that are listed twice in a pull have one line of it', () => {
    const twice = alignPlayers([[player('Anna', { damage: 1 }), player('Anna', { damage: 2 })]]);
    expect(twice.map(({ cells }) => cells[0]?.damage)).toEqual([1]);
  });

  it('are measured by their role: healers by healing', () => {
    expect(cellValue(rowOf('Ben'), 0, 'own')).toBe(8);
    expect(cellValue(rowOf('Cleo'), 1, 'own')).toBe(4);
    expect(cellValue(rowOf('Cleo'), 0, 'own')).toBe(null);
  });

  it('who changed roles are not compared by different measures', () => {
    expect(isSameMeasure(rowOf('Ben'), 2, 0, 'own')).toBe(false);
    expect(isSameMeasure(rowOf('Ben'), 1, 0, 'own')).toBe(true);
    expect(isSameMeasure(rowOf('Ben'), 2, 0, 'damage')).toBe(true);
    expect(isSameMeasure(rowOf('Ben'), 2, 'own median', 'own')).toBe(false);
  });

  it('can be compared with the middle of their own pulls', () => {
    expect(referenceValue(rowOf('Anna'), 'own median', 'own')).toBe(20);
    expect(referenceValue(rowOf('Anna'), 1, 'own')).toBe(null);
  });

  it('are grouped by role, and sorted within it with gaps last', () => {
    const more = alignPlayers([
      [player('Anna', { damagePerSecond: 5 }), player('Dora', { damagePerSecond: 7 }), player('Tom', { role: 'tank' })],
      [player('Emil')],
    ]);
    const names = (isDescending: boolean) =>
      groupByRole(more, { by: 0, isDescending }, 'own').map(({ role, rows: found }) => [
        role,
        ...found.map((row) => row.player.name),
      ]);
    expect(names(true)).toEqual([
      ['tank', 'Tom'],
      ['dps', 'Dora', 'Anna', 'Emil'],
    ]);
    expect(names(false)[1]).toEqual(['dps', 'Anna', 'Dora', 'Emil']);
  });

  it('are sorted by name in either direction', () => {
    const group = groupByRole(rows, { by: 'name', isDescending: true }, 'own');
    expect(group.map((one) => one.role)).toEqual(['tank', 'healer', 'dps']);
  });
});

describe('the columns of a comparison', () => {
  it('are lettered in the order chosen, then the best pull and the median', () => {
    const columns = columnsOf(comparison({ best: pull('three', { pullNumber: 3 }), median: plainMedian }));
    expect(columns.map(({ mark }) => mark)).toEqual(['A', 'B', 'Best', 'Median']);
    expect(columns.map(({ name }) => name)).toEqual(['A: pull 1', 'B: pull 2', 'Best: pull 3', 'Median of 9 pulls']);
  });

  it('name their bosses where there are several', () => {
    const columns = columnsOf(comparison({ pulls: [pull('one'), pull('two', { boss: 'Hollow King' })] }));
    expect(columns.map(({ name }) => name)).toEqual(['A: Voidmaw, Mythic, pull 1', 'B: Hollow King, Mythic, pull 1']);
  });

  it('name their guilds, or leaders, where there are several', () => {
    const columns = columnsOf(comparison({ pulls: [pull('one'), pull('two', { guild: namedAs('Dawnwatch') })] }));
    expect(columns.map(({ name }) => name)).toEqual(['A: pull 1 of Lera', 'B: pull 1 of Dawnwatch']);
  });

  it('name the best pull once where it is among the chosen', () => {
    const columns = columnsOf(comparison({ best: pull('two') }));
    expect(columns.map(({ mark }) => mark)).toEqual(['A', 'B']);
    expect(columns[1]).toMatchObject({ isBestOfSeries: true });
  });

  it('are compared with the first one, if the reference is there no more', () => {
    const columns = columnsOf(comparison({}));
    expect(referenceAmong(columns, 'two')?.mark).toBe('B');
    expect(referenceAmong(columns, 'gone')?.mark).toBe('A');
  });

  it('say why they have no median', () => {
    expect(explainNoMedian(comparison({ median: plainMedian }))).toBe(null);
    const otherBoss = comparison({ pulls: [pull('one'), pull('two', { boss: 'Hollow King' })] });
    expect(explainNoMedian(otherBoss)).toContain('different bosses');
    const otherDifficulty = comparison({ pulls: [pull('one'), pull('two', { difficulty: 'hard' })] });
    expect(explainNoMedian(otherDifficulty)).toContain('different difficulties');
  });
});

describe('the health curves', () => {
  const lines = curveLines(
    columnsOf(
      comparison({
        pulls: [
          pull('one', {}, { samples: samples([-5, 100], [0, 100], [60, 80], [280, 45], [320, 40]) }),
          pull('two'),
        ],
        median: {
          ...plainMedian,
          curve: [
            { second: 0, health: 100, pullCount: 9 },
            { second: 5, health: 97, pullCount: 3 },
            { second: 10, health: 90, pullCount: 2 },
          ],
        },
      }),
    ),
  );

  it('begin with the pull and end with it, and are left out without samples', () => {
    expect(lines.map(({ mark, points }) => [mark, points.length])).toEqual([
      ['A', 3],
      ['Median', 2],
    ]);
  });

  it('end the median where fewer than three pulls last so long', () => {
    expect(lines[1]?.points.at(-1)).toMatchObject({ second: 5, pullCount: 3 });
  });

  it('show the last health that was told, never one between two samples', () => {
    const [line] = lines;
    if (line === undefined) throw new Error('no line');
    expect(pointAt(line, 59)?.health).toBe(100);
    expect(pointAt(line, 60)?.health).toBe(80);
    expect(pointAt(line, 300)?.health).toBe(45);
    expect(line.end).toEqual({ second: 300, health: 40 });
    expect(pointAt(line, 301)).toBe(null);
  });

  it('share an axis up to the end of the longest pull', () => {
    expect(lastSecond(lines)).toBe(300);
    expect(lastSecond([])).toBe(1);
  });
});

describe('labels at the ends of lines', () => {
  const label = (key: string, x: number, y: number) => ({ key, x, y, width: 10 });

  it('move until none covers another, up where there is no room below', () => {
    const placed = dodgeLabels([label('A', 0, 98), label('B', 5, 98), label('C', 9, 98)], {
      height: 10,
      bottom: 100,
      marks: [],
    });
    expect(placed.map(({ y }) => y)).toEqual([98, 88, 78]);
  });

  it('stay where they are if they stand apart', () => {
    const placed = dodgeLabels([label('A', 0, 50), label('B', 10, 50)], { height: 10, bottom: 100, marks: [] });
    expect(placed.map(({ y }) => y)).toEqual([50, 50]);
  });

  it('leave the marks of other lines free', () => {
    const [placed] = dodgeLabels([label('A', 0, 50)], { height: 10, bottom: 100, marks: [{ x: 6, y: 50 }] });
    expect(placed?.y).toBe(60);
  });
});

describe('the lines of a chart', () => {
  it('of twelve pulls each have a colour and a dash of their own', () => {
    const many = comparison({ pulls: Array.from({ length: 12 }, (_, index) => pull(`${index}`)) });
    const columns = columnsOf(many);
    const styles = columns.map(({ key }) => JSON.stringify(lineStyleOf(columns, key)));
    expect(new Set(styles).size).toBe(12);
  });
});
