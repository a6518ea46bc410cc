import type {
  CompositionPart,
  Raid,
  RaidDifficulty,
  RaidOddity,
  RaidResult,
  RaidRole,
} from '../../shared/raids/types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { PerState } from '../messages/library-state.ts';
import { RaidOrders } from './raid-orders.ts';

/**
 * All raids of a library in memory, numbered as in `summary_raids`: there are fifty thousand at most where there are ten
 * million messages, so filters, orders, nights and progress are loops over them, and no index has to fit every column
 * (docs/decisions/0018). Read once for each state of the library's rows: 50,000 raids take a third of a second.
 */
export interface RaidCatalogue {
  /** In the order in which they began; `entries[0]` has the smallest number. */
  readonly entries: readonly RaidEntry[];
  readonly byId: ReadonlyMap<string, RaidEntry>;
  /** Pulls of one boss and difficulty by one guild (or leader), oldest first; by `RaidEntry.series`. */
  readonly series: readonly (readonly RaidEntry[])[];
  /** One raid of each subject, and each line-up; by `RaidEntry.subject` and `.lineUp`. There are far fewer than raids. */
  readonly subjects: readonly RaidEntry[];
  readonly lineUps: readonly (readonly CompositionPart[])[];
  readonly orders: RaidOrders;
}

/** What `Raid` says whatever the night's hours and the person's notes are, with what the lists are made by. */
export interface RaidEntry extends Pick<
  Raid,
  | 'id'
  | 'name'
  | 'boss'
  | 'difficulty'
  | 'result'
  | 'healthLeft'
  | 'createdAt'
  | 'startedAt'
  | 'endedAt'
  | 'playerCount'
  | 'composition'
  | 'deaths'
  | 'damage'
  | 'healing'
  | 'damageTaken'
  | 'pullNumber'
  | 'oddities'
> {
  /** Place in `entries`. */
  readonly index: number;
  /** `summary_raids.number`. */
  readonly number: number;
  /** Seconds since 1970; start, else creation; null when neither is known. */
  readonly began: number | null;
  /** Seconds since 1970. */
  readonly started: number | null;
  readonly seconds: number | null;
  readonly isDurationRecorded: boolean;
  readonly serverId: string;
  readonly serverName: string | null;
  readonly serverIsPlaceholder: boolean;
  readonly leaderId: string;
  readonly leaderName: string | null;
  readonly leaderIsPlaceholder: boolean;
  readonly guildId: string | null;
  readonly guildName: string | null;
  readonly listedCount: number;
  /** Raids of one subject have name, boss, difficulty, server, leader and guild in common. */
  readonly subject: number;
  readonly lineUp: number;
  /** One number for each boss and difficulty, and one for each guild (or leader): cheaper to compare than names. */
  readonly encounter: number;
  readonly team: number;
  /** Index into `RaidCatalogue.series`; -1 before the pull. */
  readonly series: number;
}

interface RaidRow {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly boss: string;
  readonly difficulty: RaidDifficulty;
  readonly status: string | null;
  readonly health: number | null;
  readonly createdAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly recordedSeconds: number | null;
  readonly recordedPlayers: number | null;
  readonly began: number | null;
  readonly started: number | null;
  readonly endsBeforeStart: number | null;
  readonly seconds: number | null;
  readonly serverId: string;
  readonly serverName: string | null;
  readonly serverIsPlaceholder: number | null;
  readonly leaderId: string;
  readonly leaderName: string | null;
  readonly leaderIsPlaceholder: number | null;
  readonly guildId: string | null;
  readonly guildName: string | null;
  readonly listedCount: number;
  readonly composition: string | null;
  readonly deaths: number | null;
  readonly damage: number | null;
  readonly healing: number | null;
  readonly damageTaken: number | null;
}

/** Every raid with its server, leader, guild and sums, in the order in which they began. */
export const catalogueStatement = sql`SELECT s.number, r.id, r.name, r.boss_name AS boss, r.difficulty, r.status,
    r.health_percentage AS health, r.created_at AS createdAt, r.start_time AS startedAt, r.end_time AS endedAt,
    r.duration_seconds AS recordedSeconds, r.participant_count AS recordedPlayers,
    s.began_at AS began, s.started_at AS started, r.end_time < r.start_time AS endsBeforeStart, s.seconds,
    r.server_id AS serverId, server.name AS serverName, server.is_placeholder AS serverIsPlaceholder,
    r.leader_id AS leaderId, leader.username AS leaderName, leader.is_placeholder AS leaderIsPlaceholder,
    s.guild_id AS guildId, guild.name AS guildName, s.listed_count AS listedCount, s.composition, s.deaths, s.damage,
    s.healing, s.damage_taken AS damageTaken
  FROM summary_raids AS s CROSS JOIN raids AS r ON r.id = s.raid_id
  LEFT JOIN servers AS server ON server.id = r.server_id
  LEFT JOIN users AS leader ON leader.id = r.leader_id
  LEFT JOIN guilds AS guild ON guild.id = s.guild_id
  ORDER BY s.number`;

