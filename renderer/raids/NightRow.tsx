import { ChevronDown, ChevronRight } from 'lucide-react';
import type { RaidNight } from '../../shared/raids/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { parseUtc, type TimeFormat } from '../app/time-format.ts';
import { CountText, Figure, TotalFigures } from './GroupFigures.tsx';
import { spanOfNight, weekdayOf } from './night-format.ts';
import type { NightEntry } from './pull-entries.ts';
import classes from './GroupRows.module.css';
import { PullStrip } from './PullStrip.tsx';
import type { NightClock } from './use-night-clock.ts';

export interface GroupRowProps {
  readonly id: string;
  readonly place: { readonly transform: string; readonly height: number };
  readonly isActive: boolean;
  readonly onToggle: (key: string) => void;
  readonly clock: NightClock;
  readonly timeFormat: TimeFormat;
}

/** A raid night: when it was and what came of it. Its bosses and pulls follow while it is open. */
export function NightRow({ entry, ...props }: GroupRowProps & { readonly entry: NightEntry }) {
  const { id, place, isActive, onToggle } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and handles the keys for all its rows
    <div
      id={id}
      role="row"
      aria-level={1}
      aria-expanded={entry.isOpen}
      className={classes.night}
      data-night={entry.night?.night ?? ''}
      data-active={isActive || undefined}
      style={place}
      onClick={() => onToggle(entry.key)}
    >
      <NightCells entry={entry} clock={props.clock} timeFormat={props.timeFormat} />
    </div>
  );
}

type NightCellsProps = Pick<GroupRowProps, 'clock' | 'timeFormat'> & { readonly entry: NightEntry };

/** What a night's row holds; the row that stays in view while its pulls pass holds the same. */
export function NightCells({ entry, clock, timeFormat }: NightCellsProps) {
  const { night, isOpen, pulls } = entry;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  if (night === null) {
    return (
      <span role="rowheader" className={classes.groupName}>
        <Chevron size="0.875rem" aria-hidden />
        <strong>No time recorded</strong>
      </span>
    );
  }
  const span = spanOfNight(night.night, clock);
  return (
    <>
      <span role="rowheader" className={classes.groupName} title={titleOf(night, span, timeFormat)}>
        <Chevron size="0.875rem" aria-hidden />
        <strong>
          {weekdayOf(night.night)} {night.night}
        </strong>
      </span>
      <span role="gridcell" className={classes.groupStrip}>
        <PullStrip pulls={pulls} />
      </span>
      <NightFigures night={night} span={span} />
    </>
  );
}

function NightFigures({ night, span }: { readonly night: RaidNight; readonly span: string }) {
  const { pullCount, killCount, bossCount, killedBossCount, fightSeconds, deaths } = night;
  return (
    <>
      <Figure name="pulls" title={`Pulls that the search finds and that began ${span}`}>
        <CountText count={pullCount} noun="pull" />
      </Figure>
      <Figure name="kills" isKill={killCount > 0} title="Of these pulls, those that ended with the boss dead">
        <CountText count={killCount} noun="kill" />
      </Figure>
      <Figure name="bosses" title="Bosses that died, of those that were pulled; a boss counts once for each difficulty">
        <b>
          {killedBossCount} of {bossCount}
        </b>{' '}
        {bossCount === 1 ? 'boss' : 'bosses'}
      </Figure>
      <TotalFigures fightSeconds={fightSeconds} deaths={deaths} />
    </>
  );
}

function titleOf(night: RaidNight, span: string, timeFormat: TimeFormat): string {
  const [first, last] = [parseUtc(night.firstAt), parseUtc(night.lastAt)];
  const fought =
    first === null || last === null
      ? ''
      : ` First pull ${timeFormat.dateTime(first)}, last one ended ${timeFormat.dateTime(last)}.`;
  return `The night ${span}: ${formatQuantity(night.pullCount, 'pull')}.${fought}`;
}
