import { migrate } from '../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import type { OperationContext } from '../../electron/library/operation.ts';
import { sql } from '../../electron/library/sql.ts';
import { rebuildSummaries } from '../../electron/library/summaries.ts';
import { indexDirectMessages, indexMessages, registerSearchFunctions } from '../../electron/messages/search-index.ts';
import { searchMessages } from '../../electron/messages/search-messages.ts';
import { messageTypes, type MessagePage } from '../../shared/messages/types.ts';
import { chatPieces } from './generated-text.ts';

/** A message as it was put in, for tests that look for themselves. */
export interface PlainMessage {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly userId: string;
  readonly serverId: string;
  readonly channelId: string | null;
  readonly content: string;
  readonly isDeleted: boolean;
  readonly editedAt: string | null;
  /** Seconds since 1970; null when the backup had no readable time. */
  readonly time: number | null;
  /** What only the libraries of `rich-library.ts` have. */
  readonly more?: PlainExtras;
}

export interface PlainExtras {
  /** In `direct_messages`. */
  readonly isDirect: boolean;
  readonly recipientId: string | null;
  readonly isUnread: boolean;
  readonly reason: string | null;
  readonly importId: number;
  /** As JSON text. */
  readonly metadata: string | null;
  readonly reactions: readonly string[];
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly isStarred: boolean;
}

export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly serverId: string;
}

export interface PlainLibrary {
  readonly messages: readonly PlainMessage[];
  readonly users: readonly NamedRow[];
  readonly servers: readonly NamedRow[];
  readonly channels: readonly NamedRow[];
}

const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** The same numbers from 0 up to 1 for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const userNames = [
  'Anna',
  'anna',
  'Annabel',
  'Änna',
  'Ben',
  'ben',
  '今日',
  'Ōtani',
  'Two Words',
  'x"y',
  'Zoë',
  'Zo',
  'me:you',
];
const channelNames = ['general', 'raids', 'raids-old', 'off-topic', 'raids', 'Händler', 'général'];

/** Years 2024 and 2025. */
const firstSecond = Date.UTC(2024, 0, 1) / 1000;
const seconds = 2 * 365 * 86_400;

export function generateLibrary(messageCount: number, seed = 1): PlainLibrary {
  const random = createRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() ** 1.5 * values.length)]!;
  const servers = ['Nord', 'Süd', 'nordost'].map((name, index) => ({ id: `server-${index}`, name, serverId: '' }));
  const named = (names: readonly string[], prefix: number): NamedRow[] =>
    names.map((name, index) => ({
      id: index % 4 === 3 ? `id ${prefix} ${index}` : uuid(prefix + index),
      name,
      serverId: pick(servers).id,
    }));
  const users = named(userNames, 100);
  const channels = named(channelNames, 200);
  const messages: PlainMessage[] = [];
  const counters = new Map<number, number>();
  for (let index = 0; index < messageCount; index++) {
    // A burst now and then, so that many messages share a second; a few without a time.
    const place = random() < 0.3 ? Math.floor(random() * 20) / 20 : random();
    const time = random() < 0.01 ? null : firstSecond + Math.floor(place * seconds);
    const count = counters.get(time ?? 0) ?? 0;
    counters.set(time ?? 0, count + 1);
    const words = Array.from(
      { length: 1 + Math.floor(random() * 9) },
      () => pick(chatPieces) + (random() < 0.85 ? ' ' : ''),
    );
    const type = pick(messageTypes);
    messages.push({
      seq: (time ?? 0) * 2 ** 20 + count,
      id: `m-${index}`,
      type,
      userId: pick(users).id,
      serverId: pick(servers).id,
      channelId: type === 'dm' ? null : pick(channels).id,
      content: words.join(''),
      isDeleted: random() < 0.05,
      editedAt: random() < 0.1 ? '2025-06-01 00:00:00' : null,
      time,
    });
  }
  return { messages: messages.toSorted((one, other) => one.seq - other.seq), users, servers, channels };
}

/** As rows have it. */
export function createdAt(time: number | null): string | null {
  return time === null ? null : new Date(time * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A library in memory with these rows, made by the real migrations and indexed by the real indexer. */
export function createSearchLibrary(library: PlainLibrary, addMore: (database: Database) => void = () => {}): Database {
  const database = openDatabase(':memory:');
  migrate(database);
  database.pragma('foreign_keys = OFF');
  registerSearchFunctions(database);
  const addServer = database.prepare(`INSERT INTO servers (id, name, region) VALUES (?, ?, 'eu')`);
  const addUser = database.prepare('INSERT INTO users (id, username, server_id) VALUES (?, ?, ?)');
  const addChannel = database.prepare('INSERT INTO channels (id, name, server_id) VALUES (?, ?, ?)');
  const addMessage = database.prepare(
    `INSERT INTO messages (seq, id, type, user_id, server_id, channel_id, content, created_at, is_deleted, edited_at)
     VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  database.transaction(() => {
    for (const { id, name } of library.servers) addServer.run(id, name);
    for (const { id, name, serverId } of library.users) addUser.run(id, name, serverId);
    for (const { id, name, serverId } of library.channels) addChannel.run(id, name, serverId);
    for (const message of library.messages) {
      if (message.more?.isDirect === true) continue;
      const { seq, id, type, userId, serverId, channelId, content, isDeleted, editedAt, time } = message;
      addMessage.run(
        BigInt(seq),
        id,
        type,
        userId,
        serverId,
        channelId,
        content,
        createdAt(time),
        isDeleted ? 1 : 0,
        editedAt,
      );
    }
    addMore(database);
    indexMessages(database, sql`1`);
    indexDirectMessages(database, sql`1`);
    rebuildSummaries(database);
  })();
  return database;
}

/** A worker's context around a connection; nothing is cancelled unless asked for. */
export function contextOf(database: Database, throwIfCancelled: () => void = () => {}): OperationContext {
  return { database, throwIfCancelled, report: () => {} };
}

export const searchDefaults = {
  timeZone: 'UTC',
  limit: 100,
  cursor: null,
  around: null,
  at: null,
  isFromEnd: false,
  maxContentLength: 1000,
  maxSeconds: 3600,
} as const;

/** Ids of everything that a query finds, in order, page by page. */
export function searchAll(context: OperationContext, query: string, limit = 200): string[] {
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: MessagePage = searchMessages(context, { ...searchDefaults, query, limit, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    cursor = page.next;
  }
}
