import { scaleLinear } from 'd3-scale';
import { useMemo, type PointerEvent } from 'react';
import type { ProgressPull } from '../../../shared/raids/progress-types.ts';
import { plotAreaOf, type ChartSize } from '../../charts/chart-size.ts';
import { StepLine } from '../../charts/StepLine.tsx';
import { XAxis } from '../../charts/XAxis.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import { ChartTip } from '../compare/ChartTip.tsx';
import { markRadius, nearestNumber, nearestPlace } from './chart-places.ts';
import { NightLines } from './NightLines.tsx';
import classes from './Progression.module.css';
import { nightSpans, sayPull, type PullRange } from './pull-course.ts';
import { PullFacts } from './PullFacts.tsx';
import { PullMarks } from './PullMarks.tsx';
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
  const pointOf = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left + plot.left, y: event.clientY - top + plot.top };
  };
  const { cursor, range, isDragging, handlers } = usePullCursor({
    count,
    pullUnder: (event) => nearestPlace(placed, pointOf(event), pxPerPull)?.pull.number ?? null,
    numberUnder: (event) => nearestNumber(pointOf(event).x, x, count) ?? 1,
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
        <PullMarks placed={placed} radius={radius} />
        {at !== null && (
          <circle data-export="no" className={classes.ring} cx={at.x} cy={at.y} r={Math.max(6, radius + 3)} />
        )}
        <rect
          data-export="no"
          className={classes.overlay}
          x={plot.left}
          y={plot.top - 0.25 * size.rem}
          width={plot.width}
          height={plot.height + 0.5 * size.rem}
          role="slider"
          tabIndex={0}
          aria-label="Pull"
          aria-valuemin={1}
          aria-valuemax={count}
          aria-valuenow={cursor ?? 1}
          aria-valuetext={at === null ? 'no pull chosen' : sayPull(at.pull)}
          {...handlers}
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
