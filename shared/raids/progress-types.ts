import type { NamedReference } from '../messages/types.ts';
import type { HealthSample, Participant } from './pull-types.ts';
import type { PullTotals, Raid, RaidDifficulty, RaidQueryNotes, RaidResult } from './types.ts';

export interface ComparedPull {
  readonly raid: Raid;
  readonly participants: readonly Participant[];
  readonly samples: readonly HealthSample[];
}

/** Middle values of a series of pulls; null where no pull has the figure. */
export interface PullMedian {
  readonly pullCount: number;
  readonly durationSeconds: number | null;
  readonly healthLeft: number | null;
  readonly deaths: number | null;
  readonly damagePerSecond: number | null;
  readonly playerCount: number | null;
  /** The middle of the boss's health over the pulls that last so long, every five seconds; for three pulls or more. */
  readonly curve: readonly { readonly second: number; readonly health: number; readonly pullCount: number }[];
}

export interface RaidComparison {
  /** In the order asked for. */
  readonly pulls: readonly ComparedPull[];
  /** The best pull of the series that the chosen pulls belong to: the shortest kill, else the least health left. */
  readonly best: ComparedPull | null;
  /** Over all pulls of those series; null where the chosen pulls are of different bosses or difficulties. */
  readonly median: PullMedian | null;
}

/** One player in one pull. */
export interface PlayerPull {
  readonly raid: Raid;
  readonly participant: Participant;
}

/** Middle values of one player's pulls. */
export interface PlayerMedian {
  readonly damagePerSecond: number | null;
  readonly healingPerSecond: number | null;
  readonly damageTakenPerSecond: number | null;
  readonly deaths: number | null;
  readonly uptimePercent: number | null;
  readonly percentile: number | null;
}

export interface PlayerPulls extends RaidQueryNotes {
  readonly player: NamedReference;
  readonly server: NamedReference;
  /** Newest first. */
  readonly items: readonly PlayerPull[];
  readonly next: string | null;
  readonly total: number;
  /** Over all pulls that the query finds, not only this page's. */
  readonly median: PlayerMedian;
}

/** How far a boss of a difficulty has come. Of the pulls that the query finds, oldest first. */
export interface BossProgress extends PullTotals {
  readonly boss: string;
  readonly difficulty: RaidDifficulty;
  /** UTC; null where no time of any pull is known. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Nights of the pulls of which a time is known. */
  readonly nightCount: number;
  readonly firstKill: FirstKill | null;
  readonly deathsPerPull: number | null;
}

export interface FirstKill {
  readonly raidId: string;
  /** UTC; null when no time is known. */
  readonly at: string | null;
  readonly night: string | null;
  /** Pulls up to and with the kill, and the seconds fought in them. */
  readonly pullCount: number;
  readonly fightSeconds: number;
}

export interface RaidProgression extends RaidQueryNotes {
  /** Latest pulled first. */
  readonly bosses: readonly BossProgress[];
}

export interface ProgressPull {
  readonly raidId: string;
  /** From 1 on, among these pulls. */
  readonly number: number;
  /** UTC; null when no time is known. */
  readonly startedAt: string | null;
  readonly night: string | null;
  readonly result: RaidResult;
  readonly healthLeft: number;
  /** Least health left up to this pull. */
  readonly bestSoFar: number;
  readonly deaths: number | null;
  readonly durationSeconds: number | null;
}

export interface ProgressNight extends PullTotals {
  readonly night: string;
}

/** Every pull of one boss and difficulty, oldest first. */
export interface BossPulls extends RaidQueryNotes {
  readonly progress: BossProgress;
  readonly pulls: readonly ProgressPull[];
  readonly nights: readonly ProgressNight[];
}

/** A guild that raids. */
export interface RaidingGuild {
  readonly guild: NamedReference;
  readonly server: NamedReference;
  readonly pullCount: number;
}
