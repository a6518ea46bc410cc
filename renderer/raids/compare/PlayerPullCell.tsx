import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlayerPull } from '../../../shared/raids/progress-types.ts';
import { formatCount } from '../../app/number-format.ts';
import { parseUtc, type TimeFormat } from '../../app/time-format.ts';
import { DifficultyIcon, ResultIcon } from '../../charts/ResultMark.tsx';
import {
  dash,
  difficultyNames,
  explainNoDuration,
  formatPercent,
  formatAmount,
  formatResult,
  roleNames,
} from '../raid-format.ts';
import { RoleLetter } from '../RoleLetter.tsx';
import { ownRate, playerFigures } from './align-players.ts';
import { differenceOf } from './difference.ts';
import { DifferenceText } from './DifferenceText.tsx';
import type { PlayerPullColumn } from './player-columns.ts';
import { measureOf, type Measure, type OwnYardstick } from './player-course.ts';
import classes from './PlayerPulls.module.css';

interface PlayerPullCellProps {
  readonly column: PlayerPullColumn;
  readonly item: PlayerPull;
  readonly yardsticks: Readonly<Record<Measure, OwnYardstick>>;
  readonly timeFormat: TimeFormat;
}

export function PlayerPullCell({ column, item, yardsticks, timeFormat }: PlayerPullCellProps) {
  const { title, content } = cellOf(column.name, item, yardsticks, timeFormat);
  return (
    <span
      role="gridcell"
      className={classes.cell}
      title={title}
      data-column={column.name}
      data-number={column.isNumber || undefined}
    >
      {content}
    </span>
  );
}

interface Cell {
  /** What it counts. */
  readonly title: string;
  readonly content: ReactNode;
}

function cellOf(
  name: PlayerPullColumn['name'],
  { raid, participant }: PlayerPull,
  yardsticks: PlayerPullCellProps['yardsticks'],
  timeFormat: TimeFormat,
): Cell {
  const noRate = explainNoDuration(raid) ?? 'Its length is 0 seconds.';
  const rate = (perSecond: number | null, amount: number, what: string): Cell => ({
    title:
      perSecond === null ? `${formatCount(amount)} ${what}. ${noRate}` : `${formatCount(amount)} ${what} in the pull`,
    content: formatAmount(perSecond),
  });
  const yardstick = yardsticks[measureOf(participant.role)];
  switch (name) {
    case 'began': {
      const moment = parseUtc(raid.startedAt ?? raid.createdAt);
      const text = moment === null ? dash : timeFormat.dateTime(moment).slice(0, 16);
      return { title: raid.night === null ? text : `${text}, night of ${raid.night}`, content: text };
    }
    case 'boss':
      return {
        title: `${raid.boss}, pull ${raid.pullNumber ?? dash}: ${raid.name}`,
        content: (
          <>
            <bdi>{raid.boss}</bdi> <span className={classes.dimmed}>#{raid.pullNumber ?? dash}</span>
          </>
        ),
      };
    case 'difficulty':
      return {
        title: difficultyNames[raid.difficulty],
        content: (
          <>
            <DifficultyIcon difficulty={raid.difficulty} size="0.875rem" />
            <VisuallyHidden>{difficultyNames[raid.difficulty]}</VisuallyHidden>
          </>
        ),
      };
    case 'result':
      return {
        title: formatResult(raid),
        content: (
          <>
            <ResultIcon result={raid.result} size="0.875rem" /> {formatResult(raid)}
          </>
        ),
      };
    case 'role':
      return {
        title: roleNames[participant.role],
        content: (
          <>
            <RoleLetter role={participant.role} />
            <VisuallyHidden>{roleNames[participant.role]}</VisuallyHidden>
          </>
        ),
      };
    case 'class':
      return { title: participant.class, content: <bdi>{participant.class}</bdi> };
    case 'damage':
      return rate(participant.damagePerSecond, participant.damage, 'damage');
    case 'healing':
      return rate(participant.healingPerSecond, participant.healing, 'healing');
    case 'taken':
      return rate(participant.damageTakenPerSecond, participant.damageTaken, 'damage taken');
    case 'deaths':
      return { title: 'Deaths in the pull', content: formatCount(participant.deaths) };
    case 'uptime':
      return {
        title: 'Share of the pull in which the player was active',
        content: formatPercent(participant.uptimePercent),
      };
    case 'percentile':
      return {
        title: sayPercentile(participant),
        content: participant.percentile === null ? dash : Math.round(participant.percentile),
      };
    case 'toMedian':
      return toYardstick(participant, yardstick.median, 'the player’s median');
    case 'toBest':
      return toYardstick(participant, yardstick.best, 'the player’s best');
  }
}

function sayPercentile({ percentile, comparedCount }: PlayerPull['participant']): string {
  if (percentile === null) return 'No percentile: no rate, or nobody to compare with on this boss, difficulty and role';
  const others = comparedCount - 1;
  return `Better than ${Math.round(percentile)} % of ${formatCount(others)} other performances on this boss, difficulty and role`;
}

function toYardstick(participant: PlayerPull['participant'], yardstick: number | null, name: string): Cell {
  const difference = differenceOf(ownRate(participant), yardstick, { ...playerFigures.own, format: formatAmount });
  return {
    title: difference === null ? 'No rate to compare' : '',
    content: difference === null ? dash : <DifferenceText difference={difference} referenceName={name} />,
  };
}
