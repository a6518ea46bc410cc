/**
 * What follows from a backup's raids, computed a second time: plain JavaScript over the rows of the file, by the rules of
 * docs/schema.md ("What follows from a raid") and of the contract. It reads each table whole, shares no code with
 * electron/raids and knows nothing of a library.
 */
import { openDatabase } from '../../electron/library/open-database.ts';
import type { RaidResult } from '../../shared/raids/types.ts';

interface RaidRow {
  readonly id: string;
  readonly name: string;
  readonly boss_name: string;
  readonly difficulty: 'normal' | 'hard' | 'mythic';
  readonly server_id: string;
  readonly leader_id: string;
  readonly status: string | null;
  readonly health_percentage: number | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly duration_seconds: number | null;
  readonly participant_count: number | null;
  readonly created_at: string | null;
}

interface ParticipantRow {
  readonly raid_id: string;
  readonly user_id: string;
  readonly role: 'tank' | 'healer' | 'dps';
  readonly class: string;
  readonly damage_dealt: number | null;
  readonly healing: number | null;
  readonly damage_taken: number | null;
  readonly deaths: number | null;
  readonly uptime_percentage: number | null;
}

interface MessageRow {
  readonly id: string;
  readonly type: string;
  readonly user_id: string;
  readonly server_id: string;
  readonly content: string;
  readonly metadata: string | null;
  readonly created_at: string | null;
}

interface NamedRow {
  readonly id: string;
  readonly name: string;
}

export interface Tables {
  readonly raids: readonly RaidRow[];
  readonly raid_participants: readonly ParticipantRow[];
  readonly messages: readonly MessageRow[];
  readonly users: readonly (Omit<NamedRow, 'name'> & { readonly username: string; readonly server_id: string })[];
  readonly guilds: readonly NamedRow[];
  readonly servers: readonly NamedRow[];
  readonly guild_members: readonly { readonly guild_id: string; readonly user_id: string }[];
}

export function readTables(path: string): Tables {
  const database = openDatabase(path, { readonly: true });
  try {
    const read = (table: keyof Tables): unknown[] => database.prepare(`SELECT * FROM ${table}`).all();
    return {
      raids: read('raids'),
      raid_participants: read('raid_participants'),
      messages: read('messages'),
      users: read('users'),
      guilds: read('guilds'),
      servers: read('servers'),
      guild_members: read('guild_members'),
    } as unknown as Tables; // the server's schema says so
  } finally {
    database.close();
  }
}

/** Milliseconds since 1970 of a UTC text. */
function momentOf(text: string | null): number | null {
  return text === null ? null : Date.parse(`${text.replace(' ', 'T')}Z`);
}

export type OracleRaid = ReturnType<typeof describeRaid>;

/** Every raid, in the order in which they began; those of unknown time first. */
export function listRaids(tables: Tables): readonly OracleRaid[] {
  const participants = Map.groupBy(tables.raid_participants, (row) => row.raid_id);
  const guildsOf = Map.groupBy(tables.guild_members, (row) => row.user_id);
  const raids = tables.raids.map((row) => describeRaid(row, participants.get(row.id) ?? [], guildsOf));
  raids.sort(
    (a, b) => (a.began ?? -Infinity) - (b.began ?? -Infinity) || a.id.length - b.id.length || (a.id < b.id ? -1 : 1),
  );
  // Numbers within a series follow from that order.
  const counts = new Map<string, number>();
  return raids.map((raid) => {
    if (raid.result === 'preparing') return raid;
    const pullNumber = (counts.get(raid.seriesKey) ?? 0) + 1;
    counts.set(raid.seriesKey, pullNumber);
    return { ...raid, pullNumber };
  });
}

const results: Readonly<Record<string, RaidResult>> = {
  victory: 'kill',
  wipe: 'wipe',
  in_progress: 'live',
};

