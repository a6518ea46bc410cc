import type { PullTotals } from '../../shared/raids/types.ts';
import type { RaidEntry } from './catalogue.ts';

/** What some pulls come to; those that never began are counted as pulls of no result. */
export function totalsOf(entries: readonly RaidEntry[]): PullTotals {
  let killCount = 0;
  let wipeCount = 0;
  let fightSeconds = 0;
  let deaths = 0;
  let bestHealth: number | null = null;
  for (const entry of entries) {
    if (entry.result === 'kill') killCount += 1;
    else if (entry.result === 'wipe') wipeCount += 1;
    fightSeconds += entry.seconds ?? 0;
    deaths += entry.deaths ?? 0;
    const isOver = entry.result === 'kill' || entry.result === 'wipe';
    if (isOver && entry.healthLeft !== null) bestHealth = Math.min(bestHealth ?? 100, entry.healthLeft);
  }
  return { pullCount: entries.length, killCount, wipeCount, fightSeconds, deaths, bestHealth };
}

/** The pull to measure others by: the shortest kill; without one, the pull that left the least health; the earliest of equals. */
export function findBest(entries: readonly RaidEntry[]): RaidEntry | null {
  let best: RaidEntry | null = null;
  for (const entry of entries) {
    const isOver = entry.result === 'kill' || entry.result === 'wipe';
    if (isOver && (best === null || isBetter(entry, best))) best = entry;
  }
  return best;
}

function isBetter(one: RaidEntry, other: RaidEntry): boolean {
  if (one.result !== other.result) return one.result === 'kill';
  if (one.result === 'kill') return (one.seconds ?? Infinity) < (other.seconds ?? Infinity);
  return (one.healthLeft ?? 100) < (other.healthLeft ?? 100);
}
