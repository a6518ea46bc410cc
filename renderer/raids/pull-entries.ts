import type { NightBoss, Raid, RaidNight, RaidPage } from '../../shared/raids/types.ts';
import type { NightDetail } from './RaidListProvider.tsx';

export interface NightEntry {
  readonly kind: 'night';
  readonly key: string;
  /** Null: of these pulls no time is known. */
  readonly night: RaidNight | null;
  readonly isOpen: boolean;
  /** Those that are loaded, in the list's order. */
  readonly pulls: readonly Raid[];
}

export interface BossEntry {
  readonly kind: 'boss';
  readonly key: string;
  readonly group: NightBoss;
  readonly isOpen: boolean;
  readonly pulls: readonly Raid[];
}

export interface PullEntry {
  readonly kind: 'pull';
  /** The raid's id. */
  readonly key: string;
  readonly raid: Raid;
}

/** One row of the list of pulls. */
export type PullListEntry = NightEntry | BossEntry | PullEntry;

interface Folds {
  readonly detail: NightDetail;
  readonly toggled: ReadonlySet<string>;
}

/** One row for each pull, as they come. */
export function flatEntries(pages: readonly RaidPage[]): readonly PullListEntry[] {
  return pages.flatMap(({ items }) => items.map(pullEntry));
}

/** Pulls under the rows of their nights and, within those, of their bosses; without what is folded. */
export function nightEntries(pages: readonly RaidPage[], { detail, toggled }: Folds): readonly PullListEntry[] {
  const nights = new Map(pages.flatMap(({ nights }) => nights.map((night) => [night.night, night] as const)));
  const groups = new Map(pages.flatMap(({ bosses }) => bosses.map((group) => [group.firstRaidId, group] as const)));
  const entries: PullListEntry[] = [];
  let open: { readonly night: Raid['night']; readonly isOpen: boolean; readonly pulls: Raid[] } | null = null;
  let boss: { readonly isOpen: boolean; readonly pulls: Raid[] } | null = null;
  for (const raid of pages.flatMap(({ items }) => items)) {
    if (open === null || open.night !== raid.night) {
      const key = nightKey(raid.night);
      const isOpen = (detail !== 'nights') !== toggled.has(key);
      open = { night: raid.night, isOpen, pulls: [] };
      boss = null;
      const night = raid.night === null ? null : (nights.get(raid.night) ?? null);
      entries.push({ kind: 'night', key, night, isOpen, pulls: open.pulls });
    }
    const group = groups.get(raid.id);
    if (group !== undefined) {
      const key = bossKey(group);
      const isOpen = (detail === 'pulls') !== toggled.has(key);
      boss = { isOpen, pulls: [] };
      if (open.isOpen) entries.push({ kind: 'boss', key, group, isOpen, pulls: boss.pulls });
    }
    open.pulls.push(raid);
    boss?.pulls.push(raid);
    if (open.isOpen && boss?.isOpen !== false) entries.push(pullEntry(raid));
  }
  return entries;
}

function pullEntry(raid: Raid): PullEntry {
  return { kind: 'pull', key: raid.id, raid };
}

/** A raid's id may be anything; a space in front tells these keys from it. */
function nightKey(night: string | null): string {
  return ` night ${night ?? ''}`;
}

function bossKey({ night, boss, difficulty, server, guild, leader }: NightBoss): string {
  return ` boss ${JSON.stringify([night, difficulty, server.id, guild?.id ?? null, leader.id, boss])}`;
}
