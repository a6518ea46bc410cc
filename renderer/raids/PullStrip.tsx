import type { Raid, RaidResult } from '../../shared/raids/types.ts';
import classes from './GroupRows.module.css';

interface PullStripProps {
  readonly pulls: readonly Raid[];
}

const barWidth = 5;
const step = 7;
const height = 20;
const foot = 'h5v2h-5z';
/** What was hardly scratched can be seen all the same. */
const least = 2;
/** More would be thinner than a pixel. */
const most = 300;
const widestRem = 17.5;

/**
 * The pulls of a night or a boss, first to last: the taller a bar, the more of the boss's health was taken; a kill is full
 * and has a foot. Decoration: the figures beside it and the rows below say the same.
 */
export function PullStrip({ pulls }: PullStripProps) {
  const shown = pulls
    .filter(({ result }) => result !== 'preparing')
    .toSorted((one, other) => compareTexts(one.startedAt, other.startedAt))
    .slice(-most);
  const width = shown.length * step;
  const bars = (wanted: RaidResult) =>
    shown.map((raid, index) => (raid.result === wanted ? barOf(raid, index * step) : '')).join('');
  return (
    <svg
      className={classes.strip}
      viewBox={`0 0 ${width} ${height + 3}`}
      style={{ width: `${Math.min(widestRem, width / 16)}rem` }}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={bars('wipe')} data-result="wipe" />
      <path d={bars('kill')} data-result="kill" />
      <path d={bars('live')} data-result="live" />
    </svg>
  );
}

function barOf({ result, healthLeft }: Raid, x: number): string {
  const isKill = result === 'kill';
  const taken = isKill ? height : Math.max(least, (height * (100 - (healthLeft ?? 100))) / 100);
  return `M${x} ${height}h${barWidth}v${-taken}h${-barWidth}z${isKill ? `M${x} ${height + 1}${foot}` : ''}`;
}

function compareTexts(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0;
}
