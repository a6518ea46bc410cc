import { raidDifficulties } from '../../../shared/raids/types.ts';
import { difficultyLetters, formatResult } from '../raid-format.ts';
import { raidResults } from '../../../shared/raids/types.ts';
import { leastBarWidth } from './find-hit.ts';
import type { TimelinePicture } from './paint-timeline.ts';
import type { Pen } from './pen.ts';
import { binsOf } from './pull-bins.ts';
import { barOf, detailLevelOf, secondsPerPixel, xAt, type Bar } from './timeline-layout.ts';
import { firstPlace, killIndex, liveIndex, nightsBetween, type LaneModel, type NightBlock } from './timeline-model.ts';

/** The pulls of a lane that are in view: counted where they are many, one by one where there is room. */
export function paintLane(pen: Pen, picture: TimelinePicture, lane: LaneModel, place: number): void {
  const level = detailLevelOf(picture.layout, picture.window);
  if (level === 'bins') paintBins(pen, picture, place);
  else if (level === 'nights') paintNights(pen, picture, lane, place);
  else paintPulls(pen, picture, lane, place);
}

function paintBins(pen: Pen, picture: TimelinePicture, place: number): void {
  const { model, layout, window } = picture;
  const { lanes, seconds, most } = binsOf(model, secondsPerPixel(layout, window), leastBarWidth);
  const bins = lanes[place] ?? [];
  const width = seconds / secondsPerPixel(layout, window);
  const from = firstPlace(bins.length, (at) => (bins[at]?.start ?? 0) + seconds >= window.start);
  for (let at = from; at < bins.length; at++) {
    const bin = bins[at];
    if (bin === undefined || bin.start > window.end) break;
    paintCount(pen, picture, place, xAt(layout, window, bin.start), width - 1, bin.pullCount, bin.killCount, most);
  }
}

function paintNights(pen: Pen, picture: TimelinePicture, lane: LaneModel, place: number): void {
  const { model, layout, window } = picture;
  const [from, to] = nightsBetween(lane, window.start, window.end);
  for (const { start, end, from: first, to: last, killCount } of lane.nights.slice(from, to)) {
    const middle = xAt(layout, window, (start + end) / 2);
    const width = Math.max(leastBarWidth, (end - start) / secondsPerPixel(layout, window));
    paintCount(pen, picture, place, middle - width / 2, width, last - first, killCount, model.fullestNight);
  }
}

/** A bar as tall as there are many pulls, with its kills on top, which are wider than the rest. */
function paintCount(
  pen: Pen,
  { layout, palette }: TimelinePicture,
  place: number,
  x: number,
  width: number,
  pullCount: number,
  killCount: number,
  most: number,
): void {
  const { left, right, top, laneHeight } = layout;
  const gap = laneHeight * 0.12;
  const room = laneHeight - 2 * gap;
  const height = Math.max(4, (room * pullCount) / most);
  // A kill is always seen, and so is that there were wipes beside it.
  const mostKilled = killCount < pullCount ? height * 0.6 : height;
  const share = (height * killCount) / pullCount;
  const killed = killCount === 0 ? 0 : Math.max(share, Math.min(mostKilled, 3));
  const foot = top + (place + 1) * laneHeight - gap;
  const from = Math.max(left, x);
  const to = Math.min(right, x + width);
  if (to <= from) return;
  const inset = width >= 4 ? 0.75 : 0;
  pen.fill(
    from + inset,
    foot - height + killed,
    Math.max(1, to - from - 2 * inset),
    height - killed,
    palette.results[1] ?? '',
    0.72,
  );
  if (killed > 0) pen.fill(from, foot - height, to - from, killed, palette.results[0] ?? '');
}

function paintPulls(pen: Pen, picture: TimelinePicture, lane: LaneModel, place: number): void {
  const { layout, window, palette } = picture;
  const { left, right, top, laneHeight } = layout;
  const [from, to] = nightsBetween(lane, window.start, window.end);
  for (const night of lane.nights.slice(from, to)) {
    const start = Math.max(left, xAt(layout, window, night.start) - 3);
    const end = Math.min(right, xAt(layout, window, night.end) + 3);
    pen.fill(start, top + place * laneHeight + laneHeight * 0.06, end - start, laneHeight * 0.88, palette.border, 0.55);
    paintNight(pen, picture, lane, place, night);
  }
}

