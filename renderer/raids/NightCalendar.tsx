import { useState, type KeyboardEvent } from 'react';
import type { RaidNight } from '../../shared/raids/types.ts';
import { focusTargets } from '../app/focus-targets.ts';
import { formatQuantity } from '../app/number-format.ts';
import type { ChartSize } from '../charts/chart-size.ts';
import { layOutCalendar, nightAfterKey, type MonthBlock, type YearBlock } from './calendar-layout.ts';
import classes from './Calendar.module.css';
import { formatPulls, weekdayOf } from './night-format.ts';
import { NightMark } from './NightMark.tsx';
import { NightTip } from './NightTip.tsx';

interface NightCalendarProps {
  readonly nights: readonly RaidNight[];
  readonly size: ChartSize;
  /** A night, month or year was chosen: `2025-11-22`, `2025-11`, `2025`. */
  readonly onChoose: (span: string) => void;
}

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const weekdayLetters = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];

/** A square for each night, in months and years, newest first. */
export function NightCalendar({ nights, size, onChoose }: NightCalendarProps) {
  const { years, cell, height } = layOutCalendar(nights, size);
  const [current, setCurrent] = useState<string | null>(null);
  const [tip, setTip] = useState<string | null>(null);
  const reachable = nights.some(({ night }) => night === current) ? current : (nights.at(-1)?.night ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (reachable === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(reachable);
    }
    const to = nightAfterKey(nights, reachable, event.key);
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<SVGElement>(`[data-night="${to}"]`)?.focus();
  };
  const cells = years.flatMap(({ months }) => months.flatMap((month) => month.nights));
  const tipped = cells.find(({ night }) => night.night === tip);
  return (
    <>
      <svg width={size.width} height={height} role="group" aria-label="Raid nights by month">
        {years.map((year) => (
          <g key={year.year}>
            <YearTitle year={year} rem={size.rem} onChoose={onChoose} />
            {year.months.map((month) => (
              <MonthDays key={month.month} month={month} cell={cell} rem={size.rem} onChoose={onChoose} />
            ))}
          </g>
        ))}
        <g
          id={focusTargets.raidList}
          tabIndex={-1}
          onFocus={(event) => {
            if (event.target !== event.currentTarget) return;
            event.currentTarget.querySelector<SVGElement>('[tabindex="0"]')?.focus();
          }}
          onKeyDown={onKeyDown}
        >
          {cells.map(({ night, x, y, shade }) => (
            <NightMark
              key={night.night}
              night={night}
              x={x}
              y={y}
              cell={cell}
              rem={size.rem}
              shade={shade}
              label={`${weekdayOf(night.night)} ${night.night}: ${formatPulls(night)}, ${formatQuantity(night.deaths, 'death')}`}
              isReachable={night.night === reachable}
              onReach={(isReached) => {
                if (isReached) setCurrent(night.night);
                setTip(isReached ? night.night : null);
              }}
              onPoint={(isOver) => setTip(isOver ? night.night : null)}
              onChoose={() => onChoose(night.night)}
            />
          ))}
        </g>
      </svg>
      {tipped && <NightTip night={tipped.night} x={tipped.x + cell / 2} y={tipped.y} cell={cell} size={size} />}
    </>
  );
}

interface YearTitleProps {
  readonly year: YearBlock;
  readonly rem: number;
  readonly onChoose: (span: string) => void;
}

function YearTitle({ year: { year, y, nightCount, pullCount, killCount }, rem, onChoose }: YearTitleProps) {
  const totals = `${formatQuantity(nightCount, 'night')}, ${formatQuantity(pullCount, 'pull')}, ${formatQuantity(killCount, 'kill')}`;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- for the pointer; by keyboard, the search box takes `night:` with a year
    <text y={y + 1.375 * rem} className={classes.year} onClick={() => onChoose(year)}>
      {year}
      <tspan dx={0.75 * rem} className={classes.totals}>
        {totals}
      </tspan>
    </text>
  );
}

interface MonthDaysProps {
  readonly month: MonthBlock;
  readonly cell: number;
  readonly rem: number;
  readonly onChoose: (span: string) => void;
}

/** A month's name, its weekdays, and the days without a night. */
function MonthDays({ month: { month, x, y, nights, otherDays }, cell, rem, onChoose }: MonthDaysProps) {
  const name = monthNames.format(new Date(`${month}-15T00:00:00Z`));
  const gap = 0.125 * rem;
  const squares = otherDays.map((day) => `M${day.x} ${day.y}h${cell}v${cell}h${-cell}z`).join('');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- for the pointer; by keyboard, the search box takes `night:` with a month */}
      <text
        x={x}
        y={y + rem}
        className={classes.month}
        data-empty={nights.length === 0 || undefined}
        onClick={() => nights.length > 0 && onChoose(month)}
      >
        {name} {month.slice(0, 4)}
      </text>
      {weekdayLetters.map((letter, column) => (
        // oxlint-disable-next-line react/no-array-index-key -- two weekdays begin with the same letter
        <text key={column} x={x + column * (cell + gap) + cell / 2} y={y + 2.25 * rem} className={classes.weekday}>
          {letter}
        </text>
      ))}
      <path d={squares} className={classes.other} />
      {otherDays.map(({ day, x: left, y: top }) => (
        <text key={day} x={left + 0.25 * rem} y={top + 0.875 * rem} className={classes.day}>
          {day}
        </text>
      ))}
    </>
  );
}
