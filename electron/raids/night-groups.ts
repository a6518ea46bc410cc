import type { NightBoss, RaidNight } from '../../shared/raids/types.ts';
import type { RaidEntry } from './catalogue.ts';
import { guildOf, leaderOf, serverOf } from './describe-raid.ts';
import type { FoundRaids, RaidNights } from './find-raids.ts';
import { nightText } from './night-clock.ts';
import { totalsOf } from './pull-totals.ts';

/** The found raids of one night, in the order in which they began. */
export interface NightGroup {
  /** Days since 1970; null: raids of which no time is known. */
  readonly night: number | null;
  readonly entries: readonly RaidEntry[];
}

const grouped = new WeakMap<readonly RaidEntry[], readonly NightGroup[]>();

/** The found raids night by night, oldest first; those of unknown time last. */
export function groupByNight({ entries, nights }: Pick<FoundRaids, 'entries' | 'nights'>): readonly NightGroup[] {
  const known = grouped.get(entries);
  if (known !== undefined) return known;
  const groups: { night: number | null; entries: RaidEntry[] }[] = [];
  const undated: RaidEntry[] = [];
  // In the order in which they began, those of a night stand together.
  for (const entry of entries) {
    const night = nights.numberOf(entry);
    const last = groups.at(-1);
    if (night === null) undated.push(entry);
    else if (last?.night === night) last.entries.push(entry);
    else groups.push({ night, entries: [entry] });
  }
  if (undated.length > 0) groups.push({ night: null, entries: undated });
  grouped.set(entries, groups);
  return groups;
}

/** Of one boss and difficulty by one guild (or leader) each, in the order of the first pull. */
export function groupByBoss(entries: readonly RaidEntry[]): readonly (readonly RaidEntry[])[] {
  return [...Map.groupBy(entries, ({ encounter, team }) => `${encounter} ${team}`).values()];
}

/** Null for raids of unknown time. */
export function describeNight({ night, entries }: NightGroup): RaidNight | null {
  if (night === null) return null;
  const encounters = new Set<number>();
  const killed = new Set<number>();
  let firstAt = Infinity;
  let lastAt = 0;
  for (const { began, seconds, encounter, result } of entries) {
    encounters.add(encounter);
    if (result === 'kill') killed.add(encounter);
    firstAt = Math.min(firstAt, began ?? Infinity);
    lastAt = Math.max(lastAt, (began ?? 0) + (seconds ?? 0));
  }
  return {
    night: nightText(night),
    ...totalsOf(entries),
    bossCount: encounters.size,
    killedBossCount: killed.size,
    firstAt: utcText(firstAt),
    lastAt: utcText(lastAt),
  };
}

/** `YYYY-MM-DD HH:MM:SS`, as the library stores times. */
export function utcText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Null for a group without a pull, which there is none of. */
export function describeNightBoss(entries: readonly RaidEntry[], nights: RaidNights): NightBoss | null {
  const [first] = entries;
  if (first === undefined) return null;
  return {
    night: nights.textOf(first),
    boss: first.boss,
    difficulty: first.difficulty,
    server: serverOf(first),
    guild: guildOf(first),
    leader: leaderOf(first),
    firstRaidId: first.id,
    ...totalsOf(entries),
  };
}
