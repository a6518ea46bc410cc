import type { NamedReference } from '../messages/types.ts';
import type { Raid, RaidRole } from './types.ts';

/** One participant of a raid. */
export interface Participant {
  readonly player: NamedReference;
  readonly role: RaidRole;
  readonly class: string;
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  readonly deaths: number;
  readonly uptimePercent: number;
  /** Per second of the raid's `durationSeconds`; null without one. */
  readonly damagePerSecond: number | null;
  readonly healingPerSecond: number | null;
  readonly damageTakenPerSecond: number | null;
  /** Of the whole raid's, 0-1; null where that is 0. */
  readonly damageShare: number | null;
  readonly healingShare: number | null;
  readonly damageTakenShare: number | null;
  /** Place within the role by its own figure (healing for healers, damage for the others); equals share a place. */
  readonly rank: number;
  /**
   * Percent of the other performances in this library on the same boss, difficulty and role that were lower per second,
   * by the role's own figure; null without a rate or without others.
   */
  readonly percentile: number | null;
  /** So many performances are compared, this one among them. */
  readonly comparedCount: number;
}

/** The boss's health at a moment, as a message told it. */
export interface HealthSample {
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
  /** Seconds after the pull began; negative before it. */
  readonly second: number;
  /** Percent. */
  readonly health: number;
  readonly messageId: string | null;
}

/** Something that happened in a raid: whatever `metadata.event` of a message says, and what later readers find. */
export interface RaidEvent {
  readonly atMs: number;
  readonly second: number;
  /** `pull`, `phase`, `death`, `wipe_call` ... as the source says. */
  readonly event: string;
  readonly health: number | null;
  /** Whom it happened to, if the source names one. */
  readonly player: NamedReference | null;
  /** The message's text, cut to 300 characters; null where the source is no message. */
  readonly text: string | null;
  readonly messageId: string | null;
}

/** A person's own mark on a time line: within a raid, or (without one) on the time line of nights. */
export interface RaidMark {
  readonly id: number;
  readonly raidId: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
  readonly text: string;
}

/** Places in the raid's series: same boss, difficulty and guild (or leader), by `pullNumber`. */
export interface RaidNeighbours {
  readonly previousId: string | null;
  readonly nextId: string | null;
  readonly pullCount: number;
  /** The shortest kill; without a kill, the pull that left the least health. */
  readonly bestId: string | null;
}

export interface RaidDetail {
  readonly raid: Raid;
  readonly note: string | null;
  readonly participants: readonly Participant[];
  /** In order of time. */
  readonly samples: readonly HealthSample[];
  readonly events: readonly RaidEvent[];
  readonly marks: readonly RaidMark[];
  /** Messages that belong to the raid, by its id in their metadata or by server and time. */
  readonly messageCount: number;
  readonly messagesByTimeCount: number;
  /** True where a raid has more samples and events than are shown. */
  readonly isCut: boolean;
  /** Whether the server handed out rewards; null where it does not say. */
  readonly isLootGenerated: boolean | null;
  readonly series: RaidNeighbours;
  /** The import whose version of the row this is. */
  readonly importId: number | null;
}

/** A message of a raid's chat. */
export interface RaidMessage {
  readonly id: string;
  readonly atMs: number;
  /** UTC text. */
  readonly createdAt: string | null;
  readonly second: number;
  readonly author: NamedReference;
  /** Cut to 2,000 characters; the whole text comes with `messages.get`. */
  readonly content: string;
  readonly isDeleted: boolean;
  readonly event: string | null;
  readonly health: number | null;
  /** `time`: it names no raid, but was written on the raid's server while it went on. */
  readonly belongsBy: 'metadata' | 'time';
}

export interface RaidMessagePage {
  readonly items: readonly RaidMessage[];
  readonly next: string | null;
  /** In the stretch of time asked for. */
  readonly total: number;
}

export const markLimits = { textLength: 500 } as const;
