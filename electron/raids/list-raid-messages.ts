import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { RaidMessage, RaidMessagePage } from '../../shared/raids/pull-types.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows, singleNumber } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { raidCatalogueOf } from './catalogue.ts';
import { namedReference } from './describe-raid.ts';
import { getEntry } from './get-raid.ts';
import { messageSources, secondOf } from './raid-events.ts';

interface MessageRow {
  readonly atMs: number;
  readonly source: 'message' | 'message_by_time';
  readonly sourceKey: number;
  readonly id: string;
  readonly createdAt: string | null;
  readonly authorId: string;
  readonly authorName: string | null;
  readonly authorIsPlaceholder: number | null;
  readonly content: string;
  readonly isDeleted: number | null;
  readonly event: string | null;
  readonly health: number | null;
}

/** Where a page begins: right behind this message. */
interface MessageCursor {
  readonly atMs: number;
  readonly source: MessageRow['source'];
  readonly sourceKey: number;
}

type MessagesInput = ParsedInputOf<'raids.messages'>;

/** A stretch of a raid's chat in order of time. Throws `not_found`, and `bad_input` for a cursor that is none. */
export function listRaidMessages({ database }: OperationContext, input: MessagesInput): RaidMessagePage {
  const entry = getEntry(raidCatalogueOf(database), input.id);
  const cursor = input.cursor === null ? null : readCursor(input.cursor);
  const rows = allRows<MessageRow>(database, raidMessagesStatement(input, cursor));
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row): RaidMessage => ({
      id: row.id,
      atMs: row.atMs,
      createdAt: row.createdAt,
      second: secondOf(entry, row.atMs),
      author: namedReference(row.authorId, row.authorName, row.authorIsPlaceholder === 1),
      content: row.content,
      isDeleted: row.isDeleted === 1,
      event: row.event,
      health: row.health,
      belongsBy: row.source === 'message' ? 'metadata' : 'time',
    })),
    next: last === undefined ? null : printCursor(last),
    total: singleNumber(database, sql`SELECT count(*) FROM raid_events AS e WHERE ${ofRaid(input)}`),
  };
}

function ofRaid({ id, fromMs, toMs }: Pick<MessagesInput, 'id' | 'fromMs' | 'toMs'>): SqlFragment {
  const between = sql`e.at_ms BETWEEN ${fromMs ?? 0} AND ${toMs ?? Number.MAX_SAFE_INTEGER}`;
  return sql`e.raid_id = ${id} AND ${between} AND e.source IN ${messageSources}`;
}

/** By the primary key of `raid_events`; one row more than the page holds tells whether there is another. */
export function raidMessagesStatement(
  input: Pick<MessagesInput, 'id' | 'fromMs' | 'toMs' | 'limit'>,
  cursor: MessageCursor | null,
): SqlFragment {
  const after =
    cursor === null
      ? sql`1`
      : sql`(e.at_ms, e.source, e.source_key) > (${cursor.atMs}, ${cursor.source}, ${cursor.sourceKey})`;
  return sql`SELECT e.at_ms AS atMs, e.source, e.source_key AS sourceKey, m.id, m.created_at AS createdAt,
      m.user_id AS authorId, author.username AS authorName, author.is_placeholder AS authorIsPlaceholder,
      substr(m.content, 1, 2000) AS content, m.is_deleted AS isDeleted, e.event, e.boss_health AS health
    FROM raid_events AS e CROSS JOIN messages AS m ON m.seq = e.source_key
    LEFT JOIN users AS author ON author.id = m.user_id
    WHERE ${ofRaid(input)} AND ${after}
    ORDER BY e.at_ms, e.source, e.source_key LIMIT ${input.limit + 1}`;
}

function printCursor({ atMs, source, sourceKey }: MessageCursor): string {
  return `${atMs} ${source} ${sourceKey}`;
}

function readCursor(text: string): MessageCursor {
  const [, atMs, source, sourceKey] = /^(-?\d{1,15}) (message|message_by_time) (\d{1,16})$/.exec(text) ?? [];
  if (source !== 'message' && source !== 'message_by_time') {
    throw new RaidscopeError('bad_input', 'This page cannot be found again: its cursor is not one of this chat.', {
      cursor: text,
    });
  }
  return { atMs: Number(atMs), source, sourceKey: Number(sourceKey) };
}