/** Kills last, so that none is hidden; of several pulls in one column of pixels only the tallest of each kind is drawn. */
function paintNight(pen: Pen, picture: TimelinePicture, lane: LaneModel, place: number, night: NightBlock): void {
  const { model, layout, window } = picture;
  for (const isKill of [false, true]) {
    const columns: (Column | undefined)[] = [];
    for (let at = night.from; at < night.to; at++) {
      const pull = lane.pulls[at] ?? 0;
      if ((model.pulls.results[pull] === killIndex) !== isKill) continue;
      const bar = barOf(model, layout, window, place, night, pull);
      if (bar.x > layout.right || bar.x + bar.width < layout.left) continue;
      const row = model.rows[pull] ?? 0;
      const last = columns[row];
      const isSameColumn = last !== undefined && bar.width <= 1 && Math.floor(last.bar.x) === Math.floor(bar.x);
      if (isSameColumn && last.bar.height >= bar.height) continue;
      if (last !== undefined && !isSameColumn) paintPull(pen, picture, last.pull, last.bar);
      columns[row] = { pull, bar };
    }
    for (const column of columns) {
      if (column !== undefined) paintPull(pen, picture, column.pull, column.bar);
    }
  }
}

interface Column {
  readonly pull: number;
  readonly bar: Bar;
}

const stripe = 3;

function paintPull(pen: Pen, picture: TimelinePicture, pull: number, bar: Bar): void {
  const { model, layout, palette } = picture;
  const { pulls } = model;
  const x = Math.max(layout.left, bar.x);
  const width = Math.max(1, Math.min(layout.right, bar.x + bar.width) - x);
  const foot = bar.y + bar.height;
  const result = pulls.results[pull] ?? 0;
  const color = palette.results[result] ?? '';
  const difficulty = palette.difficulties[pulls.difficulties[pull] ?? 0] ?? '';
  const isKill = result === killIndex;
  if ((pulls.lengths[pull] ?? 0) < 0) {
    paintWithoutLength(pen, x, bar, color, layout.rem);
    return;
  }
  pen.fill(x, bar.y, width, bar.height - stripe, color, opacityOf(isKill, width));
  if (!isKill && width >= 4) pen.frame(x, bar.y, width, bar.height - stripe, color, result === liveIndex ? 2 : 1);
  pen.fill(x, foot - stripe, width, stripe, difficulty);
  if (width >= 0.8 * layout.rem && bar.height > 1.3 * layout.rem) paintLabel(pen, picture, pull, { ...bar, x, width });
}

/** Wipes are paler than kills, but a bar of few pixels must not fade into the ground. */
function opacityOf(isKill: boolean, width: number): number {
  if (isKill) return 1;
  return width < 4 ? 0.6 : 0.38;
}

/** A thin line with a head like a pin's. */
function paintWithoutLength(pen: Pen, x: number, bar: Bar, color: string, rem: number): void {
  const half = 0.25 * rem;
  pen.fill(x - 1, bar.y, 2, bar.height, color);
  pen.shape(
    [
      [x, bar.y - half],
      [x + half, bar.y],
      [x, bar.y + half],
      [x - half, bar.y],
    ],
    color,
  );
}

/** The difficulty's letter, and beside it how the pull ended where there is room. */
function paintLabel(pen: Pen, { model, layout, palette }: TimelinePicture, pull: number, bar: Bar): void {
  const { rem } = layout;
  const { pulls } = model;
  const result = raidResults[pulls.results[pull] ?? 0] ?? 'wipe';
  const letter = difficultyLetters[raidDifficulties[pulls.difficulties[pull] ?? 0] ?? 'normal'];
  const color = result === 'kill' ? palette.surface : palette.text;
  const y = bar.y + bar.height - stripe - 0.25 * rem;
  const size = 0.6875 * rem;
  if (bar.width < 3.5 * rem) {
    pen.text(letter, bar.x + bar.width / 2, y, { color, size, isBold: true, align: 'center' });
    return;
  }
  const mostWidth = bar.width - 0.5 * rem;
  const said = `${letter}  ${formatResult({ result, healthLeft: pulls.healths[pull] ?? null })}`;
  pen.text(said, bar.x + 0.25 * rem, y, { color, size, isBold: true, mostWidth });
  if (bar.height < 2.75 * rem) return;
  pen.text(model.bosses[pulls.bosses[pull] ?? 0] ?? '', bar.x + 0.25 * rem, y - rem, { color, size, mostWidth });
}
