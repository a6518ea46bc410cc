/** Where things stand in the charts of a boss's pulls. */

/** Radius of a pull's mark in px, so that marks of neighbours do not run into one. */
export function markRadius(pxPerPull: number): number {
  return Math.max(1.25, Math.min(5, pxPerPull * 0.42));
}

interface PlacedLabel<Item> {
  readonly item: Item;
  readonly x: number;
  /** Whether there is room for its text beside the ones before. */
  readonly isWritten: boolean;
}

/** Labels from left to right; those that would stand less than `gap` px behind the one before are not written. */
export function thinOut<Item>(items: readonly Item[], placeOf: (item: Item) => number, gap: number) {
  let next = Number.NEGATIVE_INFINITY;
  return items.map((item): PlacedLabel<Item> => {
    const x = placeOf(item);
    const isWritten = x >= next;
    if (isWritten) next = x + gap;
    return { item, x, isWritten };
  });
}

/** The entry of a whole number from 1 to `count` that is nearest to a place. */
export function nearestNumber(x: number, placeOf: (number: number) => number, count: number): number | null {
  if (count === 0) return null;
  const step = placeOf(2) - placeOf(1);
  const number = step === 0 ? 1 : Math.round(1 + (x - placeOf(1)) / step);
  return Math.max(1, Math.min(count, number));
}
