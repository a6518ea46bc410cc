import { openDatabase, type Database } from '../../electron/library/open-database.ts';

/** What calls about raids name, read from the library itself. */
export interface RaidNames {
  /** All raids that began, in an order that jumps through the years. */
  readonly raidIds: readonly string[];
  /** Pulls of one boss and difficulty by one guild each, five or more, oldest first. */
  readonly series: readonly (readonly string[])[];
  readonly bosses: readonly string[];
  readonly guilds: readonly { readonly id: string; readonly name: string }[];
  readonly leaders: readonly string[];
  readonly players: readonly { readonly id: string; readonly name: string }[];
  readonly classes: readonly string[];
  readonly servers: readonly string[];
  /** UTC days with raids. */
  readonly days: readonly string[];
}

export function readRaidNames(library: string): RaidNames {
  const database = openDatabase(library, { readonly: true });
  try {
    return {
      raidIds: listTexts(database, 'SELECT id FROM raids WHERE start_time IS NOT NULL ORDER BY substr(id, 10), id'),
      series: listTexts(
        database,
        `SELECT group_concat(id ORDER BY start_time) FROM raids WHERE start_time IS NOT NULL
         GROUP BY name, boss_name, difficulty HAVING count(*) >= 5 ORDER BY min(id)`,
      ).map((ids) => ids.split(',')),
      bosses: listTexts(database, 'SELECT DISTINCT boss_name FROM raids ORDER BY 1'),
      guilds: database
        .prepare<[], { id: string; name: string }>(
          `SELECT id, name FROM guilds WHERE leader_id IN (SELECT leader_id FROM raids) ORDER BY name`,
        )
        .all(),
      leaders: listTexts(
        database,
        `SELECT username FROM users WHERE id IN (SELECT leader_id FROM raids) AND username NOT LIKE '%"%' ORDER BY id`,
      ),
      players: database
        .prepare<[], { id: string; name: string }>(
          `SELECT users.id, username AS name FROM users JOIN raid_participants ON user_id = users.id
           WHERE username NOT LIKE '%"%' GROUP BY users.id ORDER BY substr(users.id, 3), users.id`,
        )
        .all(),
      classes: listTexts(database, 'SELECT DISTINCT class FROM raid_participants ORDER BY 1'),
      servers: listTexts(database, 'SELECT name FROM servers WHERE id IN (SELECT server_id FROM raids) ORDER BY 1'),
      days: listTexts(
        database,
        'SELECT date(start_time) FROM raids WHERE start_time IS NOT NULL GROUP BY 1 ORDER BY max(id)',
      ),
    };
  } finally {
    database.close();
  }
}

function listTexts(database: Database, statement: string): readonly string[] {
  return database.prepare<[], string>(statement).pluck().all();
}