const catalogues = new PerState(readCatalogue);

/** The raids of a library as its rows are now. */
export function raidCatalogueOf(database: Database): RaidCatalogue {
  return catalogues.get(database);
}

function readCatalogue(database: Database): RaidCatalogue {
  const encounters = new Numbering();
  const teams = new Numbering();
  const subjectNumbers = new Numbering();
  const seriesNumbers = new Numbering();
  // Most pulls of a night have the same line-up.
  const lineUpNumbers = new Numbering();
  const lineUps: (readonly CompositionPart[])[] = [];
  const subjects: RaidEntry[] = [];
  const series: RaidEntry[][] = [];
  const entries = allRows<RaidRow>(database, catalogueStatement).map((row, index): RaidEntry => {
    const encounter = encounters.of(`${row.difficulty} ${row.boss}`);
    const team = teams.of(row.guildId === null ? `leader ${row.serverId} ${row.leaderId}` : `guild ${row.guildId}`);
    const subject = subjectNumbers.of(`${encounter} ${team} ${row.serverId}\0${row.leaderId}\0${row.name}`);
    const lineUp = lineUpNumbers.of(row.composition ?? '');
    const place = resultOf(row.status) === 'preparing' ? -1 : seriesNumbers.of(`${encounter} ${team}`);
    if (lineUp === lineUps.length) lineUps.push(row.composition === null ? [] : parseComposition(row.composition));
    if (place === series.length) series.push([]);
    const pullNumber = place === -1 ? null : (series[place]?.length ?? 0) + 1;
    const composition = lineUps[lineUp] ?? [];
    const entry: RaidEntry = {
      ...describeRow(row),
      index,
      subject,
      lineUp,
      encounter,
      team,
      series: place,
      pullNumber,
      composition,
    };
    if (subject === subjects.length) subjects.push(entry);
    series[place]?.push(entry);
    return entry;
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return { entries, byId, series, subjects, lineUps, orders: new RaidOrders(entries) };
}

type Placing = 'index' | 'subject' | 'lineUp' | 'encounter' | 'team' | 'series' | 'pullNumber' | 'composition';

function describeRow(row: RaidRow): Omit<RaidEntry, Placing> {
  const result = resultOf(row.status);
  // The server draws a raid up with its participants at 0: before the pull that counts nothing.
  const done = result === 'preparing' ? nothingDone : row;
  return {
    number: row.number,
    id: row.id,
    name: row.name,
    boss: row.boss,
    difficulty: row.difficulty,
    result,
    healthLeft: healthLeft(result, row.health),
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    began: row.began,
    started: row.started,
    seconds: row.seconds,
    isDurationRecorded: row.recordedSeconds !== null && row.recordedSeconds >= 0,
    serverId: row.serverId,
    serverName: row.serverName,
    serverIsPlaceholder: row.serverIsPlaceholder === 1,
    leaderId: row.leaderId,
    leaderName: row.leaderName,
    leaderIsPlaceholder: row.leaderIsPlaceholder === 1,
    guildId: row.guildId,
    guildName: row.guildName,
    playerCount: row.listedCount > 0 ? row.listedCount : (row.recordedPlayers ?? 0),
    listedCount: row.listedCount,
    deaths: done.deaths,
    damage: done.damage,
    healing: done.healing,
    damageTaken: done.damageTaken,
    oddities: odditiesOf(row),
  };
}

function resultOf(status: string | null): RaidResult {
  if (status === 'victory') return 'kill';
  if (status === 'wipe') return 'wipe';
  return status === 'in_progress' ? 'live' : 'preparing';
}

const nothingDone = { deaths: null, damage: null, healing: null, damageTaken: null } as const;

/** A server may leave the health of a dead boss as it was; before the pull it says nothing. */
function healthLeft(result: RaidResult, health: number | null): number | null {
  if (result === 'preparing') return null;
  return result === 'kill' ? 0 : health;
}

function odditiesOf(row: RaidRow): readonly RaidOddity[] {
  const oddities: RaidOddity[] = [];
  if (row.endsBeforeStart === 1) oddities.push('ends_before_start');
  if (row.listedCount === 0) oddities.push('no_participants');
  else if (row.recordedPlayers !== null && row.recordedPlayers !== row.listedCount) oddities.push('other_count');
  return oddities;
}

/** Gives each different text a number, from 0 on. */
class Numbering {
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const number = this.#known.get(text) ?? this.#known.size;
    this.#known.set(text, number);
    return number;
  }
}

const roleOrder: Readonly<Record<RaidRole, number>> = { tank: 0, healer: 1, dps: 2 };

/** Written by `summarise-raids.ts` as `[[role, class, count], ...]`. */
function parseComposition(json: string): readonly CompositionPart[] {
  const parts = JSON.parse(json) as readonly (readonly [RaidRole, string, number])[]; // see above
  return parts
    .map(([role, className, count]) => ({ role, class: className, count }))
    .toSorted((one, other) => roleOrder[one.role] - roleOrder[other.role] || other.count - one.count);
}
