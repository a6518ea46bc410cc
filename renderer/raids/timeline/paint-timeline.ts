import { formatQuantity } from '../../app/number-format.ts';
import type { RaidMark } from '../../../shared/raids/pull-types.ts';
import { paintLane } from './paint-lane.ts';
import type { Palette } from './palette.ts';
import type { Pen } from './pen.ts';
import { timeTicks, type TimeTicks } from './time-ticks.ts';
import type { TimeWindow } from './time-window.ts';
import { xAt, type TimelineLayout } from './timeline-layout.ts';
import type { TimelineModel } from './timeline-model.ts';

export interface TimelinePicture {
  readonly model: TimelineModel;
  readonly layout: TimelineLayout;
  readonly window: TimeWindow;
  readonly timeZone: string;
  readonly marks: readonly RaidMark[];
  readonly palette: Palette;
  /** Flags with their texts; on the page they are buttons over the canvas. */
  readonly hasFlags: boolean;
}

const tickFontRem = 0.6875;

/** Draws what is in view, and nothing else: the time for it depends on the window, not on the library. */
export function paintTimeline(pen: Pen, picture: TimelinePicture): void {
  const { model, layout, window, timeZone } = picture;
  const ticks = timeTicks(window, layout.right - layout.left, timeZone, (letters) => {
    return (letters * tickFontRem * 0.62 + 1) * layout.rem;
  });
  paintGround(pen, picture, ticks);
  for (const [place, lane] of model.lanes.entries()) paintLane(pen, picture, lane, place);
  paintAxis(pen, picture, ticks);
  paintMarks(pen, picture);
}

function paintGround(pen: Pen, { model, layout, window, palette }: TimelinePicture, ticks: TimeTicks): void {
  const { left, right, top, bottom, laneHeight } = layout;
  for (const place of model.lanes.keys()) {
    const y = top + place * laneHeight;
    if (place % 2 === 0) pen.fill(left, y, right - left, laneHeight, palette.sunken);
    pen.line(0, Math.round(y) + 0.5, right, Math.round(y) + 0.5, palette.border);
  }
  for (const { second } of ticks.fine) {
    const x = Math.round(xAt(layout, window, second)) + 0.5;
    pen.line(x, top, x, bottom, palette.border);
  }
  for (const { second } of ticks.coarse) {
    const x = Math.round(xAt(layout, window, second)) + 0.5;
    if (x <= left || x > right) continue;
    pen.line(x, top, x, bottom, palette.dimmed);
    // Not through the label that may stand at the same moment.
    pen.line(x, bottom + 1.5 * layout.rem, x, bottom + 2.25 * layout.rem, palette.dimmed);
  }
  paintLaneNames(pen, model, layout, palette);
}

function paintLaneNames(pen: Pen, model: TimelineModel, layout: TimelineLayout, palette: Palette): void {
  const { left, top, laneHeight, rem } = layout;
  const mostWidth = left - rem;
  const isTall = laneHeight > 2.5 * rem;
  for (const [place, lane] of model.lanes.entries()) {
    const middle = top + (place + 0.5) * laneHeight;
    const y = isTall ? middle - 0.125 * rem : middle + 0.25 * rem;
    pen.text(lane.label, 0.25 * rem, y, { color: palette.text, size: 0.75 * rem, isBold: true, mostWidth });
    if (!isTall) continue;
    const counts = `${formatQuantity(lane.pullCount, 'pull')}, ${formatQuantity(lane.killCount, 'kill')}`;
    pen.text(counts, 0.25 * rem, y + rem, { color: palette.dimmed, size: tickFontRem * rem, mostWidth });
  }
}

function paintAxis(pen: Pen, { layout, window, palette }: TimelinePicture, ticks: TimeTicks): void {
  const { right, top, bottom, rem } = layout;
  pen.line(0, Math.round(bottom) + 0.5, right, Math.round(bottom) + 0.5, palette.dimmed);
  paintTimes(pen, { layout, window, palette }, ticks, bottom + 1.125 * rem, bottom + 2.25 * rem);
  if (layout.hasUpperAxis) paintTimes(pen, { layout, window, palette }, ticks, top - 0.375 * rem, top - 1.5 * rem);
}

/** Labels of the ticks with their feet at `fineY`, and those of longer stretches at `coarseY`. */
function paintTimes(
  pen: Pen,
  { layout, window, palette }: Pick<TimelinePicture, 'layout' | 'window' | 'palette'>,
  ticks: TimeTicks,
  fineY: number,
  coarseY: number,
): void {
  const { left, right, rem } = layout;
  const size = tickFontRem * rem;
  for (const { second, label } of ticks.fine) {
    const x = xAt(layout, window, second);
    const half = label.length * size * 0.31;
    if (x - half < left || x + half > right) continue;
    pen.text(label, x, fineY, { color: palette.dimmed, size, align: 'center' });
  }
  for (const [place, { second, label }] of ticks.coarse.entries()) {
    const x = Math.max(left, xAt(layout, window, second));
    const next = ticks.coarse[place + 1];
    const room = (next === undefined ? right : xAt(layout, window, next.second)) - x;
    // The label of a stretch that is nearly out of view gives way to that of the next one.
    if (room < label.length * size * 0.62 + 0.5 * rem) continue;
    pen.text(label, x + 0.25 * rem, coarseY, { color: palette.text, size, isBold: true });
  }
}

function paintMarks(pen: Pen, { layout, window, marks, palette, hasFlags }: TimelinePicture): void {
  const { left, right, bottom, rem } = layout;
  const inView = marks
    .map(({ atMs, text }) => ({ text, x: xAt(layout, window, atMs / 1000) }))
    .filter(({ x }) => x >= left && x <= right);
  for (const [place, { text, x }] of inView.entries()) {
    pen.line(x, 1.25 * rem, x, bottom, palette.annotation, true);
    if (!hasFlags) continue;
    const y = 0.5 * rem;
    pen.shape(
      [
        [x, y],
        [x + 0.6 * rem, y + 0.3 * rem],
        [x, y + 0.6 * rem],
      ],
      palette.annotation,
    );
    const mostWidth = (inView[place + 1]?.x ?? right) - x - rem;
    if (mostWidth < 2 * rem) continue;
    pen.text(text, x + 0.75 * rem, y + 0.6 * rem, { color: palette.annotation, size: tickFontRem * rem, mostWidth });
  }
}
