import type { ReactNode } from 'react';
import { formatCount } from '../app/number-format.ts';
import classes from './GroupRows.module.css';
import { dash, formatDuration, formatFightTime } from './raid-format.ts';

interface FigureProps {
  readonly name: 'pulls' | 'kills' | 'bosses' | 'best' | 'time' | 'deaths';
  /** What it counts. */
  readonly title: string;
  /** Of kills: there are some. */
  readonly isKill?: boolean;
  readonly children: ReactNode;
}

/** One figure on the row of a night or of a boss. */
export function Figure({ name, title, isKill = false, children }: FigureProps) {
  return (
    <span role="gridcell" className={classes.figure} data-figure={name} data-any={isKill || undefined} title={title}>
      {children}
    </span>
  );
}

/** A number with its noun: `7 pulls`. */
export function CountText({ count, noun }: { readonly count: number; readonly noun: string }) {
  return (
    <>
      <b>{formatCount(count)}</b> {count === 1 ? noun : `${noun}s`}
    </>
  );
}

interface TotalFiguresProps {
  readonly fightSeconds: number;
  readonly deaths: number;
}

/** How long the pulls of a night or of a boss took together, and how many died in them. */
export function TotalFigures({ fightSeconds, deaths }: TotalFiguresProps) {
  return (
    <>
      <Figure name="time" title={`${formatDuration(fightSeconds)}: lengths of these pulls together`}>
        <b>{fightSeconds === 0 ? dash : formatFightTime(fightSeconds)}</b>
      </Figure>
      <Figure name="deaths" title="Deaths of all participants in these pulls">
        <CountText count={deaths} noun="death" />
      </Figure>
    </>
  );
}
