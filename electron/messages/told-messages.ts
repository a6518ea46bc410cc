import type { Database } from '../library/open-database.ts';
import { runSql } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { bossHealth, hasMetadata, metadataIds, metadataName } from './facet-tokens.ts';

/**
 * Reads into `temp.told` what the messages' metadata tells, in one pass over all messages, for those who sum it up: one row
 * for each message with metadata, and for each of type `raid`.
 */
export function readToldMessages(database: Database): void {
  const m = sql`m`;
  const { raid, party, guild, recipient } = metadataIds(m);
  const told = (value: SqlFragment): SqlFragment => sql`CASE WHEN ${hasMetadata(m)} THEN ${value} END`;
  runSql(
    database,
    sql`CREATE TEMP TABLE told AS
      SELECT m.seq, m.type, m.user_id AS author, m.server_id, m.created_at,
        ${told(raid)} AS raid, ${told(party)} AS party, ${told(guild)} AS guild, ${told(recipient)} AS recipient,
        ${told(metadataName(m, 'event'))} AS event, ${told(bossHealth(m))} AS boss_health, ${told(metadataName(m, 'player_id'))} AS player
      FROM messages AS m WHERE m.type = 'raid' OR ${hasMetadata(m)}`,
  );
}

export function dropToldMessages(database: Database): void {
  database.exec('DROP TABLE temp.told');
}
