import { firstPlace, type TimelineModel } from './timeline-model.ts';

export type Direction = 'before' | 'after' | 'above' | 'below' | 'first' | 'last';

/**
 * The pull beside one: before and after it in its lane, or the nearest in time of the lane above or below; where none is
 * chosen yet, the nearest to `middle`. Null at an end.
 */
export function neighbourOf(
  model: TimelineModel,
  pull: number | null,
  direction: Direction,
  middle: number,
): number | null {
  const { pulls, lanes } = model;
  const startOf = (index: number) => pulls.starts[index] ?? 0;
  const byStart = (one: number, other: number) => startOf(one) - startOf(other);
  if (direction === 'first') return lanes.map((lane) => lane.pulls[0] ?? 0).toSorted(byStart)[0] ?? null;
  if (direction === 'last')
    return (
      lanes
        .map((lane) => lane.pulls.at(-1) ?? 0)
        .toSorted(byStart)
        .at(-1) ?? null
    );
  const nearest = (place: number, moment: number): number | null => {
    const lane = lanes[place];
    if (lane === undefined) return null;
    const after = firstPlace(lane.pulls.length, (at) => startOf(lane.pulls[at] ?? 0) >= moment);
    const candidates = [lane.pulls[after - 1], lane.pulls[after]].filter((candidate) => candidate !== undefined);
    const distance = (candidate: number) => Math.abs(startOf(candidate) - moment);
    return candidates.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
  };
  if (pull === null) {
    const candidates = [...lanes.keys()].map((place) => nearest(place, middle)).filter((found) => found !== null);
    const distance = (candidate: number) => Math.abs(startOf(candidate) - middle);
    return candidates.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
  }
  const place = pulls.lanes[pull] ?? 0;
  if (direction === 'above' || direction === 'below') {
    return nearest(place + (direction === 'above' ? -1 : 1), startOf(pull));
  }
  const own = lanes[place]?.pulls;
  const at = own?.indexOf(pull) ?? -1;
  return own?.[at + (direction === 'before' ? -1 : 1)] ?? null;
}
