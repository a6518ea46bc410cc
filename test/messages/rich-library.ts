import type { Database } from '../../electron/library/open-database.ts';
import { foldName } from '../../electron/messages/name-directory.ts';
import {
  bossNames,
  eventNames,
  guildNames,
  noteTexts,
  partyIds,
  raidNames,
  reactionTexts,
  reasonTexts,
  sourceNames,
  tagNames,
} from './library-names.ts';
import {
  createdAt,
  createRandom,
  createSearchLibrary,
  generateLibrary,
  type NamedRow,
  type PlainExtras,
  type PlainLibrary,
  type PlainMessage,
} from './search-library.ts';

export interface PlainRaid extends NamedRow {
  readonly boss: string;
  readonly difficulty: string;
}

/** A library with everything that a filter can ask for. */
export interface RichLibrary extends PlainLibrary {
  readonly guilds: readonly NamedRow[];
  readonly parties: readonly NamedRow[];
  readonly raids: readonly PlainRaid[];
  /** Not undone; numbers are those of `importId`. */
  readonly imports: readonly { readonly id: number; readonly name: string }[];
  readonly languages: ReadonlyMap<string, string>;
  readonly me: readonly string[];
}

type Random = () => number;

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)]!;
}

function maybe<Value>(random: Random, chance: number, value: () => Value): Value | null {
  return random() < chance ? value() : null;
}

const raidCount = 130;

export function generateRichLibrary(messageCount: number, seed = 1): RichLibrary {
  const base = generateLibrary(messageCount, seed);
  const random = createRandom(seed + 1000);
  const serverId = (): string => pick(random, base.servers).id;
  const guilds = guildNames.map((name, index) => ({ id: `guild-${index}`, name, serverId: serverId() }));
  const parties = partyIds.map((id, index) => ({ id, name: index === 1 ? 'Lunch' : '', serverId: serverId() }));
  const raids = Array.from({ length: raidCount }, (_, index) => ({
    id: `raid-${index}`,
    name: pick(random, raidNames),
    serverId: serverId(),
    boss: pick(random, bossNames),
    difficulty: pick(random, ['normal', 'hard', 'mythic']),
  }));
  const imports = [1, 2].map((id) => ({ id, name: sourceNames[id - 1]! }));
  const languages = new Map(base.servers.map(({ id }, index) => [id, ['de', 'en-GB', 'ja'][index]!]));
  const library = { ...base, guilds, parties, raids, imports, languages, me: [base.users[0]!.id, base.users[4]!.id] };
  const messages = base.messages.map((message) => enrich(random, library, message));
  return { ...library, messages: messages.toSorted((one, other) => one.seq - other.seq) };
}

function enrich(random: Random, library: RichLibrary, message: PlainMessage): PlainMessage {
  const isDirect = random() < 0.1;
  const mentioned = pick(random, [...library.users.map(({ name }) => name), 'everyone']);
  const content =
    random() < 0.1 ? `${message.content} @${mentioned}${pick(random, ['', '!', ' x', 's'])}` : message.content;
  const recipientId = maybe(random, isDirect ? 1 : 0.7, () => pick(random, library.users).id);
  const metadata = isDirect ? null : metadataOf(random, library, message.type, recipientId);
  const isAddressed = isDirect || metadata?.includes('to_user_id') === true;
  const more: PlainExtras = {
    isDirect,
    recipientId: isAddressed ? recipientId : null,
    isUnread: isDirect && random() < 0.3,
    reason: isDirect || !message.isDeleted ? null : maybe(random, 0.8, () => pick(random, reasonTexts)),
    importId: pick(random, library.imports).id,
    metadata,
    reactions: isDirect ? [] : reactionTexts.filter(() => random() < 0.03),
    tags: tagNames.filter(() => random() < 0.01),
    note: maybe(random, 0.02, () => pick(random, noteTexts)),
    isStarred: random() < 0.02,
  };
  if (!isDirect) return { ...message, content, more };
  const sender = library.users.find(({ id }) => id === message.userId)!;
  const direct = { type: 'dm', channelId: null, isDeleted: false, editedAt: null, serverId: sender.serverId };
  return { ...message, ...direct, seq: message.seq + 2 ** 19, content, more };
}

