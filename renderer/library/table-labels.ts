import { libraryTables, type LibraryTable } from '../../shared/library/types.ts';

/** What a person calls each of the server's tables. */
export const tableLabels: Readonly<Record<LibraryTable, string>> = {
  messages: 'Messages',
  message_reactions: 'Reactions',
  direct_messages: 'Direct messages',
  users: 'Players',
  servers: 'Servers',
  channels: 'Channels',
  raids: 'Raids',
  raid_participants: 'Raid participants',
  guilds: 'Guilds',
  guild_members: 'Guild members',
  parties: 'Parties',
  party_members: 'Party members',
  sessions: 'Sessions',
};

/** The label of a table by its name in the file; the name itself for a table that libraries do not have. */
export function labelOfTable(name: string): string {
  const known = libraryTables.find((table) => table === name);
  return known === undefined ? name : tableLabels[known];
}
