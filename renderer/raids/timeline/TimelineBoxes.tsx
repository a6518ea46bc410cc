import { useTimeFormat } from '../../app/use-settings.ts';
import type { TimelineHit } from './find-hit.ts';
import classes from './Timeline.module.css';
import { minuteText } from './time-ticks.ts';
import type { TimeWindow } from './time-window.ts';
import { barOf, detailLevelOf, xAt, type TimelineLayout } from './timeline-layout.ts';
import { nightsBetween, type TimelineModel } from './timeline-model.ts';
import type { ChosenStretch } from './use-timeline-gestures.ts';

interface BoxProps {
  readonly model: TimelineModel;
  readonly layout: TimelineLayout;
  readonly window: TimeWindow;
}

/** A frame around a pull; from afar around its place in its lane. */
export function PullBox({
  model,
  layout,
  window,
  pull,
  isActive = false,
}: BoxProps & { readonly pull: number; readonly isActive?: boolean }) {
  const place = model.pulls.lanes[pull] ?? 0;
  const lane = model.lanes[place];
  const start = model.pulls.starts[pull] ?? 0;
  if (lane === undefined) return null;
  const [from] = nightsBetween(lane, start, start);
  const night = lane.nights[from];
  if (night === undefined) return null;
  const bar = barOf(model, layout, window, place, night, pull);
  const isClose = detailLevelOf(layout, window) === 'pulls';
  const top = isClose ? bar.y : layout.top + place * layout.laneHeight;
  const height = isClose ? bar.height : layout.laneHeight;
  return <Frame layout={layout} x={bar.x} width={bar.width} top={top} height={height} isActive={isActive} />;
}

/** A frame around what is below the pointer. */
export function HitBox({ model, layout, window, hit }: BoxProps & { readonly hit: TimelineHit }) {
  if (hit.kind === 'pull') return <PullBox model={model} layout={layout} window={window} pull={hit.pull} />;
  const x = xAt(layout, window, hit.stretch.start);
  const width = xAt(layout, window, hit.stretch.end) - x;
  const top = layout.top + hit.lane * layout.laneHeight;
  return <Frame layout={layout} x={x} width={width} top={top} height={layout.laneHeight} />;
}

interface FrameProps {
  readonly layout: TimelineLayout;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly isActive?: boolean;
}

function Frame({ layout, x, width, top, height, isActive = false }: FrameProps) {
  const left = Math.max(layout.left, x) - 3;
  const right = Math.min(layout.right, x + width) + 3;
  if (right < layout.left || left > layout.right) return null;
  return (
    <div
      className={classes.frame}
      data-active={isActive || undefined}
      style={{ left, width: Math.max(0, right - left), top: top - 2, height: height + 4 }}
    />
  );
}

interface ChosenBoxProps {
  readonly layout: TimelineLayout;
  readonly window: TimeWindow;
  readonly stretch: ChosenStretch;
}

/** The stretch that a drag chooses, with its ends. */
export function ChosenBox({ layout, window, stretch }: ChosenBoxProps) {
  const { zone } = useTimeFormat();
  const start = Math.min(stretch.start, stretch.end);
  const end = Math.max(stretch.start, stretch.end);
  const left = xAt(layout, window, start);
  const width = xAt(layout, window, end) - left;
  const isLeft = left + width / 2 < (layout.left + layout.right) / 2;
  return (
    <div
      className={classes.chosen}
      data-testid="chosen-time"
      style={{ left, width, top: layout.top, height: layout.bottom - layout.top }}
    >
      <span className={classes.chosenText} style={isLeft ? { left: 0 } : { right: 0 }}>
        {minuteText(start, zone)} – {minuteText(end, zone)}
      </span>
    </div>
  );
}
