import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { difficultyNames, formatDuration, formatPercent } from '../raid-format.ts';
import { NightDrawing } from './NightDrawing.tsx';
import { formatPerPull, type NightFigures } from './pull-course.ts';

interface NightChartsProps {
  readonly progress: BossProgress;
  readonly nights: readonly NightFigures[];
}

/** Pulls, best health, deaths and lengths, night by night on one axis. */
export function NightCharts({ progress: { boss, difficulty }, nights }: NightChartsProps) {
  return (
    <ChartFrame
      title="Night by night"
      description="For each night with a pull of this boss: pulls (a square above: with a kill), the least health that was left, deaths per pull, and the middle length with a line from the shortest to the longest pull."
      fileName={`${boss} ${difficultyNames[difficulty]} by night`}
      height="26rem"
      table={{
        columns: [
          { label: 'Night' },
          { label: 'Pulls', isNumber: true },
          { label: 'Kills', isNumber: true },
          { label: 'Best health', isNumber: true },
          { label: 'Deaths per pull', isNumber: true },
          { label: 'Shortest', isNumber: true },
          { label: 'Median length', isNumber: true },
          { label: 'Longest', isNumber: true },
        ],
        rows: nights.map((night) => [
          night.night,
          String(night.pullCount),
          String(night.killCount),
          formatPercent(night.bestHealth),
          formatPerPull(night.deathsPerPull),
          formatDuration(night.shortestSeconds),
          formatDuration(night.medianSeconds),
          formatDuration(night.longestSeconds),
        ]),
      }}
    >
      {(size) => <NightDrawing nights={nights} size={size} />}
    </ChartFrame>
  );
}
