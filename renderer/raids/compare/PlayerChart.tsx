import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PlayerPull, PlayerPulls } from '../../../shared/raids/progress-types.ts';
import { formatCount } from '../../app/number-format.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { dash, difficultyNames, formatRate, formatResult } from '../raid-format.ts';
import { courseOf, type CourseFigure } from './player-course.ts';
import { PlayerDrawing } from './PlayerDrawing.tsx';
import classes from './PlayerPulls.module.css';

interface PlayerChartProps {
  readonly facts: PlayerPulls;
  /** Those that are loaded, newest first. */
  readonly items: readonly PlayerPull[];
  readonly onOpen: (raidId: string) => void;
}

/** The course of a player's percentile, or own figure, from pull to pull. */
export function PlayerChart({ facts, items, onOpen }: PlayerChartProps) {
  const [figure, setFigure] = useState<CourseFigure>('percentile');
  const points = useMemo(() => courseOf(items, figure), [items, figure]);
  const format = (value: number) => (figure === 'percentile' ? String(Math.round(value)) : formatRate(value));
  const name = figure === 'percentile' ? 'Percentile' : 'Own figure per second';
  const scope =
    items.length < facts.total
      ? `The newest ${formatCount(items.length)} of ${formatCount(facts.total)} pulls, oldest`
      : 'All pulls found, oldest';
  return (
    <ChartFrame
      title={`${name} from pull to pull`}
      description={`${scope} at the left. ${
        figure === 'percentile'
          ? 'So many percent of the other performances in this library on the same boss, difficulty and role were lower per second.'
          : 'Healing per second as healer, else damage per second.'
      } Full squares are kills, open circles wipes; the line is the median of each night.`}
      fileName={`${facts.player.name} ${name.toLowerCase()} by pull`}
      height="13rem"
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Figure of the chart"
          data={[
            { value: 'percentile', label: 'Percentile' },
            { value: 'own', label: 'Own figure' },
          ]}
          value={figure}
          onChange={setFigure}
        />
      }
      table={{
        columns: [
          { label: 'Night' },
          { label: 'Boss' },
          { label: 'Difficulty' },
          { label: 'Pull', isNumber: true },
          { label: 'Result' },
          { label: name, isNumber: true },
        ],
        rows: points.map(({ pull: { raid }, value }) => [
          raid.night ?? dash,
          raid.boss,
          difficultyNames[raid.difficulty],
          String(raid.pullNumber ?? dash),
          formatResult(raid),
          format(value),
        ]),
      }}
    >
      {(size) =>
        points.length === 0 ? (
          <p className={classes.note}>No pull has this figure.</p>
        ) : (
          <PlayerDrawing
            key={figure}
            points={points}
            size={size}
            name={name}
            highest={figure === 'percentile' ? 100 : Math.max(...points.map(({ value }) => value))}
            format={format}
            onOpen={onOpen}
          />
        )
      }
    </ChartFrame>
  );
}
