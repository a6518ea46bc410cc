import { sql, type SqlFragment } from '../library/sql.ts';

/** Who wrote where, on which server, and what type of message it is. A direct message is its sender's server's. */
export type HitRow = readonly [author: string, channel: string | null, server: string | null, type: string];

/** These facets of the messages and direct messages at given places, by their `seq`; in no order. */
export function hitRowsStatement(places: readonly number[]): SqlFragment {
  const hits = sql`json_each(${JSON.stringify(places)}) AS hit`;
  return sql`SELECT m.user_id, m.channel_id, m.server_id, m.type FROM ${hits} CROSS JOIN messages AS m ON m.seq = hit.value
    UNION ALL
    SELECT m.from_user_id, NULL, sender.server_id, 'dm' FROM ${hits} CROSS JOIN direct_messages AS m ON m.seq = hit.value
    LEFT JOIN users AS sender ON sender.id = m.from_user_id`;
}
