import type { PullMedian, RaidComparison } from '../../../shared/raids/progress-types.ts';
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
  readonly median: PullMedian;
  readonly figures: PullFigures;
}

export type ComparedColumn = PullColumn | MedianColumn;

/** The chosen pulls in their order, then the best pull of the series if it is not among them, then the median. */
export function columnsOf({ pulls, best, median }: RaidComparison): readonly ComparedColumn[] {
  const bestId = best?.raid.id ?? null;
  const chosen = pulls.map((pull, index): PullColumn => ({
    ...pull,
    kind: 'pull',
    key: pull.raid.id,
    mark: letters[index] ?? `${index + 1}`,
    isBestOfSeries: pull.raid.id === bestId,
    figures: figuresOfRaid(pull.raid),
  }));
  const isBestChosen = chosen.some(({ key }) => key === bestId);
  return [
    ...chosen,
    ...(best === null || isBestChosen ? [] : [bestColumn(best)]),
    ...(median === null ? [] : [medianColumn(median)]),
  ];
}

function bestColumn(best: NonNullable<RaidComparison['best']>): PullColumn {
  const { raid } = best;
  return { ...best, kind: 'best', key: raid.id, mark: 'Best', isBestOfSeries: true, figures: figuresOfRaid(raid) };
}

function medianColumn(median: PullMedian): MedianColumn {
  return { kind: 'median', key: 'median', mark: 'Median', median, figures: figuresOfMedian(median) };
}

/** The column that differences are to: the one asked for, else the first. */
export function referenceAmong(columns: readonly ComparedColumn[], key: string | null): ComparedColumn | undefined {
  return columns.find((column) => column.key === key) ?? columns[0];
}

/** `A: Voidmaw, Mythic, pull 12`; `Median of 34 pulls`. */
export function nameOfColumn(column: ComparedColumn): string {
  if (column.kind === 'median') return `Median of ${formatQuantity(column.median.pullCount, 'pull')}`;
  const { boss, difficulty, pullNumber } = column.raid;
  const number = pullNumber === null ? '' : `, pull ${pullNumber}`;
  return `${column.kind === 'best' ? 'Best pull' : column.mark}: ${boss}, ${difficultyNames[difficulty]}${number}`;
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
