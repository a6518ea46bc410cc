import { useComputedColorScheme, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { RaidMark } from '../../../shared/raids/pull-types.ts';
import { useIsReadOnly } from '../../annotations/AnnotationsProvider.tsx';
import { formatQuantity } from '../../app/number-format.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import type { ChartSize } from '../../charts/chart-size.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { canvasPen } from './canvas-pen.ts';
import { hitAt } from './find-hit.ts';
import type { OpenMark } from './NightTimeline.tsx';
import { paintTimeline, type TimelinePicture } from './paint-timeline.ts';
import { readPalette, type Palette } from './palette.ts';
import { spokenPull } from './pull-facts.ts';
import classes from './Timeline.module.css';
import { TimelineFlags } from './TimelineFlags.tsx';
import { ChosenBox, HitBox, PullBox } from './TimelineBoxes.tsx';
import { TimelineTip } from './TimelineTip.tsx';
import { layoutOf } from './timeline-layout.ts';
import type { TimelineModel } from './timeline-model.ts';
import { useTimelineGestures } from './use-timeline-gestures.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';
import type { TimeView } from './use-time-window.ts';

interface TimelineSurfaceProps {
  readonly size: ChartSize;
  readonly model: TimelineModel;
  readonly marks: readonly RaidMark[];
  readonly view: TimeView;
  readonly pictureOf: (size: ChartSize, palette: Palette, hasFlags: boolean) => TimelinePicture;
  readonly palette: Palette | null;
  readonly onPalette: (palette: Palette) => void;
  readonly openMark: OpenMark | null;
  readonly onOpenMark: (mark: OpenMark | null) => void;
  readonly onNarrow: (start: number, end: number) => void;
}

/** The canvas, and over it what follows the pointer and the keyboard. */
export function TimelineSurface(props: TimelineSurfaceProps) {
  const { size, model, marks, view, onPalette, openMark, onOpenMark } = props;
  const { open } = useRaidPlace();
  const timeFormat = useTimeFormat();
  const isReadOnly = useIsReadOnly();
  const surface = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [pointer, setPointer] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const layout = layoutOf(size, model.lanes.length);
  const openPull = (pull: number) => open({ page: 'raid', raidId: model.pulls.ids[pull] ?? '' });
  const addMark = (second: number) => {
    if (!isReadOnly) onOpenMark({ kind: 'new', second });
  };
  const { active, onKeyDown } = useTimelineKeys({ model, view, onOpen: openPull, onMark: addMark });
  const gestures = useTimelineGestures({
    surface,
    layout,
    view,
    onHover: setPointer,
    onClick: ({ x, y }) => {
      const hit = hitAt(model, layout, view.window, x, y);
      if (hit === null) return false;
      if (hit.kind === 'pull') openPull(hit.pull);
      else view.centre((hit.stretch.start + hit.stretch.end) / 2, (hit.stretch.end - hit.stretch.start) * 1.3);
      return true;
    },
    onChoose: ({ start, end }) => props.onNarrow(start, end),
    onMark: addMark,
  });
  // Worked out anew for each window: what is below a pointer that rests changes while one zooms.
  const isPointing = pointer !== null && gestures.chosen === null && openMark === null;
  const hit = isPointing ? hitAt(model, layout, view.window, pointer.x, pointer.y) : null;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is interactive */}
      <div
        ref={surface}
        className={classes.surface}
        role="application"
        aria-label={`Timeline of nights, ${formatQuantity(model.pulls.ids.length, 'pull')}`}
        aria-describedby={helpId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application takes keys
        tabIndex={0}
        data-hit={hit?.kind}
        data-start={Math.round(view.window.start)}
        data-end={Math.round(view.window.end)}
        onKeyDown={onKeyDown}
        {...gestures.handlers}
      >
        <PaintedCanvas {...props} onPalette={onPalette} />
        {active !== null && <PullBox model={model} layout={layout} window={view.window} pull={active} isActive />}
        {hit && <HitBox model={model} layout={layout} window={view.window} hit={hit} />}
        {gestures.chosen && <ChosenBox layout={layout} window={view.window} stretch={gestures.chosen} />}
      </div>
      <VisuallyHidden id={helpId}>
        Arrow keys go from pull to pull and from lane to lane, Home and End to the first and the last. Enter opens a
        pull. Plus and minus zoom, 0 shows the whole time, Shift with an arrow and the page keys move along. M marks a
        moment.
      </VisuallyHidden>
      <VisuallyHidden role="status">{active === null ? '' : spokenPull(model, active, timeFormat)}</VisuallyHidden>
      {hit && pointer && <TimelineTip x={pointer.x} hit={hit} model={model} layout={layout} size={size} />}
      <TimelineFlags layout={layout} window={view.window} marks={marks} openMark={openMark} onOpenMark={onOpenMark} />
    </>
  );
}

/** Draws at most once a frame, and only what is in view. */
function PaintedCanvas({ size, pictureOf, palette, onPalette }: TimelineSurfaceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme('light');
  useLayoutEffect(() => {
    if (canvas.current?.parentElement) onPalette(readPalette(canvas.current.parentElement, scheme));
  }, [scheme, onPalette]);
  const density = globalThis.devicePixelRatio || 1;
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d');
      if (!context || palette === null) return;
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      paintTimeline(canvasPen(context, palette.fontFamily), pictureOf(size, palette, false));
    });
    return () => cancelAnimationFrame(frame);
  }, [size, pictureOf, palette, density]);
  return (
    <canvas
      ref={canvas}
      className={classes.canvas}
      width={Math.round(size.width * density)}
      height={Math.round(size.height * density)}
      data-scheme={scheme}
      aria-hidden
    />
  );
}
