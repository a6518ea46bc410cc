import { scaleLinear } from 'd3-scale';
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { plotAreaOf, type ChartSize, type PlotArea } from '../../charts/chart-size.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { formatDuration, formatPercent } from '../raid-format.ts';
import { cursorAfterKey } from '../compare/chart-cursor.ts';
import { ChartTip } from '../compare/ChartTip.tsx';
import { nearestNumber } from './chart-places.ts';
import { NightAxis } from './NightAxis.tsx';
import { DeathsPanel, HealthPanel, LengthPanel, PullsPanel } from './NightPanels.tsx';
import classes from './Progression.module.css';
import { formatPerPull, type NightFigures } from './pull-course.ts';

interface NightDrawingProps {
  readonly nights: readonly NightFigures[];
  readonly size: ChartSize;
}

/** Panels, one above the other. */
const panels = [
  { key: 'pulls', Panel: PullsPanel },
  { key: 'health', Panel: HealthPanel },
  { key: 'deaths', Panel: DeathsPanel },
  { key: 'lengths', Panel: LengthPanel },
] as const;

/** Four small charts over the same nights, with one cursor through all of them. */
export function NightDrawing({ nights, size }: NightDrawingProps) {
  const [cursor, setCursor] = useState<number | null>(null);
  const { plot, x, plots, barWidth } = useMemo(() => layOut(nights, size), [nights, size]);
  const at = cursor === null ? undefined : nights[cursor - 1];
  const onPointerMove = (event: PointerEvent) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setCursor(nearestNumber(event.clientX - left + plot.left, x, nights.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = cursorAfterKey(event.key, cursor, { min: 1, max: nights.length, step: 1, page: 10 });
    if (to === null) return;
    event.preventDefault();
    setCursor(to);
  };
  return (
    <>
      <svg width={size.width} height={size.height} role="group" aria-label="Night by night">
        {cursor !== null && (
          <rect
            data-export="no"
            className={classes.range}
            x={x(cursor) - Math.max(barWidth, 4) / 2 - 2}
            width={Math.max(barWidth, 4) + 4}
            y={plot.top}
            height={plot.height}
          />
        )}
        {plots.map(({ key, Panel, area }) => (
          <Panel key={key} nights={nights} plot={area} x={x} barWidth={barWidth} rem={size.rem} />
        ))}
        <NightAxis nights={nights} x={x} plot={plot} rem={size.rem} />
        <rect
          data-export="no"
          className={classes.overlay}
          x={plot.left}
          y={plot.top}
          width={plot.width}
          height={plot.height}
          role="slider"
          tabIndex={0}
          aria-label="Night"
          aria-valuemin={1}
          aria-valuemax={Math.max(1, nights.length)}
          aria-valuenow={cursor ?? 1}
          aria-valuetext={at === undefined ? 'no night chosen' : factsOf(at).join(', ')}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setCursor(null)}
          onKeyDown={onKeyDown}
          onBlur={() => setCursor(null)}
        />
      </svg>
      {cursor !== null && at !== undefined && (
        <ChartTip x={x(cursor)} y={plot.top + size.rem} size={size}>
          {factsOf(at).map((fact, index) =>
            index === 0 ? <strong key={fact}>{fact}</strong> : <div key={fact}>{fact}</div>,
          )}
        </ChartTip>
      )}
    </>
  );
}

function layOut(nights: readonly NightFigures[], size: ChartSize) {
  const { rem } = size;
  const plot = plotAreaOf(size, { top: 1.5, bottom: 2, left: 3.25 });
  const x = scaleLinear([0.5, nights.length + 0.5], [plot.left, plot.right]);
  // Above each panel but the first there is room for its name.
  const height = (plot.height - (panels.length - 1) * 2.25 * rem) / panels.length;
  const plots = panels.map(({ key, Panel }, index) => {
    const top = plot.top + index * (height + 2.25 * rem);
    return { key, Panel, area: { ...plot, top, bottom: top + height, height } satisfies PlotArea };
  });
  const barWidth = Math.max(1, Math.min(2 * rem, (0.7 * plot.width) / Math.max(1, nights.length)));
  return { plot, x, plots, barWidth };
}

function factsOf(night: NightFigures): readonly string[] {
  const { shortestSeconds, medianSeconds, longestSeconds, killCount, bestHealth } = night;
  return [
    `Night of ${night.night}`,
    `${formatQuantity(night.pullCount, 'pull')}, ${formatQuantity(killCount, 'kill')}`,
    `best health ${formatPercent(bestHealth)}`,
    `${formatPerPull(night.deathsPerPull)} deaths per pull`,
    medianSeconds === null
      ? 'lengths not known'
      : `median length ${formatDuration(medianSeconds)}, from ${formatDuration(shortestSeconds)} to ${formatDuration(longestSeconds)}`,
  ];
}