function describeRaid(
  row: RaidRow,
  listed: readonly ParticipantRow[],
  guildsOf: ReadonlyMap<string, readonly { readonly guild_id: string }[]>,
) {
  const result: RaidResult = results[row.status ?? ''] ?? 'preparing';
  const [created, start, end] = [row.created_at, row.start_time, row.end_time].map((text) => {
    const at = momentOf(text);
    return at === null ? null : Math.floor(at / 1000);
  });
  const recorded = row.duration_seconds !== null && row.duration_seconds >= 0 ? row.duration_seconds : null;
  const between = typeof start === 'number' && typeof end === 'number' && end >= start ? end - start : null;
  const seconds = recorded ?? between;
  const isKnown = listed.length > 0 && result !== 'preparing';
  const sum = (figure: (row: ParticipantRow) => number | null): number | null =>
    isKnown ? listed.reduce((total, each) => total + (figure(each) ?? 0), 0) : null;
  const damage = sum((each) => each.damage_dealt);
  const guildId = guildOf(listed, guildsOf);
  return {
    id: row.id,
    name: row.name,
    boss: row.boss_name,
    difficulty: row.difficulty,
    result,
    healthLeft: result === 'preparing' ? null : result === 'kill' ? 0 : row.health_percentage,
    createdAt: row.created_at,
    startedAt: row.start_time,
    endedAt: row.end_time,
    /** Seconds since 1970. */
    began: start ?? created ?? null,
    start: start ?? null,
    end: between !== null ? (end ?? null) : typeof start === 'number' && recorded !== null ? start + recorded : null,
    seconds,
    durationFrom: seconds === null ? null : recorded === null ? ('times' as const) : ('recorded' as const),
    serverId: row.server_id,
    leaderId: row.leader_id,
    guildId,
    playerCount: listed.length > 0 ? listed.length : (row.participant_count ?? 0),
    deaths: sum((each) => each.deaths),
    damage,
    healing: sum((each) => each.healing),
    damageTaken: sum((each) => each.damage_taken),
    damagePerSecond: damage === null ? null : perSecond(damage, seconds),
    seriesKey: JSON.stringify([row.boss_name, row.difficulty, guildId ?? [row.server_id, row.leader_id]]),
    pullNumber: null as number | null, // counted once all raids are in order
    oddities: [
      ...(typeof start === 'number' && typeof end === 'number' && end < start ? ['ends_before_start'] : []),
      ...(listed.length === 0 ? ['no_participants'] : []),
      ...(listed.length > 0 && row.participant_count !== null && row.participant_count !== listed.length
        ? ['other_count']
        : []),
    ],
    listed,
  };
}

export function perSecond(amount: number, seconds: number | null): number | null {
  return seconds === null || seconds === 0 ? null : amount / seconds;
}

