import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import { nearestNumber } from '../../charts/chart-places.ts';
import { plotAreaOf, type ChartSize, type PlotArea } from '../../charts/chart-size.ts';
import { ChartTip, TipFacts } from '../../charts/ChartTip.tsx';
import { PlotSlider, pointIn } from '../../charts/PlotSlider.tsx';
import { usePlotCursor } from '../../charts/use-plot-cursor.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { formatDuration, formatPercent } from '../raid-format.ts';
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
  const { plot, x, plots, barWidth } = useMemo(() => layOut(nights, size), [nights, size]);
  const { cursor, handlers } = usePlotCursor({
    range: { min: 1, max: nights.length, step: 1, page: 10 },
    under: (event) => nearestNumber(pointIn(plot, event).x, x, nights.length),
  });
  const at = cursor === null ? undefined : nights[cursor - 1];
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
        <PlotSlider
          area={plot}
          label="Night"
          min={1}
          max={Math.max(1, nights.length)}
          value={cursor}
          text={at === undefined ? 'no night chosen' : factsOf(at).join(', ')}
          handlers={handlers}
          pointer="crosshair"
        />
      </svg>
      {cursor !== null && at !== undefined && (
        <ChartTip x={x(cursor)} y={plot.top + size.rem} size={size}>
          <TipFacts facts={factsOf(at)} />
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
