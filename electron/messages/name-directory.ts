import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { filterText } from './filter-text.ts';
import { PerState } from './library-state.ts';

/** Something that has a name a person may type: a player, a channel, a server, a guild, a party. */
export interface NamedEntry {
  readonly id: string;
  readonly name: string;
  /** The server it belongs to, for telling two of one name apart; null for servers. */
  readonly serverName: string | null;
  /** Messages that it has; null where nobody counted. */
  readonly count: number | null;
}

export type DirectoryName = 'users' | 'channels' | 'servers' | 'guilds' | 'parties';

interface IndexedEntry extends NamedEntry {
  readonly folded: string;
  /** A blank, then the folded name with blanks for whatever is neither letter nor digit: ` raids old`. */
  readonly words: string;
}

/** The names of one table, most messages first; parties, of which most are of one evening, newest first. */
export class NameDirectory {
  readonly #entries: readonly IndexedEntry[];
  readonly #byId = new Map<string, IndexedEntry>();
  readonly #bearers = new Map<string, number>();

  constructor(entries: readonly NamedEntry[]) {
    this.#entries = entries.map((entry) => {
      const folded = foldName(entry.name);
      return { ...entry, folded, words: ` ${folded.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')}` };
    });
    for (const entry of this.#entries) {
      this.#byId.set(entry.id, entry);
      this.#bearers.set(entry.folded, (this.#bearers.get(entry.folded) ?? 0) + 1);
    }
  }

  get size(): number {
    return this.#entries.length;
  }

  find(id: string): NamedEntry | null {
    return this.#byId.get(id) ?? null;
  }

  /** True if the name, typed in whole, stands for nothing else. */
  isUnique(name: string): boolean {
    const folded = foldName(name);
    return folded !== '' && this.#bearers.get(folded) === 1 && !this.#byId.has(name);
  }

  /** What names this entry behind a filter's colon: its name if nothing else bears it, else its id. */
  filterTextOf(id: string): string {
    const entry = this.#byId.get(id);
    return filterText(entry !== undefined && this.isUnique(entry.name) ? entry.name : id);
  }

  /** Ids of entries of which a word begins with this one, which is folded and has neither blanks nor punctuation. */
  idsWithWord(word: string): readonly string[] {
    return this.#entries.flatMap(({ id, words }) => (words.includes(` ${word}`) ? [id] : []));
  }

  /**
   * Entries of which a word begins with what was typed, without regard to case and accents: the whole name first, then
   * beginnings of names, then beginnings of later words; most messages first among each.
   */
  startingWith(typed: string, limit: number): readonly NamedEntry[] {
    const folded = foldName(typed);
    if (folded === '') return this.#entries.slice(0, limit);
    const words = ` ${folded.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()}`;
    const exact: NamedEntry[] = [];
    const beginning: NamedEntry[] = [];
    const later: NamedEntry[] = [];
    for (const entry of this.#entries) {
      if (entry.folded === folded) exact.push(entry);
      else if (entry.folded.startsWith(folded)) beginning.push(entry);
      else if (words.length > 1 && later.length < limit && entry.words.includes(words)) later.push(entry);
    }
    return [...exact, ...beginning, ...later].slice(0, limit);
  }
}

const plainAscii = /^[ -~]*$/;

/** As the search folds names. */
export function foldName(name: string): string {
  const folded = plainAscii.test(name) ? name.toLowerCase() : foldForSubstring(name);
  return folded.trim().replaceAll(/\s+/g, ' ');
}

const statements: Readonly<Record<DirectoryName, SqlFragment>> = {
  users: sql`SELECT users.id, users.username AS name, servers.name AS serverName,
      coalesce(summary.message_count, 0) + coalesce(direct.message_count, 0) AS count
    FROM users LEFT JOIN servers ON servers.id = users.server_id
    LEFT JOIN summary_users AS summary ON summary.user_id = users.id
    LEFT JOIN (
      SELECT from_user_id, count(*) AS message_count FROM direct_messages GROUP BY from_user_id
    ) AS direct ON direct.from_user_id = users.id
    ORDER BY count DESC, users.username`,
  channels: sql`SELECT channels.id, channels.name, servers.name AS serverName, coalesce(summary.message_count, 0) AS count
    FROM channels LEFT JOIN servers ON servers.id = channels.server_id
    LEFT JOIN summary_channels AS summary ON summary.channel_id = channels.id
    ORDER BY count DESC, channels.name`,
  servers: sql`SELECT servers.id, servers.name, NULL AS serverName, coalesce(summary.message_count, 0) AS count
    FROM servers LEFT JOIN (
      SELECT server_id, sum(message_count) AS message_count FROM summary_days GROUP BY server_id
    ) AS summary ON summary.server_id = servers.id
    ORDER BY count DESC, servers.name`,
  guilds: sql`SELECT guilds.id, guilds.name, servers.name AS serverName, coalesce(summary.message_count, 0) AS count
    FROM guilds LEFT JOIN servers ON servers.id = guilds.server_id
    LEFT JOIN summary_conversations AS summary ON summary.kind = 'guild' AND summary.key_a = guilds.id
    ORDER BY count DESC, guilds.name`,
  parties: sql`SELECT parties.id, parties.name, servers.name AS serverName, coalesce(summary.message_count, 0) AS count
    FROM parties LEFT JOIN servers ON servers.id = parties.server_id
    LEFT JOIN summary_conversations AS summary ON summary.kind = 'party' AND summary.key_a = parties.id
    WHERE parties.name IS NOT NULL AND parties.name <> '' ORDER BY parties.created_at DESC`,
};

function createDirectory(name: DirectoryName): PerState<NameDirectory> {
  return new PerState((database) => new NameDirectory(allRows<NamedEntry>(database, statements[name])));
}

const directories: Readonly<Record<DirectoryName, PerState<NameDirectory>>> = {
  users: createDirectory('users'),
  channels: createDirectory('channels'),
  servers: createDirectory('servers'),
  guilds: createDirectory('guilds'),
  parties: createDirectory('parties'),
};

/** The names of a table; read once for each state of the library. */
export function directoryOf(database: Database, name: DirectoryName): NameDirectory {
  return directories[name].get(database);
}
