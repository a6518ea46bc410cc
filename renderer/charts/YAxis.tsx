import { ticksUp, type AxisProps } from './axis-ticks.ts';
import classes from './Charts.module.css';

/** The axis at the left of a plot. Its title stands above it: leave a line there (`top: 1.75`). */
export function YAxis({ scale, plot, rem, unit = 'number', format, title, hasGrid = true }: AxisProps) {
  const ticks = ticksUp({ scale, unit, format, rem });
  return (
    <g aria-hidden>
      {ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(${plot.left} ${scale(value)})`}>
          {hasGrid && <line className={classes.grid} x2={plot.width} />}
          <line className={classes.axis} x1={-0.25 * rem} />
          <text className={classes.tick} x={-0.5 * rem} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line className={classes.axis} x1={plot.left} x2={plot.left} y1={plot.top} y2={plot.bottom} />
      {title !== undefined && (
        <text className={classes.axisTitle} x={0.25 * rem} y={plot.top - 0.75 * rem}>
          {title}
        </text>
      )}
    </g>
  );
}