function metadataOf(random: Random, library: RichLibrary, type: string, recipientId: string | null): string | null {
  if (random() < 0.02) return pick(random, ['{oops', '[]', '"text"', 'null', '']);
  const metadata: Record<string, unknown> = {};
  const add = (key: string, chance: number, value: () => unknown): void => {
    if (random() < chance) metadata[key] = value();
  };
  add('raid_id', type === 'raid' ? 0.9 : 0.02, () => (random() < 0.02 ? 'raid-gone' : pick(random, library.raids).id));
  add('boss', type === 'raid' ? 0.7 : 0.01, () => pick(random, bossNames));
  add('event', type === 'raid' ? 0.7 : 0.01, () => pick(random, eventNames));
  add('boss_health', type === 'raid' ? 0.8 : 0.01, () =>
    pick(random, [
      0,
      4,
      5,
      5.5,
      19,
      20,
      20.3,
      20.5,
      20.7,
      21,
      99,
      99.9,
      100,
      100.5,
      101,
      -1,
      '20.5',
      '7',
      'none',
      null,
    ]),
  );
  add('guild_id', type === 'guild' ? 0.9 : 0.02, () => pick(random, library.guilds).id);
  add('party_id', type === 'party' ? 0.9 : 0.02, () => pick(random, library.parties).id);
  if (recipientId !== null && type === 'dm') metadata['to_user_id'] = recipientId;
  return Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata);
}

export function createRichLibrary(library: RichLibrary): Database {
  return createSearchLibrary(library, (database) => {
    addParents(database, library);
    for (const message of library.messages) if (message.more !== undefined) addExtras(database, message, message.more);
  });
}

function addParents(database: Database, { guilds, parties, raids, imports, languages, me, users }: RichLibrary): void {
  const leader = users[0]!.id;
  const add = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
  };
  for (const [id, language] of languages)
    database.prepare('UPDATE servers SET language = ? WHERE id = ?').run(language, id);
  for (const { id, name, serverId } of guilds) add('guilds', { id, name, server_id: serverId, leader_id: leader });
  for (const { id, name, serverId } of parties) add('parties', { id, name, server_id: serverId, leader_id: leader });
  for (const { id, name, serverId, boss, difficulty } of raids)
    add('raids', { id, name, boss_name: boss, difficulty, server_id: serverId, leader_id: leader });
  const asImport = (id: number, name: string, undoneAt: string | null): void =>
    add('imports', {
      id,
      source_name: name,
      source_path: name,
      source_size_bytes: 1,
      format: 'sqlite',
      schema_version: '1.1',
      started_at: '2025-06-01 00:00:00',
      undone_at: undoneAt,
    });
  for (const { id, name } of imports) asImport(id, name, null);
  asImport(imports.length + 1, sourceNames[2], '2025-06-02 00:00:00');
  for (const id of me) add('kept_me', { user_id: id });
}

function addExtras(database: Database, { seq, id, userId, content, time }: PlainMessage, more: PlainExtras): void {
  if (more.isDirect) {
    database
      .prepare(
        `INSERT INTO direct_messages (seq, id, from_user_id, to_user_id, content, is_read, created_at, import_id)
         VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(BigInt(seq), id, userId, more.recipientId, content, more.isUnread ? 0 : 1, createdAt(time), more.importId);
  } else {
    database
      .prepare('UPDATE messages SET metadata = ?, deletion_reason = ?, import_id = ? WHERE id = ?')
      .run(more.metadata, more.reason, more.importId, id);
  }
  const react = database.prepare('INSERT INTO message_reactions (message_id, user_id, reaction) VALUES (?, ?, ?)');
  for (const reaction of more.reactions) react.run(id, userId, reaction);
  const kept = `(subject_kind, subject_id,`;
  const now = '2025-06-01 00:00:00';
  if (more.isStarred)
    database.prepare(`INSERT INTO kept_stars ${kept} starred_at) VALUES ('message', ?, ?)`).run(id, now);
  for (const tag of more.tags)
    database
      .prepare(`INSERT INTO kept_tags ${kept} tag_key, tag, tagged_at) VALUES ('message', ?, ?, ?, ?)`)
      .run(id, foldName(tag), tag, now);
  if (more.note !== null)
    database
      .prepare(`INSERT INTO kept_notes ${kept} note, updated_at) VALUES ('message', ?, ?, ?)`)
      .run(id, more.note, now);
}
