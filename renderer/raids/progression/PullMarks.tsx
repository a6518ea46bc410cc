import { memo } from 'react';
import type { RaidResult } from '../../../shared/raids/types.ts';
import { ResultMark } from '../../charts/ResultMark.tsx';
import { circlesPath, squaresPath } from './chart-places.ts';
import classes from './Progression.module.css';

/** How a pull ended and the middle of its mark, CSS pixels of the chart. */
interface PlacedResult {
  /** Of the raid. */
  readonly id: string;
  readonly result: RaidResult;
  readonly x: number;
  readonly y: number;
}

interface PullMarksProps {
  readonly placed: readonly PlacedResult[];
  readonly radius: number;
}

/** Up to so many pulls each have a mark that tells the result by its shape and letter. */
const mostMarks = 300;

/** A mark for each pull; of very many, dots and squares in two paths, kills above wipes. */
export const PullMarks = memo(function PullMarks({ placed, radius }: PullMarksProps) {
  if (placed.length <= mostMarks && radius >= 2.5) {
    return (
      <g>
        {placed.map(({ id, result, x, y }) => (
          <ResultMark key={id} result={result} x={x} y={y} size={2 * radius} />
        ))}
      </g>
    );
  }
  const kills = placed.filter(({ result }) => result === 'kill');
  const others = placed.filter(({ result }) => result !== 'kill');
  return (
    <g>
      <path className={classes.wipes} d={circlesPath(others, radius)} />
      <path className={classes.kills} d={squaresPath(kills, radius + 0.75)} />
    </g>
  );
});
