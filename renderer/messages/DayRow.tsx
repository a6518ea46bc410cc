import { memo } from 'react';
import classes from './MessageRow.module.css';

interface DayRowProps {
  /** `2025-11-22` */
  readonly day: string;
  readonly top: number;
  readonly height: number;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The line between two days of a conversation. */
export const DayRow = memo(function DayRow({ day, top, height }: DayRowProps) {
  const weekday = weekdays[new Date(day).getUTCDay()];
  return (
    <div role="row" className={classes.day} style={{ transform: `translateY(${top}px)`, height }} data-day={day}>
      <span role="gridcell">
        {weekday}, <time dateTime={day}>{day}</time>
      </span>
    </div>
  );
});
