import type { MessageItem, MessageType, NamedReference, ReactionCount } from '../../shared/messages/types.ts';
import type { TextRange } from '../../shared/query/types.ts';
import { conversationsOfPage } from '../conversations/conversation-of.ts';
import type { PageHighlighter } from './highlight-all.ts';
import { readPageAnnotations, type PageAnnotation } from '../annotations/page-annotations.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { hasMetadata, metadataIds } from './facet-tokens.ts';

export interface MessageRow {
  readonly seq: number;
  readonly id: string;
  readonly type: MessageType;
  readonly content: string;
  readonly contentBytes: number;
  readonly createdAt: string | null;
  readonly isDeleted: number | null;
  readonly editedAt: string | null;
  readonly authorId: string;
  readonly authorName: string | null;
  readonly authorIsPlaceholder: number | null;
  readonly serverId: string;
  readonly serverName: string | null;
  readonly serverIsPlaceholder: number | null;
  readonly channelId: string | null;
  readonly channelName: string | null;
  readonly channelIsPlaceholder: number | null;
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly recipientIsPlaceholder: number | null;
  readonly isUnread: number;
  readonly guildId: string | null;
  readonly partyId: string | null;
  readonly raidId: string | null;
}

const metadata = metadataIds(sql`m`);

function ofMetadata(value: SqlFragment): SqlFragment {
  return sql`CASE WHEN ${hasMetadata(sql`m`)} THEN ${value} END`;
}

/** Whom a row `m` of `messages` is for, if it is a direct message. */
export const recipientOfMessage = sql`CASE WHEN m.type = 'dm' THEN ${ofMetadata(metadata.recipient)} END`;

/** The columns of `MessageRow` but the content, from `messages AS m` and its parents as `messageParents` joins them. */
export const messageColumns = sql`m.seq, m.id, m.type, octet_length(m.content) AS contentBytes, m.created_at AS createdAt,
  m.is_deleted AS isDeleted, m.edited_at AS editedAt,
  m.user_id AS authorId, author.username AS authorName, author.is_placeholder AS authorIsPlaceholder,
  m.server_id AS serverId, server.name AS serverName, server.is_placeholder AS serverIsPlaceholder,
  m.channel_id AS channelId, channel.name AS channelName, channel.is_placeholder AS channelIsPlaceholder,
  ${recipientOfMessage} AS recipientId, recipient.username AS recipientName, recipient.is_placeholder AS recipientIsPlaceholder,
  0 AS isUnread, ${ofMetadata(metadata.guild)} AS guildId, ${ofMetadata(metadata.party)} AS partyId, ${ofMetadata(metadata.raid)} AS raidId`;

export const messageParents = sql`LEFT JOIN users AS author ON author.id = m.user_id
  LEFT JOIN servers AS server ON server.id = m.server_id
  LEFT JOIN channels AS channel ON channel.id = m.channel_id
  LEFT JOIN users AS recipient ON recipient.id = ${recipientOfMessage}`;

/** As `messageColumns`, in the same order, from `direct_messages AS m` and its parents as `directParents` joins them. */
export const directColumns = sql`m.seq, m.id, 'dm' AS type, octet_length(m.content) AS contentBytes, m.created_at AS createdAt,
  0 AS isDeleted, NULL AS editedAt,
  m.from_user_id AS authorId, author.username AS authorName, author.is_placeholder AS authorIsPlaceholder,
  author.server_id AS serverId, server.name AS serverName, server.is_placeholder AS serverIsPlaceholder,
  NULL AS channelId, NULL AS channelName, NULL AS channelIsPlaceholder,
  m.to_user_id AS recipientId, recipient.username AS recipientName, recipient.is_placeholder AS recipientIsPlaceholder,
  m.is_read IS 0 AS isUnread, NULL AS guildId, NULL AS partyId, NULL AS raidId`;

/** A direct message belongs to the server of its sender. */
export const directParents = sql`LEFT JOIN users AS author ON author.id = m.from_user_id
  LEFT JOIN servers AS server ON server.id = author.server_id
  LEFT JOIN users AS recipient ON recipient.id = m.to_user_id`;

export function reference(id: string, name: string | null, isPlaceholder: number | null): NamedReference {
  return { id, name: name ?? id, isPlaceholder: name === null || isPlaceholder === 1 };
}

