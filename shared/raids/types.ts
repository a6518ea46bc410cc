import type { NamedReference } from '../messages/types.ts';
import type { QueryProblem, ResolvedName } from '../query/types.ts';
import type { RaidMark } from './pull-types.ts';

/** Source: the server's schema, `raids.difficulty`; easiest first. */
export const raidDifficulties = ['normal', 'hard', 'mythic'] as const;
export type RaidDifficulty = (typeof raidDifficulties)[number];

/** Source: the server's schema, `raid_participants.role`. */
export const raidRoles = ['tank', 'healer', 'dps'] as const;
export type RaidRole = (typeof raidRoles)[number];

/** How a pull ended, or that it has not: `raids.status` victory, wipe, in_progress, preparing. */
export const raidResults = ['kill', 'wipe', 'live', 'preparing'] as const;
export type RaidResult = (typeof raidResults)[number];

/** How many players of a role and class took part. */
export interface CompositionPart {
  readonly role: RaidRole;
  readonly class: string;
  readonly count: number;
}

/**
 * What does not fit together in a raid's row. `ends_before_start`: then it has no length, unless one is recorded;
 * `no_participants`: the backup lists none; `other_count`: `participant_count` is another than the list has.
 */
export type RaidOddity = 'ends_before_start' | 'no_participants' | 'other_count';

/** One pull: a row of `raids` with what follows from it. */
export interface Raid {
  readonly id: string;
  readonly name: string;
  readonly boss: string;
  readonly difficulty: RaidDifficulty;
  readonly result: RaidResult;
  /** Percent of the boss's health left at the end, or so far: 0 after a kill; null before the pull. */
  readonly healthLeft: number | null;
  /** UTC texts as the library stores them. */
  readonly createdAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** `duration_seconds`; where that is missing, end minus start; null where both are. Never negative. */
  readonly durationSeconds: number | null;
  readonly durationFrom: 'recorded' | 'times' | null;
  /** The night on which it began, `YYYY-MM-DD` of the evening; null when no time is known. */
  readonly night: string | null;
  readonly server: NamedReference;
  readonly leader: NamedReference;
  /** The guild of which more than half of the participants are members; null if there is none. */
  readonly guild: NamedReference | null;
  /** Participants that the backup lists; where it lists none, the number that it recorded. */
  readonly playerCount: number;
  /** Tanks, healers, damage dealers by class; empty where no participants are listed. */
  readonly composition: readonly CompositionPart[];
  /** Of all participants together; null where none are listed, and before the pull. */
  readonly deaths: number | null;
  readonly damage: number | null;
  readonly healing: number | null;
  readonly damageTaken: number | null;
  /** Damage of all participants for each second of `durationSeconds`; null without either. */
  readonly damagePerSecond: number | null;
  /**
   * Counts the pulls of this boss and difficulty by the same guild (without a guild: the same leader on the same server)
   * from the first on; null before the pull.
   */
  readonly pullNumber: number | null;
  readonly oddities: readonly RaidOddity[];
  /** What the person put on it: see `annotations.get`. */
  readonly isStarred: boolean;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
}

/** What a query of raids brought to light besides its answer. */
export interface RaidQueryNotes {
  readonly problems: readonly QueryProblem[];
  readonly resolved: readonly ResolvedName[];
}

/** Columns by which the list of raids can be sorted. `night`: night by night, its bosses in the order of the evening. */
export const raidSortColumns = [
  'night',
  'began',
  'boss',
  'difficulty',
  'result',
  'pull',
  'duration',
  'deaths',
  'players',
  'dps',
  'leader',
  'guild',
  'server',
] as const;
export type RaidSortColumn = (typeof raidSortColumns)[number];
export type SortDirection = 'asc' | 'desc';

/** What a night, or a boss of a night, comes to. Counts are of the pulls that the query finds. */
export interface PullTotals {
  readonly pullCount: number;
  readonly killCount: number;
  readonly wipeCount: number;
  /** Sum of the pulls' lengths, seconds; pulls without one count 0. */
  readonly fightSeconds: number;
  readonly deaths: number;
  /** Lowest boss health that a pull ended with, percent; 0 with a kill; null where none has ended. */
  readonly bestHealth: number | null;
}

