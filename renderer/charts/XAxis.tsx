import { ticksAcross, type AxisProps } from './axis-ticks.ts';
import classes from './Charts.module.css';

/** The axis below a plot. Texts may be twice as large: fewer of them are written then. */
export function XAxis({ scale, plot, rem, unit = 'number', format, title, hasGrid = false }: AxisProps) {
  const ticks = ticksAcross({ scale, unit, format, rem });
  return (
    <g aria-hidden>
      {ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(${scale(value)} ${plot.bottom})`}>
          {hasGrid && <line className={classes.grid} y1={-plot.height} />}
          <line className={classes.axis} y2={0.25 * rem} />
          <text className={classes.tick} y={1.125 * rem} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <line className={classes.axis} x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {title !== undefined && (
        <text className={classes.axisTitle} x={plot.right} y={plot.bottom + 2.25 * rem} textAnchor="end">
          {title}
        </text>
      )}
    </g>
  );
}
