import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type {
  BossProgress,
  BossPulls,
  FirstKill,
  ProgressPull,
  RaidingGuild,
  RaidProgression,
} from '../../shared/raids/progress-types.ts';
import type { OperationContext } from '../library/operation.ts';
import { raidCatalogueOf, type RaidEntry } from './catalogue.ts';
import { guildOf, serverOf } from './describe-raid.ts';
import { findRaids, type RaidNights } from './find-raids.ts';
import { nightText } from './night-clock.ts';
import { groupByNight, utcText } from './night-groups.ts';
import { totalsOf } from './pull-totals.ts';

/** How far each boss and difficulty has come, latest pulled first. Raids that have not begun do not count. */
export function readProgression(context: OperationContext, input: ParsedInputOf<'raids.progression'>): RaidProgression {
  const found = findRaids(context, input);
  const pulls = inOrder(found.entries.filter(isPullOf(input.guildId)));
  const bosses = [...Map.groupBy(pulls, ({ encounter }) => encounter).values()];
  return {
    bosses: bosses
      .flatMap((entries) => progressOf(entries, found.nights) ?? [])
      .toSorted((one, other) => compareTexts(other.lastAt ?? '', one.lastAt ?? '')),
    problems: found.problems,
    resolved: found.resolved,
  };
}

/** Every pull of one boss and difficulty, oldest first. Throws `not_found` where the query finds none. */
export function readBossPulls(context: OperationContext, input: ParsedInputOf<'raids.bossPulls'>): BossPulls {
  const found = findRaids(context, input);
  const isPull = isPullOf(input.guildId);
  const entries = inOrder(
    found.entries.filter(
      (entry) => entry.difficulty === input.difficulty && entry.boss === input.boss && isPull(entry),
    ),
  );
  const progress = progressOf(entries, found.nights);
  if (progress === null) {
    const { boss, difficulty } = input;
    throw new RaidscopeError('not_found', 'No pull of this boss is found.', { boss, difficulty });
  }
  return {
    progress,
    pulls: describePulls(entries, found.nights),
    nights: groupByNight({ entries, nights: found.nights }).flatMap(({ night, entries: ofNight }) =>
      night === null ? [] : [{ night: nightText(night), ...totalsOf(ofNight) }],
    ),
    problems: found.problems,
    resolved: found.resolved,
  };
}

/** Guilds to which raids belong, most pulls first. */
export function listRaidingGuilds({ database }: OperationContext, _input: object): readonly RaidingGuild[] {
  const { entries } = raidCatalogueOf(database);
  const groups = Map.groupBy(entries, ({ guildId }) => guildId);
  return [...groups.values()]
    .flatMap((raids) => {
      const [first] = raids;
      const guild = first === undefined ? null : guildOf(first);
      return first === undefined || guild === null ? [] : [{ guild, server: serverOf(first), pullCount: raids.length }];
    })
    .toSorted((one, other) => other.pullCount - one.pullCount);
}

/** Oldest first; those of unknown time last, so that none of them counts as the first of anything. */
function inOrder(entries: readonly RaidEntry[]): readonly RaidEntry[] {
  const [first] = entries;
  // Those of unknown time stand before all others.
  if (first === undefined || first.began !== null) return entries;
  return [...entries.filter(({ began }) => began !== null), ...entries.filter(({ began }) => began === null)];
}

/** Whether a raid has begun, and is of one guild or of any. */
function isPullOf(guildId: string | null): (entry: RaidEntry) => boolean {
  return (entry) => entry.series >= 0 && (guildId === null || entry.guildId === guildId);
}

/** Null without a pull. */
function progressOf(entries: readonly RaidEntry[], nights: RaidNights): BossProgress | null {
  const [first] = entries;
  if (first === undefined) return null;
  const totals = totalsOf(entries);
  const { nightCount, listedCount, lastDated } = countNights(entries, nights);
  return {
    boss: first.boss,
    difficulty: first.difficulty,
    ...totals,
    firstAt: beganText(first),
    lastAt: beganText(lastDated),
    nightCount,
    firstKill: findFirstKill(entries, nights),
    deathsPerPull: listedCount === 0 ? null : totals.deaths / listedCount,
  };
}

interface NightCount {
  readonly nightCount: number;
  /** Pulls of which the participants are listed. */
  readonly listedCount: number;
  readonly lastDated: RaidEntry | undefined;
}

/** In one walk along pulls in order of time: of fifty thousand, every list made on the way would be felt. */
function countNights(entries: readonly RaidEntry[], nights: RaidNights): NightCount {
  let nightCount = 0;
  let listedCount = 0;
  let latest: number | null = null;
  let lastDated: RaidEntry | undefined;
  for (const entry of entries) {
    if (entry.deaths !== null) listedCount += 1;
    const night = nights.numberOf(entry);
    if (night === null) continue;
    if (night !== latest) nightCount += 1;
    latest = night;
    lastDated = entry;
  }
  return { nightCount, listedCount, lastDated };
}

/** UTC text; null when no time is known. */
function beganText(entry: RaidEntry | undefined): string | null {
  return entry === undefined || entry.began === null ? null : utcText(entry.began);
}

function compareTexts(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function findFirstKill(entries: readonly RaidEntry[], nights: RaidNights): FirstKill | null {
  const place = entries.findIndex(({ result }) => result === 'kill');
  const kill = entries[place];
  if (kill === undefined) return null;
  const until = entries.slice(0, place + 1);
  return {
    raidId: kill.id,
    at: beganText(kill),
    night: nights.textOf(kill),
    pullCount: until.length,
    fightSeconds: until.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
  };
}

function describePulls(entries: readonly RaidEntry[], nights: RaidNights): readonly ProgressPull[] {
  let bestSoFar = 100;
  return entries.map((entry, index) => {
    const healthLeft = entry.healthLeft ?? 100;
    bestSoFar = Math.min(bestSoFar, healthLeft);
    return {
      raidId: entry.id,
      number: index + 1,
      startedAt: beganText(entry),
      night: nights.textOf(entry),
      result: entry.result,
      healthLeft,
      bestSoFar,
      deaths: entry.deaths,
      durationSeconds: entry.seconds,
    };
  });
}
