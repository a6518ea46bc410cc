import { renewDerivedContents } from '../../electron/library/derived-contents.ts';
import type { Database } from '../../electron/library/open-database.ts';
import { createSearchLibrary, generateLibrary, type PlainLibrary } from '../messages/search-library.ts';

/** A message or direct message, and what it belongs to besides its channel. */
export interface PlacedMessage {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly userId: string;
  readonly channelId: string | null;
  readonly content: string;
  readonly guildId: string | null;
  readonly partyId: string | null;
  readonly raidId: string | null;
  readonly recipientId: string | null;
  readonly isUnread: boolean;
}

export interface ConversationLibrary {
  readonly library: PlainLibrary;
  readonly database: Database;
  readonly messages: readonly PlacedMessage[];
}

export const guilds = [
  { id: 'guild-1', name: 'Dawn Watch' },
  { id: 'guild-2', name: 'Night Watch' },
];
export const parties = [
  { id: 'party-1', name: 'Quick run' },
  { id: 'party-2', name: null },
  { id: 'party-3', name: 'Quick run' },
];
export const raids = [
  { id: 'raid-1', name: 'Alliance: Keep', boss: 'Hollow King', startedAt: '2024-06-01 19:30:00' },
  { id: 'raid-2', name: 'Alliance: Keep', boss: 'Mother of Ash', startedAt: '2024-06-08 23:30:00' },
];

/** A generated library whose messages belong to guilds, parties, raids and other people, with direct messages beside. */
export function createConversationLibrary(): ConversationLibrary {
  const library = generateLibrary(4000, 7);
  const database = createSearchLibrary(library);
  const userAt = (index: number): string => library.users[index % library.users.length]?.id ?? '';
  const pick = <Value>(values: readonly Value[], index: number): Value | undefined => values[index % values.length];
  const messages = library.messages.map((message, index): PlacedMessage => {
    const none = { guildId: null, partyId: null, raidId: null, recipientId: null, isUnread: false };
    // One in nine lacks what its type would say.
    if (index % 9 === 0) return { ...message, ...none, channelId: index % 2 === 0 ? null : message.channelId };
    const { type } = message;
    return {
      ...message,
      ...none,
      channelId: type === 'guild' || type === 'party' || index % 2 === 0 ? null : message.channelId,
      guildId: type === 'guild' ? (pick(guilds, index)?.id ?? null) : null,
      partyId: type === 'party' ? (index % 50 === 1 ? 'party-unknown' : (pick(parties, index)?.id ?? null)) : null,
      raidId: type === 'raid' ? (pick(raids, index)?.id ?? null) : null,
      recipientId: type === 'dm' ? userAt(index * 7) : null,
    };
  });
  const direct = library.messages
    .filter((_, index) => index % 10 === 3)
    .map(({ seq, userId, content }, index): PlacedMessage => ({
      seq: (Math.floor(seq / 2 ** 20) + 1) * 2 ** 20 + 2 ** 19 + (index % 2 ** 10),
      id: `direct-${index}`,
      type: 'dm',
      userId,
      channelId: null,
      content,
      guildId: null,
      partyId: null,
      raidId: null,
      recipientId: userAt(index * 3),
      isUnread: index % 4 === 0,
    }));
  fill(database, library, messages, direct);
  return { library, database, messages: [...messages, ...direct] };
}

function fill(
  database: Database,
  library: PlainLibrary,
  messages: readonly PlacedMessage[],
  direct: readonly PlacedMessage[],
): void {
  const server = library.servers[0]?.id;
  const leader = library.users[0]?.id;
  const addGuild = database.prepare('INSERT INTO guilds (id, name, server_id, leader_id) VALUES (?, ?, ?, ?)');
  const addParty = database.prepare('INSERT INTO parties (id, name, server_id, leader_id) VALUES (?, ?, ?, ?)');
  const addRaid = database.prepare(
    `INSERT INTO raids (id, name, boss_name, difficulty, server_id, leader_id, start_time) VALUES (?, ?, ?, 'hard', ?, ?, ?)`,
  );
  const tell = database.prepare('UPDATE messages SET metadata = ?, channel_id = ? WHERE id = ?');
  const addDirect = database.prepare(
    `INSERT INTO direct_messages (seq, id, from_user_id, to_user_id, content, is_read, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  database.transaction(() => {
    for (const { id, name } of guilds) addGuild.run(id, name, server, leader);
    for (const { id, name } of parties) addParty.run(id, name, server, leader);
    for (const { id, name, boss, startedAt } of raids) addRaid.run(id, name, boss, server, leader, startedAt);
    for (const { id, guildId, partyId, raidId, recipientId, channelId } of messages) {
      const metadata = { guild_id: guildId, party_id: partyId, raid_id: raidId, to_user_id: recipientId };
      const told = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
      tell.run(Object.keys(told).length === 0 ? null : JSON.stringify(told), channelId, id);
    }
    for (const { seq, id, userId, recipientId, content, isUnread } of direct) {
      const createdAt = new Date(Math.floor(seq / 2 ** 20) * 1000).toISOString().slice(0, 19).replace('T', ' ');
      addDirect.run(BigInt(seq), id, userId, recipientId, content, isUnread ? 0 : 1, createdAt);
    }
  })();
  database.exec('DELETE FROM derived_contents');
  renewDerivedContents(database);
}
