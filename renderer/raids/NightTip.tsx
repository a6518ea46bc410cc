import type { RaidNight } from '../../shared/raids/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import classes from './Calendar.module.css';
import { formatPulls, weekdayOf } from './night-format.ts';
import { formatFightTime } from './raid-format.ts';

interface NightTipProps {
  readonly night: RaidNight;
  /** The middle of the night's square, and its upper edge. */
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Of the calendar: the tip stays within it. */
  readonly width: number;
}

/** The facts of the night under the pointer or with the focus; its label says the same to a screen reader. */
export function NightTip({ night, x, y, cell, width }: NightTipProps) {
  const timeFormat = useTimeFormat();
  const [first, last] = [parseUtc(night.firstAt), parseUtc(night.lastAt)];
  const side = x > width / 2 ? { right: width - x } : { left: x };
  return (
    <div className={classes.tip} style={{ top: y + cell + 4, ...side }} aria-hidden>
      <strong>
        {weekdayOf(night.night)} {night.night}
      </strong>
      <span>{formatPulls(night)}</span>
      <span>
        {night.killedBossCount} of {formatQuantity(night.bossCount, 'boss', 'bosses')} killed
      </span>
      <span>
        {formatFightTime(night.fightSeconds)} fought, {formatQuantity(night.deaths, 'death')}
      </span>
      {first !== null && last !== null && (
        <span>
          {timeFormat.dateTime(first).slice(11, 16)} to {timeFormat.dateTime(last).slice(11, 16)} {timeFormat.zone}
        </span>
      )}
    </div>
  );
}
