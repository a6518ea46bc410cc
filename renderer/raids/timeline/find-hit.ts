import { binsOf } from './pull-bins.ts';
import { barOf, detailLevelOf, secondAt, secondsPerPixel, type TimelineLayout } from './timeline-layout.ts';
import { nightsBetween, type LaneModel, type NightBlock, type TimelineModel } from './timeline-model.ts';
import type { TimeWindow } from './time-window.ts';

/** What is below the pointer: a pull, or where single pulls are not drawn a lane's night or a longer stretch. */
export type TimelineHit =
  | { readonly kind: 'pull'; readonly lane: number; readonly pull: number }
  | { readonly kind: 'stretch'; readonly lane: number; readonly stretch: Stretch };

export interface Stretch {
  /** Seconds since 1970, UTC. */
  readonly start: number;
  readonly end: number;
  readonly pullCount: number;
  readonly killCount: number;
  readonly isNight: boolean;
}

/** Of a bar of many pulls, pixels; narrower ones are hard to see and to hit. */
export const leastBarWidth = 4;
/** A hand is no steadier than this, pixels. */
const slack = 4;

/** Finds what is at a place of the picture; null where nothing is. */
export function hitAt(
  model: TimelineModel,
  layout: TimelineLayout,
  window: TimeWindow,
  x: number,
  y: number,
): TimelineHit | null {
  if (x < layout.left || x > layout.right || y < layout.top || y >= layout.bottom) return null;
  const place = Math.floor((y - layout.top) / layout.laneHeight);
  const lane = model.lanes[place];
  if (lane === undefined) return null;
  const second = secondAt(layout, window, x);
  const scale = secondsPerPixel(layout, window);
  const level = detailLevelOf(layout, window);
  if (level === 'bins') return binHit(model, place, second, scale);
  const night = nearestNight(lane, second, slack * scale);
  if (night === null) return null;
  const pull = level === 'pulls' ? nearestPull(model, layout, window, place, night, x, y) : null;
  return pull === null
    ? { kind: 'stretch', lane: place, stretch: stretchOf(night) }
    : { kind: 'pull', lane: place, pull };
}

function binHit(model: TimelineModel, lane: number, second: number, scale: number): TimelineHit | null {
  const { lanes, seconds } = binsOf(model, scale, leastBarWidth);
  const bin = lanes[lane]?.find(({ start }) => start <= second && second < start + seconds);
  if (bin === undefined) return null;
  return { kind: 'stretch', lane, stretch: { ...bin, end: bin.start + seconds, isNight: false } };
}

function stretchOf({ start, end, from, to, killCount }: NightBlock): Stretch {
  return { start, end, pullCount: to - from, killCount, isNight: true };
}

function nearestNight(lane: LaneModel, second: number, most: number): NightBlock | null {
  const [from, to] = nightsBetween(lane, second - most, second + most);
  const distance = ({ start, end }: NightBlock) => Math.max(0, start - second, second - end);
  return lane.nights.slice(from, to).toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

function nearestPull(
  model: TimelineModel,
  layout: TimelineLayout,
  window: TimeWindow,
  place: number,
  night: NightBlock,
  x: number,
  y: number,
): number | null {
  const lane = model.lanes[place];
  const rowHeight = layout.laneHeight / night.rowCount;
  let best: number | null = null;
  let least = slack;
  for (const pull of lane?.pulls.subarray(night.from, night.to) ?? []) {
    const bar = barOf(model, layout, window, place, night, pull);
    const foot = bar.y + bar.height;
    const beside = Math.max(0, bar.x - x, x - bar.x - bar.width);
    // The place above a low bar means that bar too; another row's is only meant where its own has none.
    const away = beside + Math.max(0, y - foot, foot - rowHeight - y) / 10;
    if (away < least) {
      best = pull;
      least = away;
    }
  }
  return best;
}
