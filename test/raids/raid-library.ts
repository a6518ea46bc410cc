import type { Database } from '../../electron/library/open-database.ts';
import { createSearchLibrary } from '../messages/search-library.ts';

/** A row of `raids` with what a test says of it; the rest is as in a sound kill of six minutes. */
export interface PlainRaid {
  readonly id: string;
  readonly name?: string;
  readonly boss?: string;
  readonly difficulty?: 'normal' | 'hard' | 'mythic';
  readonly server?: string;
  readonly leader?: string;
  readonly status?: 'preparing' | 'in_progress' | 'wipe' | 'victory';
  readonly health?: number;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly seconds?: number | null;
  readonly count?: number;
  readonly createdAt?: string | null;
}

/** A row of `raid_participants`. */
export interface PlainParticipant {
  readonly raid: string;
  readonly user: string;
  readonly role?: 'tank' | 'healer' | 'dps';
  readonly class?: string;
  readonly damage?: number;
  readonly healing?: number;
  readonly taken?: number;
  readonly deaths?: number;
  readonly uptime?: number;
}

export interface PlainRaidMessage {
  readonly id: string;
  readonly at: string;
  readonly type?: string;
  readonly user?: string;
  readonly server?: string;
  readonly metadata?: Readonly<Record<string, unknown>> | string | null;
}

export interface PlainRaidLibrary {
  readonly users?: readonly (readonly [id: string, name: string])[];
  readonly guilds?: Readonly<Record<string, readonly string[]>>;
  readonly raids: readonly PlainRaid[];
  readonly participants?: readonly PlainParticipant[];
  readonly messages?: readonly PlainRaidMessage[];
}

export const servers = [
  ['s1', 'Nord'],
  ['s2', 'Süd'],
] as const;

/** A library in memory with these raids, made by the real migrations and summed up as an import does. */
export function createRaidLibrary(library: PlainRaidLibrary): Database {
  const users = [['lead', 'Lea'] as const, ...(library.users ?? [])];
  return createSearchLibrary(
    {
      messages: [],
      servers: servers.map(([id, name]) => ({ id, name, serverId: '' })),
      users: users.map(([id, name]) => ({ id, name, serverId: 's1' })),
      channels: [],
    },
    (database) => {
      addRaids(database, library);
      addMessages(database, library.messages ?? []);
    },
  );
}

function addRaids(database: Database, { raids, participants = [], guilds = {} }: PlainRaidLibrary): void {
  const addRaid = database.prepare(
    `INSERT INTO raids (id, name, boss_name, difficulty, server_id, leader_id, status, health_percentage, start_time, end_time,
       duration_seconds, participant_count, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const raid of raids) {
    const start = raid.start === undefined ? '2025-11-22 20:00:00' : raid.start;
    addRaid.run(
      raid.id,
      raid.name ?? 'Dawnwatch: Spire',
      raid.boss ?? 'Voidmaw',
      raid.difficulty ?? 'hard',
      raid.server ?? 's1',
      raid.leader ?? 'lead',
      raid.status ?? 'victory',
      raid.health ?? 0,
      start,
      raid.end ?? null,
      raid.seconds === undefined ? 360 : raid.seconds,
      raid.count ?? 0,
      raid.createdAt === undefined ? start : raid.createdAt,
    );
  }
  const addParticipant = database.prepare(
    `INSERT INTO raid_participants (raid_id, user_id, role, class, damage_dealt, healing, damage_taken, deaths, uptime_percentage)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { raid, user, role = 'dps', class: className = 'Mage', ...figures } of participants) {
    const { damage = 0, healing = 0, taken = 0, deaths = 0, uptime = 100 } = figures;
    addParticipant.run(raid, user, role, className, damage, healing, taken, deaths, uptime);
  }
  for (const [guild, members] of Object.entries(guilds)) {
    database
      .prepare(`INSERT INTO guilds (id, name, server_id, leader_id) VALUES (?, ?, 's1', 'lead')`)
      .run(guild, guild);
    for (const member of members) {
      database.prepare('INSERT INTO guild_members (guild_id, user_id) VALUES (?, ?)').run(guild, member);
    }
  }
}

function addMessages(database: Database, messages: readonly PlainRaidMessage[]): void {
  const add = database.prepare(
    `INSERT INTO messages (seq, id, type, user_id, server_id, content, metadata, created_at)
     VALUES ((unixepoch(?) << 20) + ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  messages.forEach(({ id, at, type = 'raid', user = 'lead', server = 's1', metadata = null }, place) => {
    const json = typeof metadata === 'string' || metadata === null ? metadata : JSON.stringify(metadata);
    add.run(at, BigInt(place), id, type, user, server, `text of ${id}`, json, at);
  });
}
