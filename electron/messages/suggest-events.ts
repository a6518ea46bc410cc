import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { filterText } from './filter-text.ts';
import { PerState } from './library-state.ts';
import { startingWith, type ValueOption } from './suggest-option.ts';

interface IndexedName {
  /** Folded: the index does not know how it was written. */
  readonly name: string;
  /** Messages that have it. */
  readonly count: number;
}

/**
 * The names that stand in the index as facet tokens of one letter, most messages first: `x` and the hexadecimal digits
 * of the folded name's UTF-8 bytes; see facet-tokens.ts.
 */
function readIndexedNames(database: Database, letter: 'b' | 'v'): readonly IndexedName[] {
  // A temporary table may be made on a connection that only reads.
  database.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.counted_words USING fts5vocab(main, message_words, col)');
  const [first, last] = [`${letter}x`, `${letter}y`];
  return allRows<{ readonly term: string; readonly count: number }>(
    database,
    sql`SELECT term, doc AS count FROM temp.counted_words WHERE term >= ${first} AND term < ${last} AND col = 'facets' ORDER BY doc DESC, term`,
  ).flatMap(({ term, count }) => {
    const digits = term.slice(2);
    return digits === '' ? [] : [{ name: Buffer.from(digits, 'hex').toString('utf8'), count }];
  });
}

const events = new PerState((database) => readIndexedNames(database, 'v'));

/** Events of raids that messages tell of. */
export function listEvents(database: Database, typed: string, limit: number): readonly ValueOption[] {
  return startingWith(events.get(database), typed, ({ name }) => [name, name.replaceAll(/[_-]/g, ' ')])
    .slice(0, limit)
    .map(({ name, count }) => ({ text: filterText(name), label: name, detail: null, count }));
}

export const bossesOfMessages = new PerState((database) => readIndexedNames(database, 'b'));
