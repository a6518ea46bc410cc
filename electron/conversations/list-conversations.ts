import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { ConversationItem, ConversationKind, ConversationPage } from '../../shared/conversations/types.ts';
import { findTimeZone } from '../../shared/query/time-zone.ts';
import type { OperationContext } from '../library/operation.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { emptySql, sql, type SqlFragment } from '../library/sql.ts';
import { directoryOf } from '../messages/name-directory.ts';
import { localTimeText } from '../messages/suggest-times.ts';
import { directQuery, directTitle, subjectsOf, wordsOf, type SubjectKind } from './subjects.ts';

/** Characters of the last message that a list shows. */
const previewLength = 200;

interface ConversationRow {
  readonly keyA: string;
  readonly keyB: string;
  readonly messageCount: number;
  readonly unreadCount: number;
  readonly lastSeq: number;
}

/**
 * One page of the conversations of a kind, by last message, newest first. Throws `bad_input` for a cursor or zone that
 * is none.
 */
export function listConversations(
  { database }: OperationContext,
  input: ParsedInputOf<'conversations.list'>,
): ConversationPage {
  const { kind, limit } = input;
  const timeZone = findTimeZone(input.timeZone);
  if (timeZone === null) {
    throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone: input.timeZone });
  }
  const before = readCursor(input.cursor);
  const filter = fits(
    database,
    kind,
    wordsOf(input.text)
      .split(' ')
      .filter((word) => word !== ''),
  );
  const rows = allRows<ConversationRow>(database, conversationsStatement(kind, filter, before, limit + 1));
  const page = rows.slice(0, limit);
  const lastMessages = readLastMessages(
    database,
    page.map(({ lastSeq }) => lastSeq),
  );
  return {
    items: page.map((row): ConversationItem => ({
      kind,
      ...describe(database, kind, row, timeZone),
      messageCount: row.messageCount,
      unreadCount: row.unreadCount,
      lastAt: lastMessages.get(row.lastSeq)?.lastAt ?? null,
      lastText: lastMessages.get(row.lastSeq)?.lastText ?? '',
      lastAuthor: lastMessages.get(row.lastSeq)?.lastAuthor ?? '',
    })),
    next: rows.length > limit ? printCursor(page.at(-1)) : null,
  };
}

/** In the order of the index on kind and last message; a message is the last of one conversation of each kind at most. */
export function conversationsStatement(
  kind: ConversationKind,
  filter: SqlFragment,
  before: number | null,
  limit: number,
): SqlFragment {
  const older = before === null ? emptySql : sql`AND last_seq < ${BigInt(before)}`;
  return sql`SELECT key_a AS keyA, key_b AS keyB, message_count AS messageCount, unread_count AS unreadCount, last_seq AS lastSeq
    FROM summary_conversations WHERE kind = ${kind} ${older} ${filter} ORDER BY last_seq DESC LIMIT ${BigInt(limit)}`;
}

/** Each word has to begin a word of the names. */
function fits(database: Database, kind: ConversationKind, words: readonly string[]): SqlFragment {
  if (words.length === 0) return emptySql;
  if (kind !== 'direct') return sql`AND key_a IN (${listed(subjectsOf(database, kind).listIds(words))})`;
  let filter = emptySql;
  for (const word of words) {
    const found = directoryOf(database, 'users').idsWithWord(word);
    if (found.length === 0) return sql`AND FALSE`;
    const ids = listed(found);
    filter = sql`${filter} AND (key_a IN (${ids}) OR key_b IN (${ids}))`;
  }
  return filter;
}

function listed(ids: readonly string[]): SqlFragment {
  return sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
}

function describe(
  database: Database,
  kind: ConversationKind,
  { keyA, keyB }: ConversationRow,
  timeZone: string,
): Pick<ConversationItem, 'title' | 'subtitle' | 'query'> {
  if (kind === 'direct') {
    return { title: directTitle(database, keyA, keyB), subtitle: null, query: directQuery(database, keyA, keyB) };
  }
  return describeSubject(database, kind, keyA, timeZone);
}

function describeSubject(
  database: Database,
  kind: SubjectKind,
  id: string,
  timeZone: string,
): Pick<ConversationItem, 'title' | 'subtitle' | 'query'> {
  const { title, details, startedAt, query } = subjectsOf(database, kind).get(id);
  const when = startedAt === null ? [] : [localTimeText(startedAt, timeZone)];
  const subtitle = [...when, ...details].join(', ');
  return { title, subtitle: subtitle === '' ? null : subtitle, query };
}

interface LastMessage {
  readonly seq: number;
  readonly lastAt: string | null;
  readonly lastText: string;
  readonly lastAuthor: string;
}

/** The messages and direct messages at given places, by their `seq`. */
export function lastMessagesStatement(places: readonly number[]): SqlFragment {
  const page = sql`json_each(${JSON.stringify(places)}) AS page`;
  const columns = sql`m.seq, m.created_at AS lastAt, substr(m.content, 1, ${BigInt(previewLength)}) AS lastText`;
  return sql`SELECT ${columns}, coalesce(author.username, m.user_id) AS lastAuthor
    FROM ${page} CROSS JOIN messages AS m ON m.seq = page.value LEFT JOIN users AS author ON author.id = m.user_id
    UNION ALL
    SELECT ${columns}, coalesce(author.username, m.from_user_id)
    FROM ${page} CROSS JOIN direct_messages AS m ON m.seq = page.value LEFT JOIN users AS author ON author.id = m.from_user_id`;
}

function readLastMessages(database: Database, places: readonly number[]): ReadonlyMap<number, LastMessage> {
  return new Map(allRows<LastMessage>(database, lastMessagesStatement(places)).map((row) => [row.seq, row]));
}

function printCursor(row: ConversationRow | undefined): string | null {
  return row === undefined ? null : row.lastSeq.toString(36);
}

function readCursor(cursor: string | null): number | null {
  if (cursor === null) return null;
  const place = /^-?[0-9a-z]{1,11}$/.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN;
  if (!Number.isSafeInteger(place) || place.toString(36) !== cursor) {
    throw new RaidscopeError('bad_input', 'This page cannot be found again: its cursor is not one of ours.', {
      cursor,
    });
  }
  return place;
}
