import { textWidth, tickFontRem } from '../../charts/axis-ticks.ts';
import { thinOut } from '../../charts/chart-places.ts';
import type { PlotArea } from '../../charts/chart-size.ts';
import classes from './Progression.module.css';
import type { NightSpan } from './pull-course.ts';

interface NightLinesProps {
  readonly spans: readonly NightSpan[];
  readonly x: (number: number) => number;
  readonly plot: PlotArea;
  readonly rem: number;
}

/** Nights that take less room than this, px, are not parted by lines: there would be nothing but lines. */
const leastRoom = 6;

/** A thin line where a night begins, with its date where there is room. */
export function NightLines({ spans, x, plot, rem }: NightLinesProps) {
  const gap = textWidth('2025-11-22', tickFontRem, rem) + 0.5 * rem;
  const placed = thinOut(
    spans.filter(({ night }) => night !== null),
    ({ first }) => x(first - 0.5),
    gap,
  );
  const hasLines = plot.width / Math.max(1, spans.length) >= leastRoom;
  return (
    <g aria-hidden>
      {placed
        .filter(({ isWritten }) => hasLines || isWritten)
        .map(({ item, x: left, isWritten }) => (
          <g key={item.first}>
            <line
              className={classes.nightLine}
              x1={left}
              x2={left}
              y1={isWritten ? plot.top - 0.75 * rem : plot.top}
              y2={plot.bottom}
            />
            {isWritten && left + gap <= plot.right + rem && (
              <text className={classes.nightLabel} x={left + 0.1875 * rem} y={plot.top - 0.1875 * rem}>
                {item.night}
              </text>
            )}
          </g>
        ))}
    </g>
  );
}
