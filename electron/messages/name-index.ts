import { foldName } from './name-directory.ts';

/** What a typed name stands for: ids, if it is clear enough. */
export type FoundNames =
  | { readonly kind: 'found'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' }
  /** More names begin with it than a person can have meant. */
  | { readonly kind: 'ambiguous'; readonly count: number };

export interface NameRow {
  readonly id: string;
  readonly name: string;
}

/** Between a name and its number; no folded name has it. */
const separator = '\0';

/** The names of one table in alphabetical order, folded as the search index folds. */
export class NameIndex {
  readonly #rows: readonly NameRow[];
  readonly #ids: ReadonlySet<string>;
  /** Each folded name, a separator, and the number of its row: strings alone sort several times as fast. */
  readonly #sorted: readonly string[];

  constructor(rows: readonly NameRow[]) {
    this.#rows = rows;
    this.#ids = new Set(rows.map(({ id }) => id));
    // oxlint-disable-next-line unicorn/no-array-sort -- a list of our own, and the default order is by code units as wanted
    this.#sorted = rows.map(({ name }, index) => `${foldName(name)}${separator}${index}`).sort();
  }

  get rows(): readonly NameRow[] {
    return this.#rows;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** By id and by whole name, else (unless `isWhole`) by the beginning of a name: of `mostMatches` at most. */
  find(typed: string, isWhole: boolean, mostMatches: number): FoundNames {
    const folded = foldName(typed);
    const exact = this.#startingWith(folded + separator);
    const ids = new Set([...(this.#ids.has(typed) ? [typed] : []), ...exact]);
    if (ids.size > 0) return { kind: 'found', ids: [...ids] };
    if (isWhole || folded === '') return { kind: 'unknown' };
    const beginning = this.#startingWith(folded);
    if (beginning.length > mostMatches) return { kind: 'ambiguous', count: beginning.length };
    return beginning.length === 0 ? { kind: 'unknown' } : { kind: 'found', ids: beginning };
  }

  #startingWith(beginning: string): readonly string[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    const ids: string[] = [];
    for (let entry = this.#sorted[low]; entry?.startsWith(beginning) === true; entry = this.#sorted[++low]) {
      const row = this.#rows[Number(entry.slice(entry.indexOf(separator) + 1))];
      if (row !== undefined) ids.push(row.id);
    }
    return ids;
  }
}
