/** Where things stand in a chart of pulls or nights. */

/** Radius of a pull's mark in px, so that marks of neighbours do not run into one. */
export function markRadius(pxPerPull: number): number {
  return Math.max(1.75, Math.min(5, pxPerPull * 0.42));
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

/** The entry of a whole number from 1 to `count` that is nearest to a place across. */
export function nearestNumber(x: number, placeOf: (number: number) => number, count: number): number | null {
  if (count === 0) return null;
  const step = placeOf(2) - placeOf(1);
  const number = step === 0 ? 1 : Math.round(1 + (x - placeOf(1)) / step);
  return Math.max(1, Math.min(count, number));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Further away than this, px, nothing is meant. */
const reach = 24;

/**
 * The place that a pointer means: the nearest one. Where places stand apart, only across: one points at a column; where
 * they crowd, up and down counts as well. Null without places.
 */
export function nearestPlace<Item extends Place>(
  items: readonly Item[],
  { x, y }: Place,
  pxPerItem: number,
): Item | null {
  const isCrowded = pxPerItem < 8;
  let nearest: Item | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const across = Math.abs(item.x - x);
    const distance = isCrowded && across <= reach ? Math.hypot(across, item.y - y) : across + (isCrowded ? 1e6 : 0);
    if (distance < least) [nearest, least] = [item, distance];
  }
  return nearest;
}

/** Circles as one path: a thousand elements of their own would be slow. */
export function circlesPath(places: readonly Place[], radius: number): string {
  const r = round(radius);
  return places
    .map(({ x, y }) => `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`)
    .join('');
}

/** Squares as one path. */
export function squaresPath(places: readonly Place[], half: number): string {
  const side = round(2 * half);
  return places.map(({ x, y }) => `M${round(x - half)} ${round(y - half)}h${side}v${side}h${-side}Z`).join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
