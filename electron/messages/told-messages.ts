import type { Database } from '../library/open-database.ts';
import { runSql } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { bossHealth, hasMetadata, metadataIds, metadataName } from './facet-tokens.ts';

/**
 * Reads into `temp.told` what the messages' metadata tells, in one pass over all messages, for those who sum it up: one row
 * for each message with metadata, and for each of type `raid`.
 */
export function readToldMessages(database: Database): void {
  const m = sql`m`;
  const { raid, party, guild, recipient } = metadataIds(m);
  // What cannot be read is NULL from here on, of which everything is NULL: asking before each value costs a second.
  // LIMIT -1 keeps SQLite from merging the two levels, which would ask all the same.
  const readable = sql`SELECT seq, type, user_id, server_id, created_at, iif(${hasMetadata(m)}, metadata, NULL) AS metadata
    FROM messages AS m WHERE type = 'raid' OR ${hasMetadata(m)} LIMIT -1`;
  runSql(
    database,
    sql`CREATE TEMP TABLE told AS
      SELECT m.seq, m.type, m.user_id AS author, m.server_id, m.created_at,
        ${raid} AS raid, ${party} AS party, ${guild} AS guild, ${recipient} AS recipient,
        ${metadataName(m, 'event')} AS event, ${bossHealth(m)} AS boss_health, ${metadataName(m, 'player_id')} AS player
      FROM (${readable}) AS m`,
  );
}

export function dropToldMessages(database: Database): void {
  database.exec('DROP TABLE temp.told');
}
