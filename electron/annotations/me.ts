import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { Player } from '../../shared/library/types.ts';
import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, runSql } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';

interface PlayerRow {
  readonly id: string;
  readonly name: string | null;
  readonly isPlaceholder: number | null;
  readonly serverName: string | null;
  readonly messageCount: number | null;
}

/** The players of some ids in the order given; one that the library lacks goes by its id. */
function readPlayers(database: Database, ids: readonly string[]): readonly Player[] {
  return allRows<PlayerRow>(
    database,
    sql`SELECT wanted.value AS id, users.username AS name, users.is_placeholder AS isPlaceholder,
        servers.name AS serverName, summary.message_count AS messageCount
      FROM json_each(${JSON.stringify(ids)}) AS wanted
      LEFT JOIN users ON users.id = wanted.value
      LEFT JOIN servers ON servers.id = users.server_id
      LEFT JOIN summary_users AS summary ON summary.user_id = wanted.value
      ORDER BY wanted.key`,
  ).map(({ id, name, isPlaceholder, serverName, messageCount }) => ({
    id,
    name: name ?? id,
    isPlaceholder: name === null || isPlaceholder === 1,
    serverName,
    messageCount: messageCount ?? 0,
  }));
}

/** The players who are oneself, by name. They stay when an undo takes their row away. */
export function getMe({ database }: OperationContext, _input: null): readonly Player[] {
  const ids = allRows<{ user_id: string }>(database, sql`SELECT user_id FROM kept_me`).map((row) => row.user_id);
  return readPlayers(database, ids).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

export function setMe(context: OperationContext, { userIds }: ParsedInputOf<'library.setMe'>): readonly Player[] {
  const { database } = context;
  database
    .transaction(() => {
      runSql(database, sql`DELETE FROM kept_me`);
      runSql(
        database,
        sql`INSERT OR IGNORE INTO kept_me (user_id) SELECT value FROM json_each(${JSON.stringify(userIds)})`,
      );
    })
    .immediate();
  return getMe(context, null);
}

interface NameRow {
  readonly id: string;
  readonly name: string;
}

/** Players whose name holds a text, those who wrote most first. Reads every name: a person types here once in a while. */
export function findPlayers(
  { database }: OperationContext,
  { text, limit }: ParsedInputOf<'library.findPlayers'>,
): readonly Player[] {
  const wanted = foldForSubstring(text).trim();
  const rows = allRows<NameRow>(
    database,
    sql`SELECT users.id, users.username AS name FROM users LEFT JOIN summary_users AS summary ON summary.user_id = users.id
      ORDER BY summary.message_count DESC, users.username, users.id`,
  );
  const found = rows.filter(({ id, name }) => id === text || foldForSubstring(name).includes(wanted));
  return readPlayers(
    database,
    found.slice(0, limit).map(({ id }) => id),
  );
}

export const meOperations = {
  'library.getMe': getMe,
  'library.setMe': setMe,
  'library.findPlayers': findPlayers,
} as const;