/** A raid night: from an hour of one local day (06:00) to the same hour of the next. */
export interface RaidNight extends PullTotals {
  /** `YYYY-MM-DD`, the day on which it begins. */
  readonly night: string;
  /** Bosses (of a difficulty) that were pulled, and those that died. */
  readonly bossCount: number;
  readonly killedBossCount: number;
  /** When the first pull began and the last one ended, UTC; of the pulls that the query finds. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** The pulls of one boss on one night by one guild (or leader). */
export interface NightBoss extends PullTotals {
  readonly night: string | null;
  readonly boss: string;
  readonly difficulty: RaidDifficulty;
  readonly server: NamedReference;
  readonly guild: NamedReference | null;
  readonly leader: NamedReference;
  /** The first pull of the group in the list; it stands before this pull. */
  readonly firstRaidId: string;
}

/** One page of raids in the order asked for. */
export interface RaidPage extends RaidQueryNotes {
  readonly items: readonly Raid[];
  readonly next: string | null;
  /** Exact numbers of all raids that the query finds. */
  readonly total: number;
  readonly killCount: number;
  readonly wipeCount: number;
  /** The nights of this page's raids; empty unless sorted by night. */
  readonly nights: readonly RaidNight[];
  /** The groups that begin on this page; empty unless sorted by night. */
  readonly bosses: readonly NightBoss[];
}

/** All nights of a query, oldest first. */
export interface RaidNightList extends RaidQueryNotes {
  readonly nights: readonly RaidNight[];
  /** Raids of which no time is known. */
  readonly undatedCount: number;
}

export const timelineLanes = ['server', 'boss', 'guild'] as const;
export type TimelineLanes = (typeof timelineLanes)[number];

export interface TimelineLane {
  /** Id of a server or guild, name of a boss; empty: raids of no guild. */
  readonly id: string;
  readonly label: string;
  readonly pullCount: number;
  readonly killCount: number;
}

/**
 * Pulls as columns of equal length, oldest first: fifty thousand rows of objects would take ten times the space. Raids
 * that never began are not among them.
 */
export interface TimelinePulls {
  readonly ids: readonly string[];
  /** Index into `lanes`. */
  readonly lanes: readonly number[];
  /** Index into `bosses`. */
  readonly bosses: readonly number[];
  /** Seconds since 1970, UTC; where no start is known, when the raid was drawn up. */
  readonly starts: readonly number[];
  /** Seconds; -1: unknown (drawn as a mark without length), also of one that ends before it starts. */
  readonly lengths: readonly number[];
  /** Index into `raidResults`. */
  readonly results: readonly number[];
  /** Index into `raidDifficulties`. */
  readonly difficulties: readonly number[];
  /** Percent of the boss's health left. */
  readonly healths: readonly number[];
  readonly pullNumbers: readonly number[];
  readonly playerCounts: readonly number[];
  /** -1: unknown. */
  readonly deaths: readonly number[];
}

export interface RaidTimeline extends RaidQueryNotes {
  readonly lanes: readonly TimelineLane[];
  readonly bosses: readonly string[];
  readonly pulls: TimelinePulls;
  /** The person's own marks that belong to no raid, oldest first. */
  readonly marks: readonly RaidMark[];
  /** Found, but not drawn: never began, or at no known time. */
  readonly notBegunCount: number;
  /** Drawn without length because they end before they start. */
  readonly endsBeforeStartCount: number;
}

/** What one player did in all the raids that a query finds. */
export interface RaidPlayer {
  readonly player: NamedReference;
  readonly server: NamedReference;
  /** Most frequent first. */
  readonly roles: readonly RaidRole[];
  readonly classes: readonly string[];
  readonly pullCount: number;
  readonly killCount: number;
  /** Share of the found raids that list participants, 0-1. */
  readonly share: number;
  readonly deaths: number;
  /** Seconds of the pulls that have a length. */
  readonly fightSeconds: number;
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  /** Per second, over the pulls that have a length; null if there is none. */
  readonly damagePerSecond: number | null;
  readonly healingPerSecond: number | null;
  readonly damageTakenPerSecond: number | null;
  /** Mean of the pulls, percent. */
  readonly uptimePercent: number;
}

export const playerSortColumns = [
  'name',
  'pulls',
  'kills',
  'deaths',
  'damage',
  'dps',
  'healing',
  'hps',
  'taken',
  'uptime',
] as const;
export type PlayerSortColumn = (typeof playerSortColumns)[number];

export interface RaidPlayerPage extends RaidQueryNotes {
  readonly items: readonly RaidPlayer[];
  readonly next: string | null;
  readonly total: number;
  /** Found raids that list participants. */
  readonly raidCount: number;
}
