import { indexMessages, unindexMessages } from '../messages/search-index.ts';
import type { Database } from '../library/open-database.ts';
import { withBulkCache } from '../library/page-cache.ts';
import { allRows, runSql, singleNumber } from '../library/run-sql.ts';
import { literal, sql, type SqlFragment } from '../library/sql.ts';
import { sparseTickSql } from './check-rows.ts';
import type { ImportProgress } from './import-progress.ts';
import type { CurrentImport } from './merge-rows.ts';
import { columnList, incomingRows } from './source-rows.ts';
import type { SourceTable } from './source-schema.ts';

/** For statements over messages (alias `m`). */
export const indexingTick = sparseTickSql(sql`m.seq >> 20`);

/** Places of a second's upper half stand free: rows wait there until the second is put in order. */
const waitingPlace = literal(1 << 19);

/**
 * Writes `incoming` (whose places are seqs within the file) into messages, keeps every second in its order whatever
 * order the files came in, and indexes the text, unless the whole index is written afterwards (`indexesText`: false). Rows that the library holds in the same or a newer version are gone
 * from `incoming` before.
 */
export function writeMessages(
  database: Database,
  source: SourceTable,
  current: CurrentImport,
  { progress, indexesText }: { readonly progress: ImportProgress; readonly indexesText: boolean },
): void {
  const { rule, parts } = source;
  // An older version may stand in a second of its own, where it leaves a gap among the new ones.
  runSql(
    database,
    sql`INSERT OR IGNORE INTO temp.touched_second (second) SELECT place >> 20 FROM temp.matched WHERE verdict = 'loses'`,
  );
  runSql(
    database,
    sql`DELETE FROM temp.incoming WHERE place IN (SELECT place FROM temp.matched WHERE verdict IN ('same', 'loses'))`,
  );
  removeOlderVersions(database);
  makeRoom(database);

  const newCount = singleNumber(database, sql`SELECT count(*) FROM temp.incoming`);
  const heldCount = singleNumber(
    database,
    sql`SELECT coalesce((SELECT row_count FROM summary_tables WHERE table_name = 'messages'), 0)`,
  );
  // Where the new rows are a fair share of all, sorting them and building a b-tree anew beats growing it by random keys.
  const rebuildsIndexes = newCount > 5000 && newCount > heldCount / 4;
  const indexes = rebuildsIndexes ? dropIndexes(database) : [];
  progress.begin('Copying messages', 0.2, 0.45, newCount);
  for (const part of parts) {
    runSql(
      database,
      sql`INSERT INTO main.messages (${columnList(rule)}, import_id, seq)
        SELECT ${columnList(rule)}, ${current.id}, n.place FROM ${incomingRows(rule, part)} AS n WHERE ${sparseTickSql(sql`n.place >> 20`)}`,
    );
  }
  putSecondsInOrder(database);
  indexes.forEach((statement, index) => {
    // Also the moment between two indexes in which a person can cancel: building one cannot be stopped.
    const share = 0.15 / indexes.length;
    progress.begin('Sorting messages by author, channel and time', 0.45 + index * share, 0.45 + (index + 1) * share);
    withBulkCache(database, () => database.exec(statement));
  });
  if (!indexesText) return;
  progress.begin('Indexing words', 0.6, 0.9, newCount);
  indexMessages(database, sql`m.seq IN (SELECT place FROM temp.incoming)`, { tick: indexingTick });
}

/** A newer version of a message may have another time, and so another seq: the older one makes way for it. */
function removeOlderVersions(database: Database): void {
  runSql(
    database,
    sql`INSERT INTO temp.moved (old_seq, new_seq) SELECT held, place FROM temp.matched WHERE verdict = 'wins'`,
  );
  // Their seconds close up where they leave a gap.
  runSql(database, sql`INSERT OR IGNORE INTO temp.touched_second (second) SELECT old_seq >> 20 FROM temp.moved`);
  unindexMessages(database, sql`m.seq IN (SELECT old_seq FROM temp.moved)`);
  runSql(database, sql`DELETE FROM main.messages WHERE seq IN (SELECT old_seq FROM temp.moved)`);
}

