import type { ReactNode } from 'react';
import type { BossProgress, ProgressPull } from '../../../shared/raids/progress-types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { dash, difficultyNames, formatDuration, formatPercent, formatResult } from '../raid-format.ts';
import type { PullRange } from './pull-course.ts';
import { PullDrawing } from './PullDrawing.tsx';

interface PullChartProps {
  readonly progress: BossProgress;
  readonly pulls: readonly ProgressPull[];
  readonly range: PullRange | null;
  readonly onRange: (range: PullRange | null) => void;
  readonly onOpen: (raidId: string) => void;
  readonly actions: ReactNode;
}

/** Health left by pull number, with the best so far. */
export function PullChart({ progress: { boss, difficulty }, pulls, range, onRange, onOpen, actions }: PullChartProps) {
  return (
    <ChartFrame
      title="Health left by pull"
      description="Percent of the boss’s health at the end of each pull, in the order in which they were fought. Full squares are kills, open circles wipes; the line is the least that was left so far. Thin lines part the nights."
      fileName={`${boss} ${difficultyNames[difficulty]} health by pull`}
      height="20rem"
      actions={actions}
      table={{
        columns: [
          { label: 'Pull', isNumber: true },
          { label: 'Night' },
          { label: 'Result' },
          { label: 'Health left', isNumber: true },
          { label: 'Best so far', isNumber: true },
          { label: 'Duration', isNumber: true },
          { label: 'Deaths', isNumber: true },
        ],
        rows: pulls.map((pull) => [
          String(pull.number),
          pull.night ?? dash,
          formatResult(pull),
          formatPercent(pull.healthLeft),
          formatPercent(pull.bestSoFar),
          formatDuration(pull.durationSeconds),
          pull.deaths === null ? dash : String(pull.deaths),
        ]),
      }}
    >
      {(size) => <PullDrawing pulls={pulls} size={size} range={range} onRange={onRange} onOpen={onOpen} />}
    </ChartFrame>
  );
}
