import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import { markRadius, nearestPlace } from '../../charts/chart-places.ts';
import { plotAreaOf, type ChartSize } from '../../charts/chart-size.ts';
import { ChartTip, TipFacts } from '../../charts/ChartTip.tsx';
import { PlotSlider, pointIn } from '../../charts/PlotSlider.tsx';
import { MarkRing, ResultMarks } from '../../charts/ResultMarks.tsx';
import { usePlotCursor } from '../../charts/use-plot-cursor.ts';
import { XAxis } from '../../charts/XAxis.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import { difficultyNames, formatResult } from '../raid-format.ts';
import { nightMedians, type CoursePoint } from './player-course.ts';
import classes from './PlayerPulls.module.css';

interface PlayerDrawingProps {
  readonly points: readonly CoursePoint[];
  readonly size: ChartSize;
  readonly name: string;
  readonly highest: number;
  readonly format: (value: number) => string;
  readonly onOpen: (raidId: string) => void;
}

/** A mark for each pull, the median of each night as a level line, and a cursor from pull to pull. */
export function PlayerDrawing({ points, size, name, highest, format, onOpen }: PlayerDrawingProps) {
  const { plot, x, y, placed, pxPerPull } = usePlaces(points, size, highest);
  const medians = useMemo(() => nightMedians(points), [points]);
  const radius = markRadius(pxPerPull);
  const { cursor, handlers } = usePlotCursor({
    range: { min: 1, max: points.length, step: 1, page: 10 },
    under: (event) => nearestPlace(placed, pointIn(plot, event), pxPerPull)?.point.place ?? null,
    onOpen: (place) => {
      const raidId = place === null ? undefined : points[place - 1]?.pull.raid.id;
      if (raidId !== undefined) onOpen(raidId);
    },
  });
  const at = cursor === null ? undefined : placed[cursor - 1];
  return (
    <>
      <svg width={size.width} height={size.height} role="group" aria-label={`${name} from pull to pull`}>
        <XAxis scale={x} plot={plot} rem={size.rem} unit="count" format={String} title="Pull, oldest first" />
        <YAxis
          scale={y}
          plot={plot}
          rem={size.rem}
          title={name}
          {...(highest === 100 ? {} : { format: (value: number) => format(value) })}
        />
        {medians.map(({ first, last, median }) => (
          <line
            key={first}
            className={classes.median}
            x1={x(first - 0.5)}
            x2={x(last + 0.5)}
            y1={y(median)}
            y2={y(median)}
          />
        ))}
        <ResultMarks placed={placed} radius={radius} />
        {at && <MarkRing x={at.x} y={at.y} radius={radius} />}
        <PlotSlider
          area={plot}
          label="Pull of the player"
          min={1}
          max={points.length}
          value={cursor}
          text={at === undefined ? 'no pull chosen' : factsOf(at.point, name, format).join(', ')}
          handlers={handlers}
          pointer="pointer"
        />
      </svg>
      {at && (
        <ChartTip x={at.x} y={at.y} size={size}>
          <TipFacts facts={factsOf(at.point, name, format)} />
        </ChartTip>
      )}
    </>
  );
}

function usePlaces(points: readonly CoursePoint[], size: ChartSize, highest: number) {
  return useMemo(() => {
    const plot = plotAreaOf(size, { top: 1.75, left: 4 });
    const x = scaleLinear([0.5, points.length + 0.5], [plot.left, plot.right]);
    const y = scaleLinear([0, highest > 0 ? highest : 1], [plot.bottom, plot.top]);
    const placed = points.map((point) => {
      const { raid } = point.pull;
      return { point, id: raid.id, result: raid.result, x: x(point.place), y: y(point.value) };
    });
    return { plot, x, y, placed, pxPerPull: plot.width / Math.max(1, points.length) };
  }, [points, size, highest]);
}

function factsOf({ pull, value }: CoursePoint, name: string, format: (value: number) => string): readonly string[] {
  const { raid, participant } = pull;
  return [
    `${name} ${format(value)}`,
    `${raid.boss}, ${difficultyNames[raid.difficulty]}, pull ${raid.pullNumber ?? '?'}`,
    `${formatResult(raid)}, as ${participant.class}`,
    raid.night === null ? 'night not known' : `night of ${raid.night}`,
  ];
}
