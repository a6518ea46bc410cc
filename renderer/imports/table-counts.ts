import type { ImportResult, TableCounts } from '../../shared/imports/types.ts';

/** An import's counts over all tables. */
export function sumCounts(tables: ImportResult['tables']): TableCounts {
  const sum = { added: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const counts of Object.values(tables)) {
    sum.added += counts.added;
    sum.updated += counts.updated;
    sum.unchanged += counts.unchanged;
    sum.rejected += counts.rejected;
  }
  return sum;
}
