import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';

/** Between these lie all tokens of a name: its facet's letter and hexadecimal digits; see facet-tokens.ts. */
const bounds = { boss: ['b0', 'bg'], event: ['v0', 'vg'] } as const;

/** A name that stands in the metadata of messages. */
export interface FacetName {
  /** Folded: the index does not know how it was written. */
  readonly name: string;
  /** Messages that have it. */
  readonly count: number;
}

/** The names of bosses or events that messages have in their metadata, as the index lists them; most messages first. */
export function listFacetNames(database: Database, kind: keyof typeof bounds): readonly FacetName[] {
  // Belongs to the connection alone, also where the library is read-only.
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.facet_words USING fts5vocab(main, message_words, 'col')`);
  const [first, end] = bounds[kind];
  const rows = allRows<{ readonly term: string; readonly count: number }>(
    database,
    sql`SELECT term, doc AS count FROM temp.facet_words
      WHERE term >= ${first} AND term < ${end} AND col = 'facets' ORDER BY doc DESC, term`,
  );
  return rows.map(({ term, count }) => ({ name: Buffer.from(term.slice(1), 'hex').toString('utf8'), count }));
}
