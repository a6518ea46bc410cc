import { RaidscopeError } from '../../shared/contract/errors.ts';
import { emptyIndex, finishBulkIndexing, indexEverything, prepareBulkIndexing } from '../messages/search-index.ts';
import type { Database } from './open-database.ts';
import { withBulkCache } from './page-cache.ts';
import { runSql, singleNumber } from './run-sql.ts';
import { sql } from './sql.ts';
import { rebuildRaidSummaries, rebuildSummaries } from './summaries.ts';

/**
 * The full-text index and the summaries follow from the rows alone, so a library can have them made anew when this app
 * makes them otherwise than the app that wrote them. `derived_contents` notes what they were made by: `search` (the index
 * and all summaries), and `raids` (what is summed up of raids), which is made in a fraction of the time.
 *
 * Raise a version whenever this app would write other words, facet tokens or counts for the same rows.
 */
export const derivedContentsVersions = { search: 3, raids: 1 } as const;

type DerivedName = keyof typeof derivedContentsVersions;

function isCurrent(database: Database, name: DerivedName): boolean {
  const noted = sql`SELECT coalesce((SELECT version FROM derived_contents WHERE name = ${name}), 0)`;
  return singleNumber(database, noted) === derivedContentsVersions[name];
}

function note(database: Database, name: DerivedName): void {
  const version = BigInt(derivedContentsVersions[name]);
  runSql(database, sql`INSERT OR REPLACE INTO derived_contents (name, version) VALUES (${name}, ${version})`);
}

/** Makes index and summaries anew where they are of another version, whole or not at all: as long as an import of all rows spends on them. */
export function renewDerivedContents(database: Database): void {
  if (isCurrent(database, 'search') && isCurrent(database, 'raids')) return;
  database
    .transaction(() => {
      if (isCurrent(database, 'search')) rebuildRaidSummaries(database);
      else renewEverything(database);
      note(database, 'search');
      note(database, 'raids');
    })
    .immediate();
}

function renewEverything(database: Database): void {
  emptyIndex(database);
  prepareBulkIndexing(database);
  withBulkCache(database, () => indexEverything(database));
  finishBulkIndexing(database);
  rebuildSummaries(database);
}

/** Throws `read_only`: for a library that cannot be written and whose index this app would read wrongly. */
export function assertDerivedContentsAreCurrent(database: Database): void {
  if (isCurrent(database, 'search') && isCurrent(database, 'raids')) return;
  throw new RaidscopeError(
    'read_only',
    'The search index of this library was made by another version, and cannot be made anew where it is because it cannot be written. Copy it to another folder first.',
    { path: database.name },
  );
}
