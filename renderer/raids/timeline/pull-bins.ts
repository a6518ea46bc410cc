import { killIndex, type TimelineModel } from './timeline-model.ts';

/** How many pulls of each lane began in each stretch of time of one length, for a picture of years. */
export interface PullBins {
  readonly seconds: number;
  /** Sparse: lane by lane, the stretches in which pulls began, oldest first. */
  readonly lanes: readonly (readonly PullBin[])[];
  /** Pulls of the fullest. */
  readonly most: number;
}

export interface PullBin {
  /** Seconds since 1970, UTC. */
  readonly start: number;
  pullCount: number;
  killCount: number;
}

const day = 86_400;
const lengths: readonly number[] = [1 / 24, 0.125, 0.25, 0.5, 1, 2, 7, 14, 28, 56, 112, 364, 728].map(
  (days) => days * day,
);
/** Whole weeks begin on Mondays: 1970 began on a Thursday. */
const monday = 4 * day;

const kept = new WeakMap<TimelineModel, Map<number, PullBins>>();

/** Counts in the shortest stretches that take `leastPixels`: whole nights, whole weeks of them. They do not move with the window, so nothing flickers. */
export function binsOf(model: TimelineModel, secondsPerPixel: number, leastPixels: number): PullBins {
  const seconds = lengths.find((length) => length / secondsPerPixel >= leastPixels) ?? lengths.at(-1) ?? day;
  let known = kept.get(model);
  if (known === undefined) {
    known = new Map();
    kept.set(model, known);
  }
  const bins = known.get(seconds) ?? countBins(model, seconds);
  known.set(seconds, bins);
  return bins;
}

function countBins({ lanes, pulls, dayOffset }: TimelineModel, seconds: number): PullBins {
  const zero = monday + dayOffset;
  let most = 1;
  const counted = lanes.map((lane) => {
    const bins: PullBin[] = [];
    for (const pull of lane.pulls) {
      const began = pulls.starts[pull] ?? 0;
      const start = Math.floor((began - zero) / seconds) * seconds + zero;
      let bin = bins.at(-1);
      if (bin?.start !== start) {
        bin = { start, pullCount: 0, killCount: 0 };
        bins.push(bin);
      }
      bin.pullCount += 1;
      if (pulls.results[pull] === killIndex) bin.killCount += 1;
      most = Math.max(most, bin.pullCount);
    }
    return bins;
  });
  return { seconds, lanes: counted, most };
}
