import { useEffect, useRef, type PointerEvent } from 'react';
import { useChartSize } from '../../charts/use-chart-size.ts';
import { binsOf } from './pull-bins.ts';
import type { Palette } from './palette.ts';
import classes from './Timeline.module.css';
import type { TimelineModel } from './timeline-model.ts';
import type { TimeView } from './use-time-window.ts';

interface TimelineOverviewProps {
  readonly model: TimelineModel;
  readonly view: TimeView;
  readonly palette: Palette | null;
}

/** All of the time in a strip, and in a box the part of it that is in view, to be dragged along. */
export function TimelineOverview({ model, view, palette }: TimelineOverviewProps) {
  const { ref, size } = useChartSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useOverviewDrag(view, size?.width ?? 1);
  const { window, whole } = view;
  const length = whole.end - whole.start;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || size === null || palette === null) return;
    const density = globalThis.devicePixelRatio || 1;
    context.canvas.width = Math.round(size.width * density);
    context.canvas.height = Math.round(size.height * density);
    context.setTransform(density, 0, 0, density, 0, 0);
    paintOverview(context, model, palette, { start: whole.start, length }, size);
  }, [model, palette, size, whole.start, length]);
  return (
    // Only a second way to move: the picture itself does the same by keyboard.
    <div className={classes.overview} aria-hidden>
      <span className={classes.overviewName}>Whole time</span>
      <div ref={ref} className={classes.overviewStrip} {...drag}>
        <canvas ref={canvas} className={classes.canvas} />
        <div
          className={classes.overviewWindow}
          style={{
            left: `${((window.start - whole.start) / length) * 100}%`,
            width: `${((window.end - window.start) / length) * 100}%`,
          }}
        />
      </div>
    </div>
  );
}

function paintOverview(
  context: CanvasRenderingContext2D,
  model: TimelineModel,
  palette: Palette,
  whole: { readonly start: number; readonly length: number },
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const { lanes, seconds } = binsOf(model, whole.length / width, 2);
  const counts = new Map<number, number>();
  for (const { start, pullCount } of lanes.flat()) counts.set(start, (counts.get(start) ?? 0) + pullCount);
  const most = Math.max(1, ...counts.values());
  context.fillStyle = palette.dimmed;
  for (const [start, count] of counts) {
    const barHeight = Math.max(1.5, (count / most) * (height - 3));
    const x = ((start - whole.start) / whole.length) * width;
    context.fillRect(x, height - barHeight, Math.max(1, (seconds / whole.length) * width - 0.5), barHeight);
  }
}

/** A press beside the box puts it there; then it follows the pointer. */
function useOverviewDrag({ window, whole, centre }: TimeView, width: number) {
  /** Seconds from the box's middle to where it is held; null while it is not. */
  const held = useRef<number | null>(null);
  const momentAt = (event: PointerEvent<HTMLElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return whole.start + ((event.clientX - left) / width) * (whole.end - whole.start);
  };
  const release = () => {
    held.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const moment = momentAt(event);
      const isInBox = moment >= window.start && moment <= window.end;
      held.current = isInBox ? (window.start + window.end) / 2 - moment : 0;
      if (!isInBox) centre(moment);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held.current !== null) centre(momentAt(event) + held.current);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}
