import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';

/** Letters of the facet tokens that hold a name, and the one after: all their tokens lie between the two. */
const letters = { boss: ['bx', 'by'], event: ['vx', 'vy'] } as const;

/**
 * The names of bosses or events that messages have in their metadata, folded, as the index itself lists them. (One that
 * looks like a UUID is left out.)
 */
export function listFacetNames(database: Database, kind: keyof typeof letters): readonly string[] {
  // Belongs to the connection alone, also where the library is read-only.
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.facet_words USING fts5vocab(main, message_words, 'col')`);
  const [first, end] = letters[kind];
  const terms = allRows<{ readonly term: string }>(
    database,
    sql`SELECT term FROM temp.facet_words WHERE term >= ${first} AND term < ${end} AND col = 'facets'`,
  );
  return terms.map(({ term }) => Buffer.from(term.slice(first.length), 'hex').toString('utf8'));
}
