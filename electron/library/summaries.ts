import { libraryTables } from '../../shared/library/types.ts';
import { dropToldMessages, readToldMessages } from '../messages/told-messages.ts';
import { summariseRaids } from '../raids/summarise-raids.ts';
import type { Database } from './open-database.ts';
import { runSql } from './run-sql.ts';
import { identifier, sql } from './sql.ts';

/**
 * The only writer of the summary tables, called inside the transaction that changed the rows, when direct messages have
 * their places. Everything is counted anew: that is a few passes over indexes and one over the messages, which an import
 * or an undo does not notice, and nothing can drift. Measured by `npm run bench -- --only import` ("counting").
 */
export function rebuildSummaries(database: Database): void {
  database.exec(
    `DELETE FROM summary_tables; DELETE FROM summary_users; DELETE FROM summary_channels; DELETE FROM summary_days;
     DELETE FROM summary_reactions; DELETE FROM summary_conversations;`,
  );
  for (const table of libraryTables) {
    runSql(
      database,
      sql`INSERT INTO summary_tables (table_name, row_count) SELECT ${table}, count(*) FROM ${identifier(table)}`,
    );
  }
  database.exec(`
    INSERT INTO summary_users (user_id, message_count, first_message_seq, last_message_seq, raid_count)
    SELECT users.id, coalesce(written.message_count, 0), written.first_seq, written.last_seq, coalesce(joined.raid_count, 0)
    FROM users
    LEFT JOIN (
      SELECT user_id, count(*) AS message_count, min(seq) AS first_seq, max(seq) AS last_seq FROM messages GROUP BY user_id
    ) AS written ON written.user_id = users.id
    LEFT JOIN (
      SELECT user_id, count(*) AS raid_count FROM raid_participants GROUP BY user_id
    ) AS joined ON joined.user_id = users.id;

    INSERT INTO summary_channels (channel_id, message_count, first_message_seq, last_message_seq)
    SELECT channel_id, count(*), min(seq), max(seq) FROM messages WHERE channel_id IS NOT NULL GROUP BY channel_id;

    INSERT INTO summary_reactions (reaction, seq)
    SELECT DISTINCT r.reaction, m.seq FROM message_reactions AS r JOIN messages AS m ON m.id = r.message_id ORDER BY 1, 2;
  `);
  summariseDays(database);
  readToldMessages(database);
  summariseConversations(database);
  summariseRaids(database);
  dropToldMessages(database);
}

/** The part of it that is about raids, for a library whose other summaries are as this app makes them. */
export function rebuildRaidSummaries(database: Database): void {
  readToldMessages(database);
  summariseRaids(database);
  dropToldMessages(database);
}

const secondsOfDay = 86_400n;

/**
 * Day by day, because messages stand in the order of their days: grouping all of them at once sorts a million rows, which
 * takes half as long again.
 */
function summariseDays(database: Database): void {
  const placeOf = (day: bigint): bigint => (day * secondsOfDay) << 20n;
  const nextDay = database
    .prepare<[bigint], bigint>('SELECT (seq >> 20) / 86400 FROM messages WHERE seq >= ? ORDER BY seq LIMIT 1')
    .pluck()
    .safeIntegers();
  const countDay = database.prepare<[bigint, bigint, bigint]>(
    `INSERT INTO summary_days (day, server_id, type, message_count)
     SELECT ?, server_id, type, count(*) FROM messages WHERE seq >= ? AND seq < ? GROUP BY server_id, type`,
  );
  for (let day = nextDay.get(0n); day !== undefined; day = nextDay.get(placeOf(day + 1n))) {
    countDay.run(day, placeOf(day), placeOf(day + 1n));
  }
  database.exec(`
    INSERT INTO summary_days (day, server_id, type, message_count)
    SELECT (d.seq >> 20) / 86400, sender.server_id, 'dm', count(*)
    FROM direct_messages AS d JOIN users AS sender ON sender.id = d.from_user_id
    GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET message_count = message_count + excluded.message_count;
  `);
}

/** Which conversation a message belongs to is read as it is for its facet tokens: searching by either finds the same. */
function summariseConversations(database: Database): void {
  const into = sql`INSERT INTO summary_conversations (kind, key_a, key_b, message_count, unread_count, first_seq, last_seq)`;
  for (const kind of ['guild', 'party', 'raid'] as const) {
    const key = identifier(kind);
    runSql(
      database,
      sql`${into} SELECT ${kind}, ${key}, '', count(*), 0, min(seq), max(seq) FROM temp.told WHERE ${key} IS NOT NULL GROUP BY ${key}`,
    );
  }
  runSql(
    database,
    sql`${into} SELECT 'direct', min(one, other), max(one, other), count(*), sum(is_unread), min(seq), max(seq) FROM (
        SELECT seq, author AS one, recipient AS other, 0 AS is_unread FROM temp.told WHERE recipient IS NOT NULL
        UNION ALL
        SELECT seq, from_user_id, to_user_id, is_read IS 0 FROM direct_messages
      ) GROUP BY 2, 3`,
  );
  runSql(
    database,
    sql`${into} SELECT 'channel', channel_id, '', message_count, 0, first_message_seq, last_message_seq FROM summary_channels`,
  );
}
