import type { MessageConversation } from '../../shared/conversations/types.ts';
import type { MessageType } from '../../shared/messages/types.ts';
import type { Database } from '../library/open-database.ts';
import { filterText } from '../messages/filter-text.ts';
import { directoryOf } from '../messages/name-directory.ts';
import { directQuery, directTitle, subjectsOf, type SubjectKind } from './subjects.ts';

/** What of a message says which conversation it stands in. */
export interface Belonging {
  readonly type: MessageType;
  readonly serverId: string;
  readonly channelId: string | null;
  readonly guildId: string | null;
  readonly partyId: string | null;
  readonly raidId: string | null;
  readonly authorId: string;
  readonly recipientId: string | null;
}

/**
 * The conversation that a message stands in, and the smallest search text that shows it: its channel, else its guild,
 * party or raid, else the thread with its recipient, else what was written of its type on its server.
 */
export function conversationOf(database: Database, message: Belonging): MessageConversation {
  const { type, serverId, channelId, guildId, partyId, raidId, authorId, recipientId } = message;
  const about = (kind: SubjectKind, id: string): MessageConversation => {
    const { title, query } = subjectsOf(database, kind).get(id);
    return { kind, title, query };
  };
  if (channelId !== null) return about('channel', channelId);
  if (guildId !== null) return about('guild', guildId);
  if (partyId !== null) return about('party', partyId);
  if (raidId !== null) return about('raid', raidId);
  if (recipientId !== null) {
    return {
      kind: 'direct',
      title: directTitle(database, authorId, recipientId),
      query: directQuery(database, authorId, recipientId),
    };
  }
  const servers = directoryOf(database, 'servers');
  const title = servers.find(serverId)?.name ?? serverId;
  const server = servers.find(serverId) === null ? filterText(serverId) : servers.filterTextOf(serverId);
  return { kind: 'server', title, query: `server:${server} type:${type}` };
}

/** As `conversationOf` for the lines of one page, of which many stand in the same conversation. */
export function conversationsOfPage(database: Database): (message: Belonging) => MessageConversation {
  const known = new Map<string, MessageConversation>();
  return (message) => {
    const { type, serverId, channelId, guildId, partyId, raidId, authorId, recipientId } = message;
    const place = channelId ?? guildId ?? partyId ?? raidId;
    const key = JSON.stringify(
      place === null ? [type, serverId, authorId, recipientId] : [channelId, guildId, partyId, raidId],
    );
    let conversation = known.get(key);
    if (conversation === undefined) {
      conversation = conversationOf(database, message);
      known.set(key, conversation);
    }
    return conversation;
  };
}
