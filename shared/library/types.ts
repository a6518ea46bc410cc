import type { NamedReference } from '../messages/types.ts';

/** The server's tables that a library holds, in the order in which a person would look for them. */
export const libraryTables = [
  'messages',
  'message_reactions',
  'direct_messages',
  'users',
  'servers',
  'channels',
  'raids',
  'raid_participants',
  'guilds',
  'guild_members',
  'parties',
  'party_members',
  'sessions',
] as const;
export type LibraryTable = (typeof libraryTables)[number];

export interface LibraryTableSummary {
  readonly table: LibraryTable;
  readonly rowCount: number;
}

export interface OpenLibrary {
  readonly state: 'open';
  /** File name without its ending. */
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly schemaVersion: number;
  /** True when the file or its folder cannot be written: everything can be read, nothing imported. */
  readonly isReadOnly: boolean;
  readonly tables: readonly LibraryTableSummary[];
  /** UTC times of the oldest and newest message that has one; null in a library without messages. */
  readonly firstMessageAt: string | null;
  readonly lastMessageAt: string | null;
  /** Grows with every change of the library's rows: a query's answer is stale when this has changed. */
  readonly revision: number;
}

export type LibraryStatus = OpenLibrary | { readonly state: 'closed' };

export interface RecentLibrary {
  /** Opaque; names the library in `library.openRecent`. */
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly lastOpenedAt: string;
  readonly exists: boolean;
}

/** A player, with what tells those of one name apart. */
export interface Player extends NamedReference {
  readonly serverName: string | null;
  readonly messageCount: number;
}
