import type { Random } from './random.ts';

/** Draws from items by weight, in O(log n). */
export class Weighted<Item> {
  readonly #items: readonly Item[];
  readonly #sums: Float64Array;

  constructor(items: readonly Item[], weightOf: (item: Item, index: number) => number) {
    if (items.length === 0) throw new RangeError('Nothing to draw from');
    this.#items = items;
    this.#sums = new Float64Array(items.length);
    let sum = 0;
    items.forEach((item, index) => {
      sum += weightOf(item, index);
      this.#sums[index] = sum;
    });
  }

  draw(random: Random): Item {
    const sums = this.#sums;
    const target = random.fraction() * (sums[sums.length - 1] ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return this.#items[low] as Item; // low stays within the items, which are not empty
  }
}

/** Few do much, many do little: the usual law of chat rooms. The offset keeps the first from doing nearly all. */
export function zipfWeight(_item: unknown, index: number): number {
  return (index + 12) ** -0.92;
}

/** Splits a total into shares by weight; the shares are whole numbers and add up to the total exactly. */
export function splitByWeight(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let given = 0;
  return weights.map((weight, index) => {
    sum += weight;
    const until = index === weights.length - 1 ? total : Math.round((sum / all) * total);
    const share = until - given;
    given = until;
    return share;
  });
}
