import { scaleLinear } from 'd3-scale';
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { plotAreaOf, type ChartSize } from '../../charts/chart-size.ts';
import { XAxis } from '../../charts/XAxis.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import { markRadius, nearestPlace } from '../progression/chart-places.ts';
import { PullMarks } from '../progression/PullMarks.tsx';
import { difficultyNames, formatResult } from '../raid-format.ts';
import { cursorAfterKey } from './chart-cursor.ts';
import { ChartTip } from './ChartTip.tsx';
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
  const [cursor, setCursor] = useState<number | null>(null);
  const { plot, x, y, placed, pxPerPull } = usePlaces(points, size, highest);
  const medians = useMemo(() => nightMedians(points), [points]);
  const radius = markRadius(pxPerPull);
  const at = cursor === null ? undefined : placed[cursor - 1];
  const placeUnder = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - left + plot.left, y: event.clientY - top + plot.top };
    return nearestPlace(placed, pointer, pxPerPull)?.point.place ?? null;
  };
  const open = (place: number | null) => {
    const raidId = place === null ? undefined : points[place - 1]?.pull.raid.id;
    if (raidId !== undefined) onOpen(raidId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = cursorAfterKey(event.key, cursor, { min: 1, max: points.length, step: 1, page: 10 });
    if (to !== null) setCursor(to);
    else if (event.key === 'Enter') open(cursor);
    else return;
    event.preventDefault();
  };
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
        <PullMarks placed={placed} radius={radius} />
        {at && <circle data-export="no" className={classes.ring} cx={at.x} cy={at.y} r={Math.max(6, radius + 3)} />}
        <rect
          data-export="no"
          className={classes.overlay}
          x={plot.left}
          y={plot.top}
          width={plot.width}
          height={plot.height}
          role="slider"
          tabIndex={0}
          aria-label="Pull of the player"
          aria-valuemin={1}
          aria-valuemax={points.length}
          aria-valuenow={cursor ?? 1}
          aria-valuetext={at === undefined ? 'no pull chosen' : factsOf(at.point, name, format).join(', ')}
          onPointerMove={(event) => setCursor(placeUnder(event))}
          onPointerLeave={() => setCursor(null)}
          onClick={() => open(cursor)}
          onKeyDown={onKeyDown}
          onBlur={() => setCursor(null)}
        />
      </svg>
      {at && (
        <ChartTip x={at.x} y={at.y} size={size}>
          {factsOf(at.point, name, format).map((fact, index) =>
            index === 0 ? <strong key={fact}>{fact}</strong> : <div key={fact}>{fact}</div>,
          )}
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
