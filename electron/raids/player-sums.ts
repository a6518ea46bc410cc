import type { FoundRaids } from './find-raids.ts';
import type { PerformanceColumns, PlayedPart } from './performance-columns.ts';

/** What one player did in all found raids together. */
export interface PlayerSums {
  readonly userId: string;
  /** In how many pulls as what. */
  readonly parts: ReadonlyMap<PlayedPart, number>;
  readonly pullCount: number;
  readonly killCount: number;
  readonly deaths: number;
  readonly uptimeSum: number;
  readonly damage: number;
  readonly healing: number;
  readonly damageTaken: number;
  /** Seconds of the pulls that have a length, and what was done in those. */
  readonly fightSeconds: number;
  readonly ratedDamage: number;
  readonly ratedHealing: number;
  readonly ratedTaken: number;
}

/** Everybody who took part in a found raid; one that has not begun is no pull. */
export function sumUpPlayers(columns: PerformanceColumns, found: FoundRaids): readonly PlayerSums[] {
  const pulls = readPulls(found);
  return columns.userIds.flatMap((userId, user) => {
    const sums = sumUp(columns, pulls, userId, columns.firstRows[user] ?? 0, columns.firstRows[user + 1] ?? 0);
    return sums.pullCount === 0 ? [] : [sums];
  });
}

/** What counts of each raid of the catalogue. */
interface Pulls {
  readonly counts: Uint8Array;
  readonly isKill: Uint8Array;
  /** 0: no length. */
  readonly seconds: Float64Array;
}

function readPulls({ catalogue, isFound }: FoundRaids): Pulls {
  const { entries } = catalogue;
  return {
    counts: Uint8Array.from(entries, ({ series }, index) => (series >= 0 ? (isFound[index] ?? 0) : 0)),
    isKill: Uint8Array.from(entries, ({ result }) => Number(result === 'kill')),
    seconds: Float64Array.from(entries, ({ seconds }) => seconds ?? 0),
  };
}

function sumUp(columns: PerformanceColumns, pulls: Pulls, userId: string, start: number, end: number): PlayerSums {
  const parts = new Map<PlayedPart, number>();
  const sums = { pullCount: 0, killCount: 0, deaths: 0, uptimeSum: 0, damage: 0, healing: 0, damageTaken: 0 };
  const rated = { fightSeconds: 0, ratedDamage: 0, ratedHealing: 0, ratedTaken: 0 };
  for (let row = start; row < end; row += 1) {
    const raid = columns.raid[row] ?? 0;
    if (pulls.counts[raid] !== 1) continue;
    const [damage, healing, taken] = [
      columns.damage[row] ?? 0,
      columns.healing[row] ?? 0,
      columns.damageTaken[row] ?? 0,
    ];
    const seconds = pulls.seconds[raid] ?? 0;
    sums.pullCount += 1;
    sums.killCount += pulls.isKill[raid] ?? 0;
    sums.deaths += columns.deaths[row] ?? 0;
    sums.uptimeSum += columns.uptimePercent[row] ?? 0;
    sums.damage += damage;
    sums.healing += healing;
    sums.damageTaken += taken;
    if (seconds > 0) {
      rated.fightSeconds += seconds;
      rated.ratedDamage += damage;
      rated.ratedHealing += healing;
      rated.ratedTaken += taken;
    }
    const part = columns.parts[columns.part[row] ?? 0];
    if (part !== undefined) parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  return { userId, parts, ...sums, ...rated };
}