/** Finds the seconds in which the library has messages already, and puts the new ones of those in the waiting half. */
function makeRoom(database: Database): void {
  runSql(
    database,
    sql`INSERT OR IGNORE INTO temp.touched_second (second)
      SELECT place >> 20 FROM temp.incoming
      WHERE EXISTS (SELECT 1 FROM main.messages AS m WHERE m.seq >= (place >> 20) << 20 AND m.seq < ((place >> 20) + 1) << 20)`,
  );
  if (singleNumber(database, sql`SELECT count(*) FROM temp.touched_second`) > 0) {
    const isTouched = (seq: SqlFragment): SqlFragment =>
      sql`(${seq} >> 20) IN (SELECT second FROM temp.touched_second)`;
    runSql(database, sql`UPDATE temp.incoming SET place = place + ${waitingPlace} WHERE ${isTouched(sql`place`)}`);
    runSql(database, sql`UPDATE temp.moved SET new_seq = new_seq + ${waitingPlace} WHERE ${isTouched(sql`new_seq`)}`);
  }
  moveOverlaps(database);
}

/**
 * Gives the messages of each touched second the order that they have in any library: by time, then id. Rows that move
 * and were indexed before are indexed anew: their new seqs join `incoming`.
 */
export function putSecondsInOrder(database: Database): void {
  runSql(database, sql`DELETE FROM temp.moved`);
  runSql(
    database,
    sql`INSERT INTO temp.moved (old_seq, new_seq)
      SELECT old_seq, new_seq FROM (
        SELECT m.seq AS old_seq, (second << 20) + row_number() OVER (PARTITION BY second ORDER BY m.created_at, length(m.id), m.id) - 1 AS new_seq
        FROM temp.touched_second CROSS JOIN main.messages AS m ON m.seq >= second << 20 AND m.seq < (second + 1) << 20
      ) WHERE old_seq <> new_seq`,
  );
  if (singleNumber(database, sql`SELECT count(*) FROM temp.moved`) === 0) return;
  unindexMessages(
    database,
    sql`m.seq IN (SELECT old_seq FROM temp.moved) AND m.seq NOT IN (SELECT place FROM temp.incoming)`,
  );
  moveMessages(database);
}

/** Gives messages, their overlaps and their entries in `incoming` the new seqs of `moved`. */
export function moveMessages(database: Database): void {
  // By way of negative numbers, which no message has, because old and new places overlap.
  runSql(
    database,
    sql`UPDATE main.messages SET seq = -1 - (SELECT new_seq FROM temp.moved WHERE old_seq = seq) WHERE seq IN (SELECT old_seq FROM temp.moved)`,
  );
  runSql(database, sql`UPDATE main.messages SET seq = -1 - seq WHERE seq < 0`);
  runSql(database, sql`DELETE FROM temp.incoming WHERE place IN (SELECT old_seq FROM temp.moved)`);
  runSql(database, sql`INSERT INTO temp.incoming (place, part, locator) SELECT new_seq, -1, 0 FROM temp.moved`);
  moveOverlaps(database);
}

/** Overlaps are kept by seq: they follow their messages along `moved`. */
function moveOverlaps(database: Database): void {
  runSql(
    database,
    sql`UPDATE import_overlaps SET row_key = -1 - (SELECT new_seq FROM temp.moved WHERE old_seq = row_key)
      WHERE table_name = 'messages' AND row_key IN (SELECT old_seq FROM temp.moved)`,
  );
  runSql(
    database,
    sql`UPDATE import_overlaps SET row_key = -1 - row_key WHERE table_name = 'messages' AND row_key < 0`,
  );
}

interface IndexRow {
  readonly name: string;
  readonly sql: string;
}

/** Drops every index of messages; answers the statements that make them again, as the schema itself words them. */
function dropIndexes(database: Database): readonly string[] {
  const indexes = allRows<IndexRow>(
    database,
    sql`SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = 'messages' AND sql IS NOT NULL`,
  );
  for (const index of indexes) database.exec(`DROP INDEX main."${index.name}"`);
  return indexes.map((index) => index.sql);
}
