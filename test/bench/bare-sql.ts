/**
 * The yardstick for imports: the least SQL that ends in the same library, by the same driver with the same settings.
 * No checks, no preview, no placeholders, no idempotence: it trusts the file blindly, and only works on an empty
 * library and a well-formed backup of version 1.1. Arguments: library, source.
 */
import { performance } from 'node:perf_hooks';
import { tableRules } from '../../electron/imports/table-rules.ts';
import { closeWriter, openWriter } from '../../electron/library/library-connection.ts';
import type { Database } from '../../electron/library/open-database.ts';
import { withBulkCache } from '../../electron/library/page-cache.ts';
import { rebuildSummaries } from '../../electron/library/summaries.ts';
import { indexEverything } from '../../electron/messages/search-index.ts';
import { peakMemoryMb } from './child.ts';

export interface BareCost {
  readonly seconds: number;
  readonly peakMemoryMb: number;
  readonly rows: number;
  readonly phases: Readonly<Record<string, number>>;
}

interface SchemaRow {
  readonly name: string;
  readonly sql: string;
}

function copyTable(database: Database, table: string, columns: readonly string[]): number {
  const list = columns.join(', ');
  if (table === 'direct_messages') {
    return database
      .prepare(
        `INSERT INTO direct_messages (seq, ${list}, import_id)
         SELECT (second << 20) + (1 << 19) + row_number() OVER (PARTITION BY second ORDER BY created_at, length(id), id) - 1,
           ${list}, 1
         FROM (SELECT *, coalesce(unixepoch(created_at), 0) AS second FROM source.direct_messages)`,
      )
      .run().changes;
  }
  if (table !== 'messages') {
    return database.prepare(`INSERT INTO ${table} (${list}, import_id) SELECT ${list}, 1 FROM source.${table}`).run()
      .changes;
  }
  return database
    .prepare(
      `INSERT INTO messages (seq, ${list}, import_id)
       SELECT (second << 20) + row_number() OVER (PARTITION BY second ORDER BY created_at, length(id), id) - 1 AS place,
         ${list}, 1
       FROM (SELECT *, coalesce(unixepoch(created_at), 0) AS second FROM source.messages)
       ORDER BY second, place`,
    )
    .run().changes;
}

function importBare(library: string, source: string): BareCost {
  const database = openWriter(library);
  const phases: Record<string, number> = {};
  const start = performance.now();
  const time = <Result>(phase: string, work: () => Result): Result => {
    const before = performance.now();
    const result = work();
    phases[phase] = (performance.now() - before) / 1000;
    return result;
  };
  database.pragma('foreign_keys = OFF');
  database.prepare('ATTACH ? AS source').run(source);
  let rows = 0;
  database.transaction(() => {
    const indexes = database
      .prepare<[], SchemaRow>(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = 'messages' AND sql IS NOT NULL",
      )
      .all();
    for (const index of indexes) database.exec(`DROP INDEX main.${index.name}`);
    database
      .prepare(
        `INSERT INTO imports (id, source_name, source_path, source_size_bytes, format, schema_version, started_at)
         VALUES (1, 'bare', ?, 0, 'sqlite', '1.1', datetime())`,
      )
      .run(source);
    time('Copy rows', () => {
      for (const { table, columns } of tableRules) {
        rows += copyTable(
          database,
          table,
          columns.map((column) => column.name),
        );
      }
    });
    time('Build indexes', () => {
      withBulkCache(database, () => {
        for (const index of indexes) database.exec(index.sql);
      });
    });
    time('Index words', () => {
      withBulkCache(database, () => indexEverything(database));
    });
    time('Summaries', () => {
      rebuildSummaries(database);
    });
    database.exec(`INSERT INTO import_tables SELECT 1, table_name, row_count, 0, 0, 0 FROM summary_tables`);
  })();
  const seconds = (performance.now() - start) / 1000;
  closeWriter(database);
  return { seconds, peakMemoryMb: peakMemoryMb(), rows, phases };
}

const [library, source] = process.argv.slice(2);
if (library !== undefined && source !== undefined) {
  process.stdout.write(JSON.stringify(importBare(library, source)));
}