/** What a line of the list and the detail of a message share. */
export function describe(
  row: MessageRow,
  conversation: MessageItem['conversation'],
  annotation: PageAnnotation,
): Omit<MessageItem, 'content' | 'isContentCut' | 'reactions' | 'highlights'> {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    createdAt: row.createdAt,
    author: reference(row.authorId, row.authorName, row.authorIsPlaceholder),
    server: reference(row.serverId, row.serverName, row.serverIsPlaceholder),
    channel: row.channelId === null ? null : reference(row.channelId, row.channelName, row.channelIsPlaceholder),
    recipient:
      row.recipientId === null ? null : reference(row.recipientId, row.recipientName, row.recipientIsPlaceholder),
    isUnread: row.isUnread === 1,
    isDeleted: Boolean(row.isDeleted),
    isEdited: row.editedAt !== null,
    conversation,
    ...annotation,
  };
}

/** The rows at given places by their `seq`, messages and direct messages; names are joined for these rows only. In no order. */
export function pageStatement(places: readonly number[], maxContentLength: number): SqlFragment {
  // Four bytes for each character and then some: what is longer is cut by SQLite already, so that a page of texts of a
  // megabyte each does not pass through memory.
  const mostBytes = BigInt(4 * (maxContentLength + lookAhead));
  const content = sql`iif(octet_length(m.content) <= ${mostBytes}, m.content, substr(m.content, 1, ${BigInt(maxContentLength + lookAhead)})) AS content`;
  const page = sql`json_each(${JSON.stringify(places)}) AS page`;
  return sql`SELECT ${messageColumns}, ${content} FROM ${page} CROSS JOIN messages AS m ON m.seq = page.value ${messageParents}
    UNION ALL
    SELECT ${directColumns}, ${content} FROM ${page} CROSS JOIN direct_messages AS m ON m.seq = page.value ${directParents}`;
}

/** Characters beyond the cut that are still looked at, so that a word that is cut in two is not taken for another. */
const lookAhead = 100;

interface ReactionRow {
  readonly seq: number;
  readonly reaction: string;
  readonly count: number;
}

/** Reactions of the messages at given places, most frequent first, by the primary key of `message_reactions`. */
export function reactionsStatement(places: readonly number[]): SqlFragment {
  return sql`SELECT m.seq, reactions.reaction, count(*) AS count
    FROM json_each(${JSON.stringify(places)}) AS page
    CROSS JOIN messages AS m ON m.seq = page.value
    CROSS JOIN message_reactions AS reactions ON reactions.message_id = m.id
    GROUP BY m.seq, reactions.reaction
    ORDER BY count DESC, reactions.reaction`;
}

/** The lines of a list, in the order of the places. */
export function listMessages(
  database: Database,
  places: readonly number[],
  maxContentLength: number,
  highlight: PageHighlighter,
): readonly MessageItem[] {
  if (places.length === 0) return [];
  const rows = new Map(
    allRows<MessageRow>(database, pageStatement(places, maxContentLength)).map((row) => [row.seq, row]),
  );
  const reactions = Map.groupBy(allRows<ReactionRow>(database, reactionsStatement(places)), (row) => row.seq);
  const ids = [...rows.values()].map(({ id }) => id);
  const annotationOf = readPageAnnotations(database, 'message', ids);
  const conversationOfRow = conversationsOfPage(database);
  const shown = places.flatMap((seq) => rows.get(seq) ?? []);
  const highlights = highlight(shown.map(({ content }) => content.slice(0, maxContentLength + lookAhead)));
  return shown.map((row, index) =>
    toItem(
      row,
      reactions.get(row.seq) ?? [],
      describe(row, conversationOfRow(row), annotationOf(row.id)),
      maxContentLength,
      highlights[index] ?? [],
    ),
  );
}

function toItem(
  row: MessageRow,
  reactions: readonly ReactionCount[],
  description: ReturnType<typeof describe>,
  maxContentLength: number,
  highlights: readonly TextRange[],
): MessageItem {
  const content = cut(row.content, maxContentLength);
  return {
    ...description,
    content,
    isContentCut: content.length < row.content.length || Buffer.byteLength(row.content) < row.contentBytes,
    reactions: reactions.map(({ reaction, count }) => ({ reaction, count })),
    highlights: clip(highlights, content.length),
  };
}

/** At most so many UTF-16 units, but never half of a character. */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const isInsideCharacter = (text.codePointAt(maxLength - 1) ?? 0) > 0xffff;
  return text.slice(0, isInsideCharacter ? maxLength - 1 : maxLength);
}

function clip(ranges: readonly TextRange[], length: number): readonly TextRange[] {
  return ranges.map(([start, end]): TextRange => [start, Math.min(end, length)]).filter(([start, end]) => start < end);
}
