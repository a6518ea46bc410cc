import { memo } from 'react';
import type { ProgressPull } from '../../../shared/raids/progress-types.ts';
import { ResultMark } from '../../charts/ResultMark.tsx';
import { circlesPath, squaresPath } from './chart-places.ts';
import classes from './Progression.module.css';

/** A pull and the middle of its mark, CSS pixels of the chart. */
export interface PlacedPull {
  readonly pull: ProgressPull;
  readonly x: number;
  readonly y: number;
}

interface PullMarksProps {
  readonly placed: readonly PlacedPull[];
  readonly radius: number;
}

/** Up to so many pulls each have a mark that tells the result by its shape and letter. */
const mostMarks = 300;

/** A mark for each pull; of very many, dots and squares in two paths, kills above wipes. */
export const PullMarks = memo(function PullMarks({ placed, radius }: PullMarksProps) {
  if (placed.length <= mostMarks && radius >= 2.5) {
    return (
      <g>
        {placed.map(({ pull, x, y }) => (
          <ResultMark key={pull.raidId} result={pull.result} x={x} y={y} size={2 * radius} />
        ))}
      </g>
    );
  }
  const kills = placed.filter(({ pull }) => pull.result === 'kill');
  const others = placed.filter(({ pull }) => pull.result !== 'kill');
  return (
    <g>
      <path className={classes.wipes} d={circlesPath(others, radius)} />
      <path className={classes.kills} d={squaresPath(kills, radius + 0.75)} />
    </g>
  );
});
