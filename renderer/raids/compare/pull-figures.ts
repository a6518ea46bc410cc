import type { PullMedian } from '../../../shared/raids/progress-types.ts';
import type { Raid } from '../../../shared/raids/types.ts';
import { formatDuration, formatPercent, formatRate } from '../raid-format.ts';
import { formatPoints, type DifferenceTerms } from './difference.ts';

/** What is compared of a pull as a whole. */
export const pullFigureKeys = ['health', 'duration', 'deaths', 'damage', 'healing', 'players'] as const;
export type PullFigureKey = (typeof pullFigureKeys)[number];

/** The figures of a pull, or the middle ones of a series; null: not known. */
export interface PullFigures {
  readonly values: Readonly<Record<PullFigureKey, number | null>>;
  readonly isKill: boolean;
}

interface PullFigure extends Omit<DifferenceTerms, 'better'> {
  readonly label: string;
  /** What it counts, and which way is better. */
  readonly explanation: string;
}

export const pullFigures: Readonly<Record<PullFigureKey, PullFigure>> = {
  health: {
    label: 'Health left',
    explanation: 'Boss health at the end, percent; less is better, 0 after a kill.',
    format: formatPercent,
    formatDifference: formatPoints,
    more: 'more',
    less: 'less',
  },
  duration: {
    label: 'Duration',
    explanation:
      'From the pull to the end. A shorter kill is better; of wipes it cannot be said, the longer one may have come further.',
    format: formatDuration,
    more: 'longer',
    less: 'shorter',
  },
  deaths: {
    label: 'Deaths',
    explanation: 'Deaths of all participants together; fewer is better.',
    format: (count) => `${Math.round(count * 10) / 10}`,
    more: 'more',
    less: 'fewer',
  },
  damage: {
    label: 'Raid damage/s',
    explanation: 'Damage of all participants for each second of the pull; more is better.',
    format: formatRate,
    more: 'more',
    less: 'less',
  },
  healing: {
    label: 'Raid healing/s',
    explanation:
      'Healing of all participants for each second of the pull. Neither way is better: it follows the damage that was taken.',
    format: formatRate,
    more: 'more',
    less: 'less',
  },
  players: {
    label: 'Size',
    explanation: 'Participants that the backup lists, else the number that it recorded.',
    format: (count) => `${Math.round(count * 10) / 10}`,
    more: 'larger',
    less: 'smaller',
  },
};

export function figuresOfRaid(raid: Raid): PullFigures {
  const { healing, durationSeconds } = raid;
  const hasRate = healing !== null && durationSeconds !== null && durationSeconds > 0;
  return {
    values: {
      health: raid.healthLeft,
      duration: durationSeconds,
      deaths: raid.deaths,
      damage: raid.damagePerSecond,
      healing: hasRate ? healing / durationSeconds : null,
      players: raid.playerCount,
    },
    isKill: raid.result === 'kill',
  };
}

export function figuresOfMedian(median: PullMedian): PullFigures {
  return {
    values: {
      health: median.healthLeft,
      duration: median.durationSeconds,
      deaths: median.deaths,
      damage: median.damagePerSecond,
      healing: null,
      players: median.playerCount,
    },
    isKill: median.healthLeft === 0,
  };
}

/** How the difference of a figure between two pulls is judged. */
export function termsOf(key: PullFigureKey, one: PullFigures, other: PullFigures): DifferenceTerms {
  return { ...pullFigures[key], better: betterOf(key, one.isKill && other.isKill) };
}

function betterOf(key: PullFigureKey, areKills: boolean): DifferenceTerms['better'] {
  switch (key) {
    case 'health':
    case 'deaths':
      return 'less';
    case 'damage':
      return 'more';
    case 'duration':
      return areKills ? 'less' : 'neither';
    case 'healing':
    case 'players':
      return 'neither';
  }
}
