/** The part of time that is in view; seconds since 1970, UTC. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

/** Nobody needs to see less than this across the whole picture, seconds. */
const shortest = 120;
/** Space at both ends of the whole time, as a part of it, so that the first and the last pull are no part of the edge. */
const margin = 0.015;

/** All of the time from the first moment to the last. */
export function wholeWindow(first: number, last: number): TimeWindow {
  const length = Math.max(3600, last - first);
  const middle = (first + last) / 2;
  return { start: middle - length * (0.5 + margin), end: middle + length * (0.5 + margin) };
}

/** Makes the window `factor` times as long around a moment, which stays where it is; within `whole`. */
export function zoomAt(window: TimeWindow, moment: number, factor: number, whole: TimeWindow): TimeWindow {
  const length = window.end - window.start;
  const wanted = Math.min(whole.end - whole.start, Math.max(shortest, length * factor));
  const part = (moment - window.start) / length;
  const start = moment - part * wanted;
  return kept({ start, end: start + wanted }, whole);
}

/** Moves the window by so many seconds; within `whole`. */
export function panBy(window: TimeWindow, seconds: number, whole: TimeWindow): TimeWindow {
  return kept({ start: window.start + seconds, end: window.end + seconds }, whole);
}

/** A window of the same length, or the longer one given, with this time in its middle. */
export function centredOn(moment: number, length: number, whole: TimeWindow): TimeWindow {
  const wanted = Math.min(whole.end - whole.start, Math.max(shortest, length));
  return kept({ start: moment - wanted / 2, end: moment + wanted / 2 }, whole);
}

/** Moves the window as little as it takes to have a stretch in it, with some space beside it. */
export function showing(window: TimeWindow, start: number, end: number, whole: TimeWindow): TimeWindow {
  const length = window.end - window.start;
  const space = length * 0.05;
  if (start < window.start + space) return panBy(window, start - window.start - space, whole);
  // The beginning counts where both do not fit.
  const missing = Math.min(end - window.end + space, start - window.start - space);
  return missing > 0 ? panBy(window, missing, whole) : window;
}

function kept({ start, end }: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = end - start;
  const from = Math.min(Math.max(start, whole.start), Math.max(whole.start, whole.end - length));
  return { start: from, end: from + length };
}
