import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { filterText } from '../messages/filter-text.ts';
import { PerState } from '../messages/library-state.ts';
import { directoryOf, NameDirectory, type DirectoryName, type NamedEntry } from '../messages/name-directory.ts';
import type { ValueOption } from '../messages/suggest-option.ts';
import { raidCatalogueOf, type RaidEntry } from './catalogue.ts';

/** What raids name: each by how many pulls have it. */
interface NameList {
  readonly names: PerState<NameDirectory>;
  /** Where its ids are given names; null where a name is its own id. */
  readonly table: DirectoryName | null;
}

const lists = {
  bosses: ofEntries(null, ({ boss }) => [boss]),
  raids: ofEntries(null, ({ name }) => [name]),
  classes: ofEntries(null, ({ composition }) => [...new Set(composition.map((part) => part.class))]),
  leaders: ofEntries('users', ({ leaderId }) => [leaderId]),
  servers: ofEntries('servers', ({ serverId }) => [serverId]),
  guilds: ofEntries('guilds', ({ guildId }) => (guildId === null ? [] : [guildId])),
  players: { table: 'users', names: new PerState((database) => nameAll(database, 'users', countPlayers(database))) },
} as const satisfies Record<string, NameList>;

/** In how many pulls each player took part, from the primary key of `summary_performances`. */
export const playerCountsStatement = sql`SELECT user_id AS id, count(*) AS count FROM summary_performances GROUP BY user_id`;

function countPlayers(database: Database): ReadonlyMap<string, number> {
  const rows = allRows<{ readonly id: string; readonly count: number }>(database, playerCountsStatement);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function ofEntries(table: DirectoryName | null, idsOf: (entry: RaidEntry) => readonly string[]): NameList {
  const names = new PerState((database) => {
    const counts = new Map<string, number>();
    for (const entry of raidCatalogueOf(database).entries) {
      for (const id of idsOf(entry)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return nameAll(database, table, counts);
  });
  return { names, table };
}

function nameAll(database: Database, table: DirectoryName | null, counts: ReadonlyMap<string, number>): NameDirectory {
  const known = table === null ? null : directoryOf(database, table);
  const entries = [...counts].map(([id, count]): NamedEntry => {
    const named = known?.find(id) ?? null;
    return { id, name: named?.name ?? id, serverName: named?.serverName ?? null, count };
  });
  return new NameDirectory(
    entries.toSorted(
      (one, other) =>
        (other.count ?? 0) - (one.count ?? 0) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
    ),
  );
}

/** Names that begin as what was typed does, or of which a later word does; most pulls first. */
export function listRaidNames(
  database: Database,
  list: keyof typeof lists,
  typed: string,
  limit: number,
): readonly ValueOption[] {
  const { names, table }: NameList = lists[list];
  const known = table === null ? null : directoryOf(database, table);
  return names
    .get(database)
    .startingWith(typed, limit)
    .map(({ id, name, serverName, count }) => {
      const text = known === null ? filterText(name) : known.filterTextOf(id);
      return { text, label: name, detail: serverName, count };
    });
}
