import type { Database } from '../library/open-database.ts';
import { runSql, singleNumber } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { emptyIndex, indexDirectMessages, unindexDirectMessages } from '../messages/search-index.ts';

/**
 * Direct messages stand beside messages in one time order: each has its place (`seq`) in the upper half of its second. A
 * row without a place is not in the index, and the other way round. Whoever changes rows or takes them away withdraws
 * them first; when all tables are merged, `placeDirectMessages` gives each row the place that it has in any library of the
 * same rows, and indexes those that moved.
 */

/**
 * Notes the server of everyone who sent an indexed direct message: it is the message's server in the index, and may change
 * though the message does not. Call it before the first change.
 */
export function rememberSenders(database: Database): void {
  database.exec('CREATE TEMP TABLE sender (user_id TEXT PRIMARY KEY, server_id TEXT) WITHOUT ROWID');
  runSql(
    database,
    sql`INSERT INTO temp.sender (user_id, server_id)
      SELECT user_id, u.server_id FROM (SELECT DISTINCT from_user_id AS user_id FROM main.direct_messages)
      LEFT JOIN main.users AS u ON u.id = user_id`,
  );
}

/** Takes rows of `direct_messages` (alias `d`) out of the index and off their places; call it before they change or go. */
export function withdrawDirectMessages(database: Database, where: SqlFragment): void {
  unindexDirectMessages(database, where);
  runSql(database, sql`UPDATE main.direct_messages AS d SET seq = NULL WHERE d.seq IS NOT NULL AND (${where})`);
}

/** Empties the index of messages in no time; direct messages lose their places with it. */
export function emptyWholeIndex(database: Database): void {
  emptyIndex(database);
  database.exec('UPDATE main.direct_messages SET seq = NULL WHERE seq IS NOT NULL');
}

/**
 * The first place of direct messages in a second: the upper half. Only messages without a readable time, which all stand in
 * second 0, can be so many that they need more than the lower half; direct messages then come behind them.
 */
function firstPlaceIn(second: SqlFragment): SqlFragment {
  return sql`iif(${second} = 0, max(1 << 19, (SELECT count(*) FROM main.messages WHERE seq < 1 << 21)), 1 << 19)`;
}

/**
 * Call it once after `rememberSenders`, when every user is in place. `indexesText`: false where the whole index is written
 * afterwards.
 */
export function placeDirectMessages(database: Database, { indexesText }: { readonly indexesText: boolean }): void {
  withdrawDirectMessages(
    database,
    sql`d.from_user_id IN (
      SELECT s.user_id FROM temp.sender AS s LEFT JOIN main.users AS u ON u.id = s.user_id WHERE u.server_id IS NOT s.server_id
    )`,
  );
  database.exec('DROP TABLE temp.sender');
  database.exec('CREATE TEMP TABLE misplaced (held INTEGER PRIMARY KEY, new_seq INTEGER NOT NULL UNIQUE)');
  runSql(
    database,
    sql`INSERT INTO temp.misplaced (held, new_seq) SELECT held, new_seq FROM (
      SELECT held, seq, (second << 20) + ${firstPlaceIn(sql`second`)} + row_number() OVER (PARTITION BY second ORDER BY created_at, length(id), id) - 1 AS new_seq
      FROM (SELECT rowid AS held, seq, id, created_at, coalesce(unixepoch(created_at), 0) AS second FROM main.direct_messages)
    ) WHERE new_seq IS NOT seq`,
  );
  if (singleNumber(database, sql`SELECT count(*) FROM temp.misplaced`) > 0) {
    withdrawDirectMessages(database, sql`d.rowid IN (SELECT held FROM temp.misplaced)`);
    runSql(
      database,
      sql`UPDATE main.direct_messages SET seq = p.new_seq FROM temp.misplaced AS p WHERE direct_messages.rowid = p.held`,
    );
    if (indexesText) indexDirectMessages(database, sql`d.seq IN (SELECT new_seq FROM temp.misplaced)`);
  }
  database.exec('DROP TABLE temp.misplaced');
}
