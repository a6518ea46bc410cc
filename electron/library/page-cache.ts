import type { Database } from './open-database.ts';

/**
 * What a bulk load works best with. The page cache also bounds what SQLite sorts at a time, and pieces that fit the
 * processor's cache sort fastest: the five indexes over a million messages took 3.7 s with 4 MiB and 5.0 s with 48 MiB
 * (2 cores, otherwise idle), and the rows come and go in order, so that nothing is read twice.
 */
const bulkCacheKib = 4 * 1024;

/** Runs work that sorts or writes a great many rows in order; the connection has its own page cache again afterwards. */
export function withBulkCache<Result>(database: Database, work: () => Result): Result {
  const usual = Number(database.pragma('cache_size', { simple: true }));
  database.pragma(`cache_size = -${bulkCacheKib}`);
  try {
    return work();
  } finally {
    database.pragma(`cache_size = ${usual}`);
  }
}
