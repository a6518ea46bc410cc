import { textWidth, tickFontRem } from '../../charts/axis-ticks.ts';
import { thinOut } from '../../charts/chart-places.ts';
import type { PlotArea } from '../../charts/chart-size.ts';
import classes from './Progression.module.css';
import type { NightFigures } from './pull-course.ts';

interface NightAxisProps {
  readonly nights: readonly NightFigures[];
  /** Of a night's place, from 1 on. */
  readonly x: (place: number) => number;
  readonly plot: PlotArea;
  readonly rem: number;
}

/** Dates below the lowest panel, as many as there is room for. */
export function NightAxis({ nights, x, plot, rem }: NightAxisProps) {
  const width = textWidth('2025-11-22', tickFontRem, rem);
  const places = nights.map(({ night }, index) => ({ night, x: x(index + 1) }));
  const inside = places.filter((place) => place.x + width / 2 <= plot.right + rem);
  return (
    <g aria-hidden>
      {thinOut(inside, (place) => place.x, width + 0.75 * rem)
        .filter(({ isWritten }) => isWritten)
        .map(({ item, x: middle }) => (
          <g key={item.night} transform={`translate(${middle} ${plot.bottom})`}>
            <line className={classes.nightLine} y2={0.25 * rem} />
            <text className={classes.nightLabel} y={1.125 * rem} textAnchor="middle">
              {item.night}
            </text>
          </g>
        ))}
    </g>
  );
}
