import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import type { AxisUnit } from '../../charts/axis-ticks.ts';
import type { PlotArea } from '../../charts/chart-size.ts';
import { ResultMark } from '../../charts/ResultMark.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import classes from './Progression.module.css';
import type { NightFigures } from './pull-course.ts';

interface PanelProps {
  readonly nights: readonly NightFigures[];
  readonly plot: PlotArea;
  /** Of a night's place, from 1 on. */
  readonly x: (place: number) => number;
  readonly barWidth: number;
  readonly rem: number;
}

/** How many pulls a night had; a kill's mark above those that had one. */
export function PullsPanel({ nights, plot, x, barWidth, rem }: PanelProps) {
  const y = panelScale(plot, Math.max(...nights.map(({ pullCount }) => pullCount)));
  const mark = Math.min(0.75 * rem, Math.max(4, barWidth));
  return (
    <Panel name="Pulls" scale={y} plot={plot} rem={rem} unit="count">
      {nights.map(({ night, pullCount, killCount }, index) => (
        <g key={night}>
          <Bar x={x(index + 1)} top={y(pullCount)} bottom={plot.bottom} width={barWidth} className={classes.bar} />
          {killCount > 0 && <ResultMark result="kill" x={x(index + 1)} y={y(pullCount) - mark / 2 - 2} size={mark} />}
        </g>
      ))}
    </Panel>
  );
}

/** The least health that a night left: the lower the better. */
export function HealthPanel({ nights, plot, x, barWidth, rem }: PanelProps) {
  const y = panelScale(plot, 100);
  return (
    <Panel name="Best health left" scale={y} plot={plot} rem={rem} unit="percent">
      {nights.map(({ night, bestHealth }, index) =>
        bestHealth === null ? null : bestHealth === 0 ? (
          <ResultMark
            key={night}
            result="kill"
            x={x(index + 1)}
            y={y(0) - Math.min(0.375 * rem, barWidth / 2)}
            size={Math.max(2.5, Math.min(0.75 * rem, barWidth))}
          />
        ) : (
          <Bar
            key={night}
            x={x(index + 1)}
            top={y(bestHealth)}
            bottom={plot.bottom}
            width={barWidth}
            className={classes.wipeBar}
          />
        ),
      )}
    </Panel>
  );
}

export function DeathsPanel({ nights, plot, x, barWidth, rem }: PanelProps) {
  const y = panelScale(plot, Math.max(...nights.map(({ deathsPerPull }) => deathsPerPull ?? 0)));
  return (
    <Panel name="Deaths per pull" scale={y} plot={plot} rem={rem} unit="number">
      {nights.map(({ night, deathsPerPull }, index) =>
        deathsPerPull === null ? null : (
          <Bar
            key={night}
            x={x(index + 1)}
            top={y(deathsPerPull)}
            bottom={plot.bottom}
            width={barWidth}
            className={classes.bar}
          />
        ),
      )}
    </Panel>
  );
}

/** The middle length of a night's pulls, with a line from the shortest to the longest. */
export function LengthPanel({ nights, plot, x, barWidth, rem }: PanelProps) {
  const y = panelScale(plot, Math.max(...nights.map(({ longestSeconds }) => longestSeconds ?? 0)));
  return (
    <Panel name="Length of pulls" scale={y} plot={plot} rem={rem} unit="seconds">
      {nights.map(({ night, shortestSeconds, medianSeconds, longestSeconds }, index) =>
        shortestSeconds === null || medianSeconds === null || longestSeconds === null ? null : (
          <g key={night}>
            <Bar
              x={x(index + 1)}
              top={y(medianSeconds)}
              bottom={plot.bottom}
              width={barWidth}
              className={classes.bar}
            />
            <line
              className={classes.whisker}
              x1={x(index + 1)}
              x2={x(index + 1)}
              y1={y(shortestSeconds)}
              y2={y(longestSeconds)}
            />
          </g>
        ),
      )}
    </Panel>
  );
}

/** From 0 up to the highest value, or to 1 where there is none. */
function panelScale(plot: PlotArea, most: number) {
  return scaleLinear([0, Math.max(1, most)], [plot.bottom, plot.top]).nice(3);
}

interface PanelFrameProps {
  readonly name: string;
  readonly scale: ReturnType<typeof panelScale>;
  readonly plot: PlotArea;
  readonly rem: number;
  readonly unit: AxisUnit;
  readonly children: ReactNode;
}

function Panel({ name, scale, plot, rem, unit, children }: PanelFrameProps) {
  return (
    <g>
      <YAxis scale={scale} plot={plot} rem={rem} unit={unit} title={name} />
      <line className={classes.baseline} x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {children}
    </g>
  );
}

interface BarProps {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly className: string | undefined;
}

function Bar({ x, top, bottom, width, className }: BarProps) {
  return <rect className={className} x={x - width / 2} y={top} width={width} height={Math.max(0, bottom - top)} />;
}
