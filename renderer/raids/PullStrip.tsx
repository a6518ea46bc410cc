import type { Raid } from '../../shared/raids/types.ts';
import classes from './PullList.module.css';

interface PullStripProps {
  readonly pulls: readonly Raid[];
}

const barWidth = 5;
const step = 7;
const height = 20;
/** What was hardly scratched can be seen all the same. */
const least = 2;
/** More would be too narrow to tell apart. */
const most = 40;

/**
 * The pulls of a night or a boss, first to last: the taller a bar, the more of the boss's health was taken; a kill is full
 * and has a foot. Decoration: the figures beside it and the rows below say the same.
 */
export function PullStrip({ pulls }: PullStripProps) {
  const shown = pulls
    .filter(({ result }) => result !== 'preparing')
    .toSorted((one, other) => compareTexts(one.startedAt, other.startedAt))
    .slice(-most);
  return (
    <svg
      className={classes.strip}
      viewBox={`0 0 ${shown.length * step} ${height + 3}`}
      style={{ width: `${(shown.length * step) / 16}rem` }}
      preserveAspectRatio="none"
      aria-hidden
    >
      {shown.map(({ id, result, healthLeft }, index) => {
        const taken = result === 'kill' ? height : Math.max(least, (height * (100 - (healthLeft ?? 100))) / 100);
        return (
          <g key={id} data-result={result}>
            <rect x={index * step} y={height - taken} width={barWidth} height={taken} />
            {result === 'kill' && <rect x={index * step} y={height + 1} width={barWidth} height={2} />}
          </g>
        );
      })}
    </svg>
  );
}

function compareTexts(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0;
}
