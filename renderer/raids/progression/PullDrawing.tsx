import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { ProgressPull } from '../../../shared/raids/progress-types.ts';
import { plotAreaOf, type ChartSize } from '../../charts/chart-size.ts';
import { markRadius, nearestNumber, nearestPlace } from '../../charts/chart-places.ts';
import { ChartTip } from '../../charts/ChartTip.tsx';
import { PlotSlider, pointIn } from '../../charts/PlotSlider.tsx';
import { MarkRing, ResultMarks } from '../../charts/ResultMarks.tsx';
import { StepLine } from '../../charts/StepLine.tsx';
import { XAxis } from '../../charts/XAxis.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import { NightLines } from './NightLines.tsx';
import classes from './Progression.module.css';
import { nightSpans, sayPull, type PullRange } from './pull-course.ts';
import { PullFacts } from './PullFacts.tsx';
import { usePullCursor } from './use-pull-cursor.ts';

interface PullDrawingProps {
  readonly pulls: readonly ProgressPull[];
  readonly size: ChartSize;
  readonly range: PullRange | null;
  readonly onRange: (range: PullRange | null) => void;
  readonly onOpen: (raidId: string) => void;
}

/** A mark for each pull, the best so far as steps, and a cursor from pull to pull. */
export function PullDrawing({ pulls, size, range: chosen, onRange, onOpen }: PullDrawingProps) {
  const count = pulls.length;
  const { plot, x, y, placed, pxPerPull } = usePlaces(pulls, size);
  // Marks of kills and of pulls at full health stand half outside the plot.
  const area = { ...plot, top: plot.top - 0.25 * size.rem, height: plot.height + 0.5 * size.rem };
  const { cursor, range, isDragging, handlers } = usePullCursor({
    count,
    pullUnder: (event) => nearestPlace(placed, pointIn(area, event), pxPerPull)?.pull.number ?? null,
    numberUnder: (event) => nearestNumber(pointIn(area, event).x, x, count) ?? 1,
    range: chosen,
    onRange,
    onOpen: (number) => {
      const raidId = pulls[number - 1]?.raidId;
      if (raidId !== undefined) onOpen(raidId);
    },
  });
  const spans = useMemo(() => nightSpans(pulls), [pulls]);
  const radius = markRadius(pxPerPull);
  const at = cursor === null ? null : (placed[cursor - 1] ?? null);
  return (
    <>
      <svg width={size.width} height={size.height} role="group" aria-label="Health left by pull">
        <XAxis scale={x} plot={plot} rem={size.rem} unit="count" format={String} title="Pull" />
        <YAxis scale={y} plot={plot} rem={size.rem} unit="percent" />
        {/* Above the dates of the nights. */}
        <text className={classes.axisTitle} x={0.25 * size.rem} y={plot.top - 1.25 * size.rem}>
          Health left
        </text>
        <NightLines spans={spans} x={x} plot={plot} rem={size.rem} />
        {range !== null && (
          <rect
            data-export="no"
            className={classes.range}
            x={x(range.low - 0.5)}
            width={x(range.high + 0.5) - x(range.low - 0.5)}
            y={plot.top}
            height={plot.height}
          />
        )}
        <StepLine
          points={pulls.map(({ number, bestSoFar }) => ({ x: x(number), y: y(bestSoFar) }))}
          color="var(--best)"
          endX={x(count + 0.5)}
          width={2.5}
          dotRadius={0}
        />
        <ResultMarks placed={placed} radius={radius} />
        {at !== null && <MarkRing x={at.x} y={at.y} radius={radius} />}
        <PlotSlider
          area={area}
          label="Pull"
          min={1}
          max={count}
          value={cursor}
          text={at === null ? 'no pull chosen' : sayPull(at.pull)}
          handlers={handlers}
          pointer="crosshair"
        />
      </svg>
      {at !== null && !isDragging && (
        <ChartTip x={at.x} y={at.y} size={size}>
          <PullFacts pull={at.pull} />
        </ChartTip>
      )}
    </>
  );
}

function usePlaces(pulls: readonly ProgressPull[], size: ChartSize) {
  return useMemo(() => {
    const plot = plotAreaOf(size, { top: 2.25 });
    const x = scaleLinear([0.5, pulls.length + 0.5], [plot.left, plot.right]);
    const y = scaleLinear([0, 100], [plot.bottom, plot.top]);
    const placed = pulls.map((pull) => {
      const { raidId: id, result, number, healthLeft } = pull;
      return { pull, id, result, x: x(number), y: y(healthLeft) };
    });
    return { plot, x, y, placed, pxPerPull: plot.width / Math.max(1, pulls.length) };
  }, [pulls, size]);
}
