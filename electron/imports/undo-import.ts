import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ImportRecord } from '../../shared/imports/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { runSql, singleNumber } from '../library/run-sql.ts';
import { identifier, joinSql, literal, sql } from '../library/sql.ts';
import { rebuildSummaries } from '../library/summaries.ts';
import { indexMessages, unindexMessages } from '../messages/search-index.ts';
import { emptyWholeIndex, placeDirectMessages, rememberSenders, withdrawDirectMessages } from './direct-messages.ts';
import { ImportProgress } from './import-progress.ts';
import { moveMessages, putSecondsInOrder } from './merge-messages.ts';
import { overlapKey } from './merge-rows.ts';
import { admitWaitingRows, parkOrphans, renewPlaceholders } from './parents.ts';
import { getImport } from './records.ts';
import { createScratchTables, dropScratchTables, storedImage } from './source-rows.ts';
import { tableRules, type TableRule } from './table-rules.ts';

export interface UndoInput {
  readonly importId: number;
  readonly undoneAt: string;
}

/**
 * Takes an import back: every row becomes what the other imports say of it - the best of their versions, by the rule
 * that decides between versions - and goes if none of them has it. One transaction; runs on the writer.
 */
export function undoImport(context: OperationContext, { importId, undoneAt }: UndoInput): ImportRecord {
  const { database } = context;
  const record = getImport(database, importId);
  if (record.undoneAt !== null) throw new RaidscopeError('bad_input', 'This import was undone already.', { importId });
  const rowCount = Object.values(record.tables).reduce((sum, counts) => sum + counts.added + counts.updated, 0);
  const progress = new ImportProgress(context, rowCount);
  progress.register(database);
  database.pragma('foreign_keys = OFF');
  createScratchTables(database);
  try {
    database
      .transaction(() => {
        rememberSenders(database);
        tableRules.forEach((rule, index) => {
          const name = rule.table.replaceAll('_', ' ');
          progress.begin(
            `Taking back ${name}`,
            index / (tableRules.length + 2),
            (index + 1) / (tableRules.length + 2),
            rowCount,
          );
          undoTable(database, rule, importId);
        });
        runSql(database, sql`DELETE FROM import_issues WHERE import_id = ${importId}`);
        parkOrphans(database);
        admitWaitingRows(database);
        renewPlaceholders(database, null);
        placeDirectMessages(database, { indexesText: true });
        progress.begin('Counting', 0.97, 1);
        rebuildSummaries(database);
        runSql(database, sql`UPDATE imports SET undone_at = ${undoneAt} WHERE id = ${importId}`);
      })
      .immediate();
  } finally {
    dropScratchTables(database);
    database.pragma('foreign_keys = ON');
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
  return getImport(database, importId);
}

function undoTable(database: Database, rule: TableRule, importId: number): void {
  runSql(database, sql`DELETE FROM import_overlaps WHERE table_name = ${rule.table} AND import_id = ${importId}`);
  chooseHeirs(database, rule, importId);
  if (singleNumber(database, sql`SELECT count(*) FROM temp.heir`) > 0) {
    keepOtherVersions(database, rule);
    restoreHeirs(database, rule);
  }
  removeRows(database, rule, importId);
  database.exec('DROP TABLE temp.heir');
}

/** For each row that the import holds and another import has too: the best of the others' versions. */
function chooseHeirs(database: Database, rule: TableRule, importId: number): void {
  const image = sql`coalesce(o.row_image, ${storedImage(rule, 't')})`;
  const updated = rule.columns.some((column) => column.name === 'updated_at')
    ? sql`coalesce(json_extract(image, '$.updated_at'), '')`
    : sql`''`;
  database.exec(
    'CREATE TEMP TABLE heir (held INTEGER PRIMARY KEY, row_key NOT NULL UNIQUE, import_id INTEGER NOT NULL, image TEXT, is_changed INTEGER NOT NULL)',
  );
  runSql(
    database,
    sql`INSERT INTO temp.heir (held, row_key, import_id, image, is_changed)
      SELECT held, row_key, import_id, image, image <> current FROM (
        SELECT *, row_number() OVER (PARTITION BY held ORDER BY ${updated} DESC, as_of DESC, image DESC, import_id) AS rank
        FROM (
          SELECT t.rowid AS held, o.row_key, o.import_id, ${image} AS image, ${storedImage(rule, 't')} AS current, coalesce(i.as_of, '') AS as_of
          FROM import_overlaps AS o
          CROSS JOIN main.${identifier(rule.table)} AS t ON ${overlapJoin(rule)}
          LEFT JOIN main.imports AS i ON i.id = o.import_id
          WHERE o.table_name = ${rule.table} AND t.import_id = ${importId} AND raidscope_tick()
        )
      ) WHERE rank = 1`,
  );
}

/** Finds the row of an overlap by its key: by number for messages, else part by part, so that an index serves. */
function overlapJoin(rule: TableRule): ReturnType<typeof sql> {
  if (rule.table === 'messages') return sql`t.seq = o.row_key`;
  const [only, ...others] = rule.key;
  if (others.length === 0) return sql`t.${identifier(only)} = o.row_key`;
  return sql`t.${identifier(only)} = substr(o.row_key, 1, instr(o.row_key, char(31)) - 1) AND ${overlapKey(rule, 't')} = o.row_key`;
}

/** The claims that stay behind as "the same" must now spell out what they were the same as. */
function keepOtherVersions(database: Database, rule: TableRule): void {
  runSql(
    database,
    sql`UPDATE import_overlaps SET row_image = (
        SELECT ${storedImage(rule, 't')} FROM temp.heir AS h CROSS JOIN main.${identifier(rule.table)} AS t ON t.rowid = h.held
        WHERE h.row_key = import_overlaps.row_key
      )
      WHERE table_name = ${rule.table} AND row_image IS NULL AND row_key IN (SELECT row_key FROM temp.heir WHERE is_changed)`,
  );
  runSql(
    database,
    sql`DELETE FROM import_overlaps WHERE table_name = ${rule.table}
      AND (row_key, import_id) IN (SELECT row_key, import_id FROM temp.heir)`,
  );
}

function restoreHeirs(database: Database, rule: TableRule): void {
  const table = identifier(rule.table);
  const assignments = joinSql(
    rule.columns.map(({ name }) => sql`${identifier(name)} = json_extract(h.image, ${literal(`$.${name}`)})`),
    ', ',
  );
  const isMessages = rule.table === 'messages';
  if (isMessages) unindexMessages(database, sql`m.seq IN (SELECT held FROM temp.heir WHERE is_changed)`);
  if (rule.table === 'direct_messages')
    withdrawDirectMessages(database, sql`d.rowid IN (SELECT held FROM temp.heir WHERE is_changed)`);
  runSql(
    database,
    sql`UPDATE main.${table} AS t SET ${assignments} FROM temp.heir AS h WHERE t.rowid = h.held AND h.is_changed`,
  );
  runSql(
    database,
    sql`UPDATE main.${table} AS t SET import_id = nullif(h.import_id, 0) FROM temp.heir AS h WHERE t.rowid = h.held`,
  );
  if (isMessages) reindexRestored(database);
}

/** A restored version may belong to another second: it goes to that second's waiting half, and the second in order. */
function reindexRestored(database: Database): void {
  const second = sql`coalesce(unixepoch(m.created_at), 0)`;
  database.exec('DELETE FROM temp.incoming; DELETE FROM temp.moved; DELETE FROM temp.touched_second;');
  runSql(
    database,
    sql`INSERT INTO temp.incoming (place, part, locator) SELECT held, -1, 0 FROM temp.heir WHERE is_changed`,
  );
  runSql(
    database,
    sql`INSERT OR IGNORE INTO temp.touched_second (second) SELECT held >> 20 FROM temp.heir WHERE is_changed`,
  );
  runSql(
    database,
    sql`INSERT OR IGNORE INTO temp.touched_second (second)
      SELECT ${second} FROM temp.heir AS h CROSS JOIN main.messages AS m ON m.seq = h.held WHERE h.is_changed`,
  );
  runSql(
    database,
    sql`INSERT INTO temp.moved (old_seq, new_seq)
      SELECT m.seq, (${second} << 20) + (1 << 19) + row_number() OVER (PARTITION BY ${second} ORDER BY m.seq)
      FROM temp.heir AS h CROSS JOIN main.messages AS m ON m.seq = h.held WHERE h.is_changed AND m.seq >> 20 <> ${second}`,
  );
  moveMessages(database);
  putSecondsInOrder(database);
  indexMessages(database, sql`m.seq IN (SELECT place FROM temp.incoming)`);
}

/** Rows that no other import has. */
function removeRows(database: Database, rule: TableRule, importId: number): void {
  if (rule.table === 'messages') {
    removeMessages(database, importId);
    return;
  }
  if (rule.table === 'direct_messages') withdrawDirectMessages(database, sql`d.import_id = ${importId}`);
  runSql(database, sql`DELETE FROM main.${identifier(rule.table)} WHERE import_id = ${importId} AND raidscope_tick()`);
}

function removeMessages(database: Database, importId: number): void {
  const others = singleNumber(
    database,
    sql`SELECT EXISTS (SELECT 1 FROM main.messages WHERE import_id IS NOT ${importId})`,
  );
  if (others === 0) {
    // Emptying whole tables takes no time; taking a million rows out of the full-text index takes a quarter of a minute.
    emptyWholeIndex(database);
    database.exec('DELETE FROM main.messages');
    return;
  }
  database.exec('DELETE FROM temp.incoming; DELETE FROM temp.touched_second;');
  runSql(
    database,
    sql`INSERT OR IGNORE INTO temp.touched_second (second) SELECT seq >> 20 FROM main.messages WHERE import_id = ${importId}`,
  );
  unindexMessages(database, sql`m.import_id = ${importId}`);
  runSql(database, sql`DELETE FROM main.messages WHERE import_id = ${importId} AND raidscope_tick()`);
  putSecondsInOrder(database);
  indexMessages(database, sql`m.seq IN (SELECT place FROM temp.incoming)`);
}