/** Of several guilds that hold more than half, the one with most, then by id. */
function guildOf(
  listed: readonly ParticipantRow[],
  guildsOf: ReadonlyMap<string, readonly { readonly guild_id: string }[]>,
): string | null {
  const members = new Map<string, number>();
  for (const { user_id } of listed) {
    for (const { guild_id } of guildsOf.get(user_id) ?? []) members.set(guild_id, (members.get(guild_id) ?? 0) + 1);
  }
  const most = [...members].filter(([, count]) => count > listed.length / 2);
  return most.sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** `YYYY-MM-DD` of the evening; null where no time is known. */
export function nightOf({ began }: OracleRaid, timeZone: string, nightStartHour: number): string | null {
  if (began === null) return null;
  const parts = new Date(began * 1000).toLocaleString('sv-SE', { timeZone });
  const local = Date.parse(`${parts.replace(' ', 'T')}Z`);
  return new Date(local - nightStartHour * 3_600_000).toISOString().slice(0, 10);
}

/** Sums of some pulls, as nights and bosses have them. */
export function totalsOf(raids: readonly OracleRaid[]) {
  const over = raids.filter(({ result }) => result === 'kill' || result === 'wipe');
  const healths = over.flatMap(({ healthLeft }) => healthLeft ?? []);
  return {
    pullCount: raids.length,
    killCount: raids.filter(({ result }) => result === 'kill').length,
    wipeCount: raids.filter(({ result }) => result === 'wipe').length,
    fightSeconds: raids.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
    deaths: raids.reduce((sum, { deaths }) => sum + (deaths ?? 0), 0),
    bestHealth: healths.length === 0 ? null : Math.min(...healths),
  };
}

/** The shortest kill, else the pull that left the least health; the earliest of equals. */
export function bestOf(raids: readonly OracleRaid[]): OracleRaid | null {
  const by = (figure: (raid: OracleRaid) => number | null, result: string) =>
    raids
      .filter((raid) => raid.result === result)
      .toSorted((a, b) => (figure(a) ?? Infinity) - (figure(b) ?? Infinity))[0];
  return by(({ seconds }) => seconds, 'kill') ?? by(({ healthLeft }) => healthLeft, 'wipe') ?? null;
}

export function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

/** What a role is measured by. */
export function ownFigure(row: ParticipantRow): number {
  return (row.role === 'healer' ? row.healing : row.damage_dealt) ?? 0;
}

/** Rates of all performances on one boss, difficulty and role; by `performanceKey`. */
export function listRates(raids: readonly OracleRaid[]): ReadonlyMap<string, readonly number[]> {
  const rates = new Map<string, number[]>();
  for (const raid of raids) {
    for (const row of raid.listed) {
      const rate = perSecond(ownFigure(row), raid.seconds);
      const key = performanceKey(raid, row);
      if (rate !== null) rates.set(key, [...(rates.get(key) ?? []), rate]);
    }
  }
  return rates;
}

export function performanceKey({ boss, difficulty }: OracleRaid, { role }: ParticipantRow): string {
  return JSON.stringify([boss, difficulty, role]);
}

export interface OracleMessage {
  readonly id: string;
  readonly raidId: string;
  readonly belongsBy: 'metadata' | 'time';
  readonly atMs: number;
  readonly event: string | null;
  readonly health: number | null;
  readonly text: string;
}

interface Told {
  readonly raid_id?: unknown;
  readonly event?: unknown;
  readonly boss_health?: unknown;
}

/** A pull without an end is taken to go on for so long. */
const longestSeconds = 12 * 3600;

/** All messages that belong to a raid, in order of time. */
export function listMessages({ messages }: Tables, raids: readonly OracleRaid[]): readonly OracleMessage[] {
  const known = new Set(raids.map(({ id }) => id));
  const found = messages.flatMap((message): readonly OracleMessage[] => {
    const atMs = momentOf(message.created_at);
    const told = (message.metadata === null ? {} : JSON.parse(message.metadata)) as Told; // the server writes objects
    if (atMs === null) return [];
    const named = typeof told.raid_id === 'string' ? told.raid_id : null;
    const raidId = named ?? (message.type === 'raid' ? findByTime(message, atMs, raids) : null);
    if (raidId === null || !known.has(raidId)) return [];
    const health = typeof told.boss_health === 'number' ? told.boss_health : null;
    return [
      {
        id: message.id,
        raidId,
        belongsBy: named === null ? 'time' : 'metadata',
        atMs,
        event: typeof told.event === 'string' ? told.event : null,
        health: health !== null && health >= 0 && health <= 100 ? health : null,
        text: message.content,
      },
    ];
  });
  return found.sort((a, b) => a.atMs - b.atMs);
}

function findByTime(message: MessageRow, atMs: number, raids: readonly OracleRaid[]): string | null {
  const second = Math.floor(atMs / 1000);
  const underWay = raids.filter(({ serverId, start, end }) => {
    return serverId === message.server_id && start !== null && start <= second && second <= lastSecond(start, end);
  });
  const byStart = underWay.toSorted((a, b) => (b.start ?? 0) - (a.start ?? 0) || (a.id < b.id ? -1 : 1));
  const own = byStart.find(({ listed }) => listed.some(({ user_id }) => user_id === message.user_id));
  return (own ?? byStart[0])?.id ?? null;
}

function lastSecond(start: number, end: number | null): number {
  return end ?? start + longestSeconds;
}
