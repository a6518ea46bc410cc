import { foldForSubstring } from '../../shared/messages/query/tokenizer.ts';
import { allRows } from '../library/run-sql.ts';
import { identifier, sql } from '../library/sql.ts';
import type { Database } from '../library/open-database.ts';

/** The tables whose rows a person names in a query, and the column that holds the name. */
const nameColumns = { users: 'username', channels: 'name', servers: 'name' } as const;
export type NamedTable = keyof typeof nameColumns;

/** What a typed name stands for: ids, if it is clear enough. */
export type FoundNames =
  | { readonly kind: 'found'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' }
  /** More names begin with it than a person can have meant. */
  | { readonly kind: 'ambiguous'; readonly count: number };

const mostMatches = 200;

interface NameRow {
  readonly id: string;
  readonly name: string;
}

/** The names of one table in alphabetical order, folded as the search index folds. */
class NameIndex {
  readonly #ids = new Set<string>();
  readonly #entries: (readonly [folded: string, id: string])[];

  constructor(rows: readonly NameRow[]) {
    this.#entries = rows.map(({ id, name }) => [foldName(name), id] as const);
    this.#entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    for (const { id } of rows) this.#ids.add(id);
  }

  /** By id and by whole name, else (unless `isWhole`) by the beginning of a name. */
  find(typed: string, isWhole: boolean): FoundNames {
    const folded = foldName(typed);
    const exact = this.#from(folded, (name) => name === folded);
    const ids = new Set([...(this.#ids.has(typed) ? [typed] : []), ...exact]);
    if (ids.size > 0) return { kind: 'found', ids: [...ids] };
    if (isWhole || folded === '') return { kind: 'unknown' };
    const beginning = this.#from(folded, (name) => name.startsWith(folded));
    if (beginning.length > mostMatches) return { kind: 'ambiguous', count: beginning.length };
    return beginning.length === 0 ? { kind: 'unknown' } : { kind: 'found', ids: beginning };
  }

  #from(folded: string, fits: (name: string) => boolean): readonly string[] {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const name = this.#entries[middle]?.[0] ?? '';
      if (name < folded) low = middle + 1;
      else high = middle;
    }
    const ids: string[] = [];
    for (let entry = this.#entries[low]; entry !== undefined && fits(entry[0]); entry = this.#entries[++low]) {
      ids.push(entry[1]);
    }
    return ids;
  }
}

function foldName(name: string): string {
  return foldForSubstring(name).trim().replaceAll(/\s+/g, ' ');
}

interface CachedNames {
  readonly version: string;
  readonly indexes: Map<NamedTable, NameIndex>;
}

const cachedNames = new WeakMap<Database, CachedNames>();

/**
 * The names of a table, read once for each state of the library: `data_version` changes when another connection commits,
 * `total_changes` when this one writes. Reading both takes 30 us, reading
 * and sorting 20,000 names 80 ms.
 */
function namesOf(database: Database, table: NamedTable): NameIndex {
  const version = database
    .prepare<[], string>(`SELECT data_version || '/' || total_changes() FROM pragma_data_version`)
    .pluck()
    .get();
  let cached = cachedNames.get(database);
  if (cached === undefined || cached.version !== version) {
    cached = { version: version ?? '', indexes: new Map() };
    cachedNames.set(database, cached);
  }
  let index = cached.indexes.get(table);
  if (index === undefined) {
    const column = identifier(nameColumns[table]);
    index = new NameIndex(allRows<NameRow>(database, sql`SELECT id, ${column} AS name FROM ${identifier(table)}`));
    cached.indexes.set(table, index);
  }
  return index;
}

/** Looks a typed name up, with or without the `@` or `#` that people put before it. */
export function findNames(database: Database, table: NamedTable, typed: string, isWhole: boolean): FoundNames {
  const names = namesOf(database, table);
  const found = names.find(typed, isWhole);
  return found.kind === 'unknown' && /^[@#]./u.test(typed) ? names.find(typed.slice(1), isWhole) : found;
}
