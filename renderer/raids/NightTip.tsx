import type { RaidNight } from '../../shared/raids/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import type { ChartSize } from '../charts/chart-size.ts';
import { LaneTip } from '../charts/ChartTip.tsx';
import { formatPulls, weekdayOf } from './night-format.ts';
import { formatFightTime } from './raid-format.ts';

interface NightTipProps {
  readonly night: RaidNight;
  /** The middle of the night's square, and its upper edge. */
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Of the calendar: the tip stays within it. */
  readonly size: ChartSize;
}

/** The facts of the night under the pointer or with the focus; its label says the same to a screen reader. */
export function NightTip({ night, x, y, cell, size }: NightTipProps) {
  const timeFormat = useTimeFormat();
  const [first, last] = [parseUtc(night.firstAt), parseUtc(night.lastAt)];
  return (
    <LaneTip x={x} lane={{ top: y, bottom: y + cell }} size={size}>
      <strong>
        {weekdayOf(night.night)} {night.night}
      </strong>
      <div>{formatPulls(night)}</div>
      <div>
        {night.killedBossCount} of {formatQuantity(night.bossCount, 'boss', 'bosses')} killed
      </div>
      <div>
        {formatFightTime(night.fightSeconds)} fought, {formatQuantity(night.deaths, 'death')}
      </div>
      {first !== null && last !== null && (
        <div>
          {timeFormat.dateTime(first).slice(11, 16)} to {timeFormat.dateTime(last).slice(11, 16)} {timeFormat.zone}
        </div>
      )}
    </LaneTip>
  );
}
