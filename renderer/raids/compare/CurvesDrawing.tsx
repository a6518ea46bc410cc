import { scaleLinear } from 'd3-scale';
import { secondsLabel, textWidth } from '../../charts/axis-ticks.ts';
import { plotAreaOf, type ChartSize } from '../../charts/chart-size.ts';
import { ChartTip } from '../../charts/ChartTip.tsx';
import { PlotSlider, pointIn } from '../../charts/PlotSlider.tsx';
import { ResultMark } from '../../charts/ResultMark.tsx';
import { StepLine } from '../../charts/StepLine.tsx';
import { usePlotCursor } from '../../charts/use-plot-cursor.ts';
import { XAxis } from '../../charts/XAxis.tsx';
import { YAxis } from '../../charts/YAxis.tsx';
import { formatPercent } from '../raid-format.ts';
import classes from './CurvesDrawing.module.css';
import type { ComparedColumn } from './comparison-columns.ts';
import { lastSecond, pointAt, type CurveLine } from './curve-lines.ts';
import { dodgeLabels } from './end-labels.ts';
import { lineStyleOf } from './line-styles.ts';
import { PullBadge } from './PullBadge.tsx';

interface CurvesDrawingProps {
  readonly lines: readonly CurveLine[];
  readonly columns: readonly ComparedColumn[];
  readonly size: ChartSize;
}

type Scale = (value: number) => number;

/** Step lines of the boss's health with a cursor that reads all of them at one moment. */
export function CurvesDrawing({ lines, columns, size }: CurvesDrawingProps) {
  const plot = plotAreaOf(size, { top: 1.75, right: 3.5 });
  const end = Math.ceil(lastSecond(lines));
  const x = scaleLinear([0, end], [plot.left, plot.right]);
  const y = scaleLinear([0, 100], [plot.bottom, plot.top]);
  const { cursor: at, handlers } = usePlotCursor({
    range: { min: 0, max: end, step: 5, page: 30 },
    under: (event) => Math.round(Math.max(0, x.invert(pointIn(plot, event).x))),
  });
  return (
    <>
      <svg width={size.width} height={size.height} role="group" aria-label="Boss health from the pull">
        <XAxis scale={x} plot={plot} rem={size.rem} unit="seconds" title="Time from the pull" />
        <YAxis scale={y} plot={plot} rem={size.rem} unit="percent" title="Boss health" />
        {lines.map((line) => (
          <Curve key={line.key} line={line} columns={columns} x={x} y={y} isCrowded={lines.length > 4} />
        ))}
        <EndMarks lines={lines} columns={columns} x={x} y={y} bottom={plot.bottom} rem={size.rem} />
        {at !== null && (
          <g data-export="no">
            <line className={classes.cursor} x1={x(at)} x2={x(at)} y1={plot.top} y2={plot.bottom} />
            {lines.map((line) => {
              const point = pointAt(line, at);
              const { color } = lineStyleOf(columns, line.key);
              return point && <circle key={line.key} cx={x(at)} cy={y(point.health)} r={4} fill={color} />;
            })}
          </g>
        )}
        <PlotSlider
          area={plot}
          label="Moment of the pull"
          min={0}
          max={end}
          value={at}
          text={at === null ? 'no moment chosen' : sayMoment(lines, at)}
          handlers={handlers}
        />
      </svg>
      {at !== null && (
        <ChartTip x={x(at)} y={plot.top + 1.5 * size.rem} size={size}>
          <MomentFacts lines={lines} columns={columns} second={at} />
        </ChartTip>
      )}
    </>
  );
}

interface CurveProps {
  readonly line: CurveLine;
  readonly columns: readonly ComparedColumn[];
  readonly x: Scale;
  readonly y: Scale;
  readonly isCrowded: boolean;
}

function Curve({ line, columns, x, y, isCrowded }: CurveProps) {
  const { color, dash } = lineStyleOf(columns, line.key);
  const isComputed = line.mark === 'Median';
  const last = line.points.at(-1);
  return (
    <g data-line={line.mark}>
      <StepLine
        points={line.points.map(({ second, health }) => ({ x: x(second), y: y(health) }))}
        color={color}
        {...(line.end === null ? {} : { endX: x(line.end.second) })}
        {...(dash === undefined ? {} : { dash })}
        width={isComputed ? 2.5 : 1.75}
        dotRadius={isComputed ? 0 : isCrowded ? 1.5 : 2}
      />
      {/* The health at the end is the pull's own, told by no message. */}
      {line.end !== null && last !== undefined && (
        <line
          x1={x(line.end.second)}
          x2={x(line.end.second)}
          y1={y(last.health)}
          y2={y(line.end.health)}
          stroke={color}
          strokeWidth={1.75}
          strokeDasharray={dash}
        />
      )}
    </g>
  );
}

interface EndMarksProps {
  readonly lines: readonly CurveLine[];
  readonly columns: readonly ComparedColumn[];
  readonly x: Scale;
  readonly y: Scale;
  readonly bottom: number;
  readonly rem: number;
}

/** How each pull ended, with its letter beside it. */
function EndMarks({ lines, columns, x, y, bottom, rem }: EndMarksProps) {
  const labels = lines.flatMap(({ key, mark, points, end }) => {
    const last = end ?? points.at(-1);
    if (last === undefined) return [];
    const column = columns.find((one) => one.key === key);
    const result = column === undefined || column.kind === 'median' ? null : column.raid.result;
    return [{ key, mark, place: { x: x(last.second), y: y(last.health) }, result }];
  });
  return (
    <g>
      {labels.map(({ key, result, place }) => {
        return result && <ResultMark key={key} result={result} x={place.x} y={place.y} size={0.6875 * rem} />;
      })}
      {dodgeLabels(
        labels.map(({ key, mark, place }) => {
          return { key, mark, x: place.x + 0.5 * rem, y: place.y, width: textWidth(mark, 0.75, rem) + 0.25 * rem };
        }),
        { height: 0.75 * rem, bottom, marks: labels.flatMap(({ place, result }) => (result === null ? [] : [place])) },
      ).map((label) => (
        <text
          key={label.key}
          className={classes.endLabel}
          x={label.x}
          y={label.y}
          dy="0.35em"
          fill={lineStyleOf(columns, label.key).color}
        >
          {label.mark}
        </text>
      ))}
    </g>
  );
}

interface MomentFactsProps {
  readonly lines: readonly CurveLine[];
  readonly columns: readonly ComparedColumn[];
  readonly second: number;
}

function MomentFacts({ lines, columns, second }: MomentFactsProps) {
  return (
    <>
      <strong>{secondsLabel(second)}</strong>
      {lines.map((line) => (
        <div key={line.key} className={classes.tipLine}>
          <PullBadge mark={line.mark} style={lineStyleOf(columns, line.key)} />
          <span>{healthText(line, second)}</span>
        </div>
      ))}
    </>
  );
}

function sayMoment(lines: readonly CurveLine[], second: number): string {
  return [secondsLabel(second), ...lines.map((line) => `${line.mark} ${healthText(line, second)}`)].join(', ');
}

function healthText(line: CurveLine, second: number): string {
  const point = pointAt(line, second);
  if (point === null) {
    const first = line.points[0];
    return first !== undefined && second < first.second ? 'not told yet' : 'over';
  }
  const health = formatPercent(point.health);
  return point.pullCount === null ? health : `${health}, median of ${point.pullCount} pulls`;
}
