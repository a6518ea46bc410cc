const hexQuads: readonly string[] = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));

/** FNV-1a over the text, so that each named stream starts somewhere else. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Numbers that look random and are the same for the same seed on every machine (the generator sfc32). Each part of the
 * sample draws from a stream of its own name, so that a change in one part leaves the others as they were.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, stream: string) {
    this.#a = seed >>> 0;
    this.#b = Math.floor(seed / 2 ** 32) >>> 0;
    this.#c = hashText(stream);
    for (let round = 0; round < 16; round += 1) this.next();
  }

  /** 0 ... 2^32 - 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** 0 <= x < 1. */
  fraction(): number {
    return this.next() / 4_294_967_296;
  }

  /** A whole number, 0 <= n < limit. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** A whole number, low <= n <= high. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True this often: `chance(0.1)` once in ten. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }

  /** About -1 ... 1, mostly near 0. */
  wobble(): number {
    return this.fraction() + this.fraction() + this.fraction() - 1.5;
  }

  /** A copy of the first `count` of the items in random order. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const pool = [...items];
    const taken: Item[] = [];
    while (taken.length < count && pool.length > 0) {
      const index = this.below(pool.length);
      const [item] = pool.splice(index, 1);
      if (item !== undefined) taken.push(item);
    }
    return taken;
  }

  /** A UUID of version 4. */
  uuid(): string {
    const a = this.next();
    const b = this.next();
    const c = this.next();
    const d = this.next();
    const quad = (value: number): string => hexQuads[value] ?? '0000';
    return (
      `${quad(a >>> 16)}${quad(a & 0xffff)}-${quad(b >>> 16)}-${quad((b & 0x0fff) | 0x4000)}-` +
      `${quad(((c >>> 16) & 0x3fff) | 0x8000)}-${quad(c & 0xffff)}${quad(d >>> 16)}${quad(d & 0xffff)}`
    );
  }
}
