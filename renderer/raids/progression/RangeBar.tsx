import { Button } from '@mantine/core';
import { Scale, X } from 'lucide-react';
import type { ProgressPull } from '../../../shared/raids/progress-types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { mostCompared } from '../RaidListProvider.tsx';
import { formatPercent } from '../raid-format.ts';
import classes from './Progression.module.css';
import { bestPulls, pullsIn, type PullRange } from './pull-course.ts';

interface RangeBarProps {
  readonly pulls: readonly ProgressPull[];
  readonly range: PullRange | null;
  readonly onCompare: (raidIds: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with the pulls that were chosen in the chart. */
export function RangeBar({ pulls, range, onCompare, onClear }: RangeBarProps) {
  const chosen = range === null ? [] : pullsIn(pulls, range);
  const compared = chosen.length > mostCompared ? bestPulls(chosen, mostCompared) : chosen;
  return (
    <div className={classes.rangeBar} role="status" data-testid="chosen-range">
      {range === null ? (
        <span className={classes.dimmed}>
          Drag across the chart to choose pulls to compare. With the keyboard: arrows move from pull to pull, Shift with
          them chooses, Enter opens.
        </span>
      ) : (
        <>
          <strong>{range.low === range.high ? `Pull ${range.low}` : `Pulls ${range.low} to ${range.high}`}</strong>
          <span className={classes.dimmed}>
            {formatQuantity(chosen.length, 'pull')}, best{' '}
            {formatPercent(Math.min(100, ...chosen.map(({ healthLeft }) => healthLeft)))}
          </span>
          <Button
            size="compact-sm"
            leftSection={<Scale size="0.875rem" aria-hidden />}
            onClick={() => onCompare(compared.map(({ raidId }) => raidId))}
          >
            {chosen.length > mostCompared ? `Compare the best ${mostCompared} of them` : compareLabel(chosen.length)}
          </Button>
          <Button size="compact-sm" variant="default" leftSection={<X size="0.875rem" aria-hidden />} onClick={onClear}>
            Clear
          </Button>
        </>
      )}
    </div>
  );
}

function compareLabel(count: number): string {
  return count === 1 ? 'Compare it with its series' : `Compare these ${count}`;
}
