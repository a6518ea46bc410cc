import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { recipientOfMessage, reactionsStatement } from '../messages/message-rows.ts';
import type { Cell, Column, Row } from './columns.ts';
import { cellText } from './cell-text.ts';
import type { ZoneClock } from './zone-clock.ts';

interface ExportRow {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly content: string;
  readonly createdAt: string | null;
  readonly editedAt: string | null;
  readonly isDeleted: number | null;
  readonly deletionReason: string | null;
  readonly author: string;
  readonly recipient: string | null;
  readonly server: string;
  readonly channel: string | null;
  readonly isStarred: number;
  /** A JSON array of texts. */
  readonly tags: string;
  readonly note: string | null;
}

interface ColumnSource extends Column {
  readonly read: (row: ExportRow, reactions: readonly string[]) => Cell;
}

const time: ColumnSource = { name: 'time', label: 'Time', type: 'time', read: (row) => row.createdAt };
const type: ColumnSource = { name: 'type', label: 'Type', type: 'text', read: (row) => row.type };
const author: ColumnSource = { name: 'author', label: 'Author', type: 'text', read: (row) => row.author };
/** Of a direct message. */
const recipient: ColumnSource = { name: 'recipient', label: 'Recipient', type: 'text', read: (row) => row.recipient };
const text: ColumnSource = { name: 'text', label: 'Text', type: 'text', read: (row) => row.content };
const deleted: ColumnSource = {
  name: 'deleted',
  label: 'Deleted',
  type: 'boolean',
  read: (row) => row.isDeleted === 1,
};

const sources: readonly ColumnSource[] = [
  time,
  type,
  { name: 'server', label: 'Server', type: 'text', read: (row) => row.server },
  { name: 'channel', label: 'Channel', type: 'text', read: (row) => row.channel },
  author,
  recipient,
  text,
  { name: 'edited', label: 'Edited', type: 'time', read: (row) => row.editedAt },
  deleted,
  { name: 'deletionReason', label: 'Deletion reason', type: 'text', read: (row) => row.deletionReason },
  { name: 'reactions', label: 'Reactions', type: 'list', read: (_row, reactions) => reactions },
  { name: 'starred', label: 'Starred', type: 'boolean', read: (row) => row.isStarred === 1 },
  { name: 'tags', label: 'Tags', type: 'list', read: (row) => readTags(row.tags) },
  { name: 'note', label: 'Note', type: 'text', read: (row) => row.note },
  { name: 'id', label: 'Id', type: 'text', read: (row) => row.id },
];

/** What an export tells of a message; no e-mail address, IP address or user agent is among it. Times name their zone. */
export function messageColumns(zone: string): readonly Column[] {
  return sources.map(({ name, label, type: columnType }) => ({
    name,
    label: columnType === 'time' ? `${label} (${zone})` : label,
    type: columnType,
  }));
}

function readTags(json: string): readonly string[] {
  return (JSON.parse(json) as readonly unknown[]).map(String); // json_group_array gives an array
}

/** The messages and direct messages at given places, in their order, each by its `seq`; a direct one is of the sender's server. */
function exportStatement(places: readonly number[]): SqlFragment {
  const id = sql`coalesce(m.id, d.id)`;
  const recipientId = sql`coalesce(d.to_user_id, ${recipientOfMessage})`;
  return sql`SELECT page.value AS seq, ${id} AS id, coalesce(m.type, 'dm') AS type, coalesce(m.content, d.content) AS content,
      coalesce(m.created_at, d.created_at) AS createdAt, m.edited_at AS editedAt,
      m.is_deleted AS isDeleted, m.deletion_reason AS deletionReason,
      coalesce(author.username, m.user_id, d.from_user_id) AS author, coalesce(recipient.username, ${recipientId}) AS recipient,
      coalesce(server.name, m.server_id, author.server_id) AS server, coalesce(channel.name, m.channel_id) AS channel,
      EXISTS (SELECT 1 FROM kept_stars WHERE subject_kind = 'message' AND subject_id = ${id}) AS isStarred,
      (SELECT json_group_array(tag ORDER BY tag_key) FROM kept_tags WHERE subject_kind = 'message' AND subject_id = ${id}) AS tags,
      (SELECT note FROM kept_notes WHERE subject_kind = 'message' AND subject_id = ${id}) AS note
    FROM json_each(${JSON.stringify(places)}) AS page
    LEFT JOIN messages AS m ON m.seq = page.value
    LEFT JOIN direct_messages AS d ON d.seq = page.value
    LEFT JOIN users AS author ON author.id = coalesce(m.user_id, d.from_user_id)
    LEFT JOIN users AS recipient ON recipient.id = ${recipientId}
    LEFT JOIN servers AS server ON server.id = coalesce(m.server_id, author.server_id)
    LEFT JOIN channels AS channel ON channel.id = m.channel_id
    WHERE coalesce(m.seq, d.seq) IS NOT NULL`;
}

interface ReactionRow {
  readonly seq: number;
  readonly reaction: string;
  readonly count: number;
}

/** The messages at given places one by one, so that long texts do not meet in memory. */
export function* readMessageRows({ database }: OperationContext, places: readonly number[]): Generator<Row> {
  const reactions = Map.groupBy(allRows<ReactionRow>(database, reactionsStatement(places)), (row) => row.seq);
  const statement = exportStatement(places);
  for (const row of database.prepare<unknown[], ExportRow>(statement.text).iterate(...statement.parameters)) {
    const shown = (reactions.get(row.seq) ?? []).map(({ reaction, count }) => `${reaction} ${count}`);
    yield sources.map(({ read }) => read(row, shown));
  }
}

/** As wide as the longest, `[system]`. */
const typeWidth = 8;

/** `2025-11-22 20:15:03  [raid]   Anna: text`; the further lines of a text begin below its author. */
export function messageLogLine(row: Row, clock: ZoneClock): string {
  const read = (column: ColumnSource): string =>
    printableText(cellText(row[sources.indexOf(column)] ?? null, column, clock));
  const beginning = `${(read(time) || 'unknown time').padEnd(19)}  ${`[${read(type)}]`.padEnd(typeWidth)} `;
  const mark = row[sources.indexOf(deleted)] === true ? '(deleted) ' : '';
  const to = read(recipient);
  const lines = `${mark}${read(author)}${to === '' ? '' : ` → ${to}`}: ${read(text)}`.split('\n');
  return beginning + lines.join(`\n${' '.repeat(beginning.length)}`);
}

/** Line breaks stay, other control characters could make a terminal do things. */
function printableText(value: string): string {
  return value.replaceAll(/\r\n|[\r\u2028\u2029]/gu, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
}
