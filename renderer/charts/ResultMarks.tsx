import { memo } from 'react';
import type { RaidResult } from '../../shared/raids/types.ts';
import { circlesPath, squaresPath } from './chart-places.ts';
import classes from './Charts.module.css';
import { ResultMark } from './ResultMark.tsx';

/** How a pull ended and the middle of its mark, CSS pixels of the chart. */
interface PlacedResult {
  /** Of the raid. */
  readonly id: string;
  readonly result: RaidResult;
  readonly x: number;
  readonly y: number;
}

interface ResultMarksProps {
  readonly placed: readonly PlacedResult[];
  readonly radius: number;
}

/** Up to so many pulls each have a mark that tells the result by its shape and letter. */
const mostMarks = 300;

/** A mark for each pull; of very many, dots and squares in two paths, kills above wipes. */
export const ResultMarks = memo(function ResultMarks({ placed, radius }: ResultMarksProps) {
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

interface MarkRingProps {
  readonly x: number;
  readonly y: number;
  /** Of the mark. */
  readonly radius: number;
}

/** Around the mark that the cursor is on. */
export function MarkRing({ x, y, radius }: MarkRingProps) {
  return <circle data-export="no" className={classes.ring} cx={x} cy={y} r={Math.max(6, radius + 3)} />;
}
