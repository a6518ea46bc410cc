/**
 * The timeline's pulls as the picture needs them: by lane, by night, and beside each other where two raids of a lane go on
 * at once. Made once for an answer; drawing a frame then only looks things up.
 */
import { localTimeAt, momentOf } from '../../../shared/query/time-zone.ts';
import { raidResults, type RaidTimeline, type TimelineLane, type TimelinePulls } from '../../../shared/raids/types.ts';
import type { NightClock } from '../use-night-clock.ts';

/** Pulls of one lane with no long pause between them. */
export interface NightBlock {
  /** Seconds since 1970, UTC. */
  readonly start: number;
  readonly end: number;
  /** Places in the lane's `pulls`, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly killCount: number;
  /** So many raids go on at once, at most. */
  readonly rowCount: number;
}

export interface LaneModel extends TimelineLane {
  /** Indices of its pulls, oldest first. */
  readonly pulls: Int32Array;
  /** Oldest first. */
  readonly nights: readonly NightBlock[];
}

export interface TimelineModel {
  readonly pulls: TimelinePulls;
  readonly bosses: readonly string[];
  readonly lanes: readonly LaneModel[];
  /** Of each pull, seconds since 1970; its start where its length is not known. */
  readonly ends: Float64Array;
  /** The row of each pull among those of its night. */
  readonly rows: Uint8Array;
  /** Pulls in lanes that are not shown. */
  readonly hiddenCount: number;
  readonly hiddenLaneCount: number;
  /** Pulls of the fullest night of a lane. */
  readonly fullestNight: number;
  readonly first: number;
  readonly last: number;
  /** When days of nights begin, seconds after midnight UTC or before it: at night's end by the zone's clocks. */
  readonly dayOffset: number;
}

/** Raid nights are a day apart, and a break between two bosses is shorter than this, seconds. */
const pauseBetweenNights = 4 * 3600;
/** More raids at once share the last row. */
const mostRows = 4;
/** More lanes than this nobody compares; those with most pulls are shown. */
const mostLanes = 60;

export const killIndex = raidResults.indexOf('kill');
export const liveIndex = raidResults.indexOf('live');

/** Null where there is nothing to draw. */
export function modelOf(timeline: RaidTimeline, clock: NightClock): TimelineModel | null {
  const { pulls, bosses } = timeline;
  const ends = new Float64Array(pulls.ids.length);
  const rows = new Uint8Array(pulls.ids.length);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const places: number[][] = timeline.lanes.map(() => []);
  let shown = 0;
  for (const [pull, start] of pulls.starts.entries()) {
    const end = start + Math.max(0, pulls.lengths[pull] ?? 0);
    ends[pull] = end;
    const lane = pulls.lanes[pull] ?? 0;
    if (lane >= mostLanes) continue;
    places[lane]?.push(pull);
    shown += 1;
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  if (shown === 0) return null;
  const lanes = timeline.lanes.slice(0, mostLanes).map((lane, place) => {
    const sorted = Int32Array.from(places[place] ?? []).sort((one, other) => startOf(one) - startOf(other));
    return { ...lane, pulls: sorted, nights: nightsOf(sorted, pulls, ends, rows) };
  });
  function startOf(pull: number): number {
    return pulls.starts[pull] ?? 0;
  }
  return {
    pulls,
    bosses,
    lanes,
    ends,
    rows,
    hiddenCount: pulls.ids.length - shown,
    hiddenLaneCount: Math.max(0, timeline.lanes.length - mostLanes),
    fullestNight: Math.max(1, ...lanes.map(({ nights }) => mostOf(nights.map(({ from, to }) => to - from)))),
    first,
    last,
    dayOffset: dayOffsetAt(last, clock),
  };
}

/** By the clocks at one moment: an hour's difference in the other half of the year changes no night, which end at dawn. */
function dayOffsetAt(moment: number, { timeZone, nightStartHour }: NightClock): number {
  const { year, month, day } = localTimeAt(moment, timeZone);
  const start = momentOf({ year, month, day, hour: nightStartHour, minute: 0, second: 0 }, timeZone);
  return start - Date.UTC(year, month - 1, day) / 1000;
}

function mostOf(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

function nightsOf(sorted: Int32Array, pulls: TimelinePulls, ends: Float64Array, rows: Uint8Array): NightBlock[] {
  const nights: NightBlock[] = [];
  for (let from = 0; from < sorted.length;) {
    const start = pulls.starts[sorted[from] ?? 0] ?? 0;
    let end = start;
    let to = from;
    let killCount = 0;
    for (; to < sorted.length; to++) {
      const pull = sorted[to] ?? 0;
      if ((pulls.starts[pull] ?? 0) > end + pauseBetweenNights) break;
      end = Math.max(end, ends[pull] ?? 0);
      if (pulls.results[pull] === killIndex) killCount += 1;
    }
    nights.push({ start, end, from, to, killCount, rowCount: putInRows(sorted.subarray(from, to), pulls, ends, rows) });
    from = to;
  }
  return nights;
}

/** Gives each pull a row in which none goes on; pulls of one boss stay in one. Answers how many rows that takes. */
function putInRows(night: Int32Array, pulls: TimelinePulls, ends: Float64Array, rows: Uint8Array): number {
  const taken: { end: number; boss: number }[] = [];
  for (const pull of night) {
    const start = pulls.starts[pull] ?? 0;
    const boss = pulls.bosses[pull] ?? 0;
    const free = taken.filter(({ end }) => end <= start);
    let row = free.find((candidate) => candidate.boss === boss) ?? free[0];
    if (row === undefined && taken.length < mostRows) {
      row = { end: start, boss };
      taken.push(row);
    }
    row ??= taken[mostRows - 1];
    if (row === undefined) continue;
    row.end = Math.max(row.end, ends[pull] ?? 0);
    row.boss = boss;
    rows[pull] = taken.indexOf(row);
  }
  return taken.length;
}

/** First place in a sorted list from which on `isReached` holds. */
export function firstPlace(length: number, isReached: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The lane's nights that are in view at least in part; `to` not included. */
export function nightsBetween(lane: LaneModel, start: number, end: number): readonly [from: number, to: number] {
  const { nights } = lane;
  const from = firstPlace(nights.length, (place) => (nights[place]?.end ?? 0) >= start);
  const to = firstPlace(nights.length, (place) => (nights[place]?.start ?? 0) > end);
  return [from, to];
}
