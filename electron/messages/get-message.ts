import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { MessageDetail, Reaction } from '../../shared/messages/types.ts';
import { getAnnotation } from '../annotations/annotations.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import {
  describe,
  directColumns,
  directParents,
  messageColumns,
  messageParents,
  reference,
  type MessageRow,
} from './message-rows.ts';
import { findNamedIds } from './named-ids.ts';

interface DetailRow extends MessageRow {
  readonly updatedAt: string | null;
  readonly deletionReason: string | null;
  readonly metadata: string | null;
  readonly importId: number | null;
}

interface ReactionRow {
  readonly reaction: string;
  readonly userId: string;
  readonly name: string | null;
  readonly isPlaceholder: number | null;
}

/** One message by its id (unique index), with its whole text; a direct message only where no message has this id. */
export function messageStatement(id: string): SqlFragment {
  return sql`SELECT ${messageColumns}, m.content, m.updated_at AS updatedAt, m.deletion_reason AS deletionReason,
      m.metadata, m.import_id AS importId
    FROM messages AS m ${messageParents} WHERE m.id = ${id}
    UNION ALL
    SELECT ${directColumns}, m.content, NULL, NULL, NULL, m.import_id FROM direct_messages AS m ${directParents} WHERE m.id = ${id}`;
}

/** Who reacted to a message and how, by the primary key of `message_reactions`. */
export function messageReactionsStatement(id: string): SqlFragment {
  return sql`SELECT r.reaction, r.user_id AS userId, u.username AS name, u.is_placeholder AS isPlaceholder
    FROM message_reactions AS r LEFT JOIN users AS u ON u.id = r.user_id
    WHERE r.message_id = ${id} ORDER BY r.reaction, u.username`;
}

/** All that the library knows of one message. Throws `not_found`. */
export function getMessage(context: OperationContext, { id }: ParsedInputOf<'messages.get'>): MessageDetail {
  const { database } = context;
  const row = firstRow<DetailRow>(database, messageStatement(id));
  if (row === undefined) throw new RaidscopeError('not_found', 'This message is not in the library.', { id });
  const reactions = allRows<ReactionRow>(database, messageReactionsStatement(id));
  const { isStarred, tags, note } = getAnnotation(context, { subject: { kind: 'message', id } });
  return {
    ...describe(row, conversationOf(database, row), { isStarred, tags, hasNote: note !== null }),
    note,
    content: row.content,
    updatedAt: row.updatedAt,
    editedAt: row.editedAt,
    deletionReason: row.deletionReason,
    metadata: row.metadata,
    namedIds: findNamedIds(database, row.metadata),
    importId: row.importId,
    reactions: reactions.map(({ reaction, userId, name, isPlaceholder }): Reaction => ({
      reaction,
      user: reference(userId, name, isPlaceholder),
    })),
  };
}
