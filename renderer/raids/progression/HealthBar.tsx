import { formatPercent } from '../raid-format.ts';
import classes from './Progression.module.css';

/** The least health left: a bar that is full for a kill, with the percent beside it. */
export function HealthBar({ bestHealth }: { readonly bestHealth: number | null }) {
  if (bestHealth === null) return <span className={classes.dimmed}>no pull has ended</span>;
  const isDead = bestHealth === 0;
  const title = isDead
    ? 'Killed: no health left'
    : `The best pull left ${formatPercent(bestHealth)} of the boss’s health`;
  return (
    <span className={classes.health} title={title}>
      <span className={classes.healthTrack} data-dead={isDead || undefined} aria-hidden>
        <span className={classes.healthFill} style={{ width: `${100 - Math.max(0, Math.min(100, bestHealth))}%` }} />
      </span>
      <span className={classes.healthText}>{isDead ? 'killed' : formatPercent(bestHealth)}</span>
    </span>
  );
}
