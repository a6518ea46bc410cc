import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { historyLimit, type PastSearch } from '../../shared/searches/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, runSql } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';

/** Searches of before in the order of their index, newest first. */
export function historyStatement(limit: number): SqlFragment {
  return sql`SELECT query, last_used_at AS lastUsedAt, use_count AS useCount
    FROM search_history ORDER BY last_used_at DESC, query LIMIT ${limit}`;
}

export function listSearchHistory(
  { database }: OperationContext,
  { limit }: ParsedInputOf<'searches.listHistory'>,
): readonly PastSearch[] {
  return allRows<PastSearch>(database, historyStatement(limit));
}

/**
 * Remembers a search at its time (UTC, with milliseconds), and forgets those used longest ago beyond the limit. One
 * that is settled on again and again before any other counts as one use.
 */
export function recordSearch(
  { database }: OperationContext,
  { query, at }: ParsedInputOf<'searches.record'> & { readonly at: string },
): null {
  database
    .transaction(() => {
      runSql(
        database,
        sql`INSERT INTO search_history (query, last_used_at) VALUES (${query}, ${at})
          ON CONFLICT DO UPDATE SET last_used_at = excluded.last_used_at, use_count = use_count + (
            EXISTS (SELECT 1 FROM search_history AS other WHERE other.last_used_at > search_history.last_used_at))`,
      );
      runSql(
        database,
        sql`DELETE FROM search_history WHERE query IN (
          SELECT query FROM search_history ORDER BY last_used_at DESC, query LIMIT -1 OFFSET ${historyLimit})`,
      );
    })
    .immediate();
  return null;
}

/** Forgets one search of before, or all. */
export function clearSearchHistory(
  { database }: OperationContext,
  { query }: ParsedInputOf<'searches.clearHistory'>,
): null {
  runSql(
    database,
    query === undefined ? sql`DELETE FROM search_history` : sql`DELETE FROM search_history WHERE query = ${query}`,
  );
  return null;
}
