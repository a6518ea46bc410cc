import { libraryTables } from '../../shared/library/types.ts';
import type { Database } from './open-database.ts';
import { identifier, sql } from './sql.ts';

/**
 * The only writer of the summary tables, called inside the transaction that changed the rows. Everything is counted
 * anew: each count is one pass over an index (1.0 s in all for a million messages), which an import or an undo of that
 * size does not notice, and nothing can drift. Measured by `npm run bench -- --only import`.
 */
export function rebuildSummaries(database: Database): void {
  database.exec(
    'DELETE FROM summary_tables; DELETE FROM summary_users; DELETE FROM summary_channels; DELETE FROM summary_days;',
  );
  for (const table of libraryTables) {
    const insert = sql`INSERT INTO summary_tables (table_name, row_count) SELECT ${table}, count(*) FROM ${identifier(table)}`;
    database.prepare(insert.text).run(...insert.parameters);
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

    INSERT INTO summary_days (day, server_id, type, message_count)
    SELECT (seq >> 20) / 86400, server_id, type, count(*) FROM messages GROUP BY 1, 2, 3;
  `);
}
