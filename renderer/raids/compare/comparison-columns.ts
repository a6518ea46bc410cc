import type { ComparedPull, PullMedian, RaidComparison } from '../../../shared/raids/progress-types.ts';
import type { HealthSample, Participant } from '../../../shared/raids/pull-types.ts';
import type { Raid } from '../../../shared/raids/types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { difficultyNames } from '../raid-format.ts';
import { figuresOfMedian, figuresOfRaid, type PullFigures } from './pull-figures.ts';

/** Letters by which the chosen pulls are told apart all over the page; as many as `raids.compare` takes. */
const letters = 'ABCDEFGHIJKL';

/** A pull beside others. */
export interface PullColumn {
  readonly kind: 'pull' | 'best';
  /** The raid's id. */
  readonly key: string;
  /** `A`; `Best` for the best pull of the series, where that is not one of the chosen. */
  readonly mark: string;
  /** `A: pull 12`; where the pulls are of several bosses, `A: Voidmaw, Mythic, pull 12`. */
  readonly name: string;
  readonly raid: Raid;
  readonly isBestOfSeries: boolean;
  readonly figures: PullFigures;
  readonly participants: readonly Participant[];
  readonly samples: readonly HealthSample[];
}

export interface MedianColumn {
  readonly kind: 'median';
  readonly key: 'median';
  readonly mark: 'Median';
  /** `Median of 34 pulls` */
  readonly name: string;
  readonly median: PullMedian;
  readonly figures: PullFigures;
}

export type ComparedColumn = PullColumn | MedianColumn;

/** The chosen pulls in their order, then the best pull of the series if it is not among them, then the median. */
export function columnsOf(comparison: RaidComparison): readonly ComparedColumn[] {
  const { pulls, best, median } = comparison;
  const bestId = best?.raid.id ?? null;
  const told = { boss: bossOf(comparison) === null, guild: hasSeveralGuilds(comparison) };
  const chosen = pulls.map((pull, index): PullColumn => {
    const isBestOfSeries = pull.raid.id === bestId;
    return { ...pull, ...facts(pull.raid, letters[index] ?? `${index + 1}`, told), kind: 'pull', isBestOfSeries };
  });
  const isBestChosen = chosen.some(({ key }) => key === bestId);
  return [
    ...chosen,
    ...(best === null || isBestChosen ? [] : [bestColumn(best, told)]),
    ...(median === null ? [] : [medianColumn(median)]),
  ];
}

/** What pulls have to be told apart by, besides their number. */
interface ToldApart {
  readonly boss: boolean;
  readonly guild: boolean;
}

function bestColumn(best: ComparedPull, told: ToldApart): PullColumn {
  return { ...best, ...facts(best.raid, 'Best', told), kind: 'best', isBestOfSeries: true };
}

function facts(raid: Raid, mark: string, told: ToldApart) {
  const { id: key, boss, difficulty, pullNumber, guild, leader } = raid;
  const pull = pullNumber === null ? 'not begun' : `pull ${pullNumber}`;
  const which = told.boss ? `${boss}, ${difficultyNames[difficulty]}, ` : '';
  const whose = told.guild ? ` of ${guild?.name ?? leader.name}` : '';
  return { key, mark, name: `${mark}: ${which}${pull}${whose}`, figures: figuresOfRaid(raid) };
}

function medianColumn(median: PullMedian): MedianColumn {
  const name = `Median of ${formatQuantity(median.pullCount, 'pull')}`;
  return { kind: 'median', key: 'median', mark: 'Median', name, median, figures: figuresOfMedian(median) };
}

/** Pulls are counted for each guild, or else for each leader: several of them may have a pull of one number. */
function hasSeveralGuilds({ pulls }: RaidComparison): boolean {
  return new Set(pulls.map(({ raid }) => raid.guild?.id ?? `${raid.server.id} ${raid.leader.id}`)).size > 1;
}

/** `Voidmaw, Mythic`, where all pulls are of one boss and difficulty; else null. */
export function bossOf({ pulls }: RaidComparison): string | null {
  const names = new Set(pulls.map(({ raid }) => `${raid.boss}, ${difficultyNames[raid.difficulty]}`));
  const [name = null] = names;
  return names.size === 1 ? name : null;
}

/** The column that differences are to: the one asked for, else the first. */
export function referenceAmong(columns: readonly ComparedColumn[], key: string | null): ComparedColumn | undefined {
  return columns.find((column) => column.key === key) ?? columns[0];
}

/** What a difference is to, in a sentence: `A`, `the best pull`, `the median`. */
export function shortNameOf(column: ComparedColumn): string {
  switch (column.kind) {
    case 'pull':
      return column.mark;
    case 'best':
      return 'the best pull';
    case 'median':
      return 'the median';
  }
}

/** Why there is no median; null where there is one. */
export function explainNoMedian({ pulls, median }: RaidComparison): string | null {
  if (median !== null) return null;
  const bosses = new Set(pulls.map(({ raid }) => raid.boss));
  const difficulties = new Set(pulls.map(({ raid }) => raid.difficulty));
  if (bosses.size > 1) return 'There is no median: these pulls are of different bosses.';
  if (difficulties.size > 1) return 'There is no median: these pulls are of different difficulties.';
  return 'There is no median: these pulls are of no series that has ended pulls.';
}
