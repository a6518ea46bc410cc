import { raidDifficulties, raidResults, type RaidSortColumn } from '../../shared/raids/types.ts';
import type { RaidEntry } from './catalogue.ts';

type FlatColumn = Exclude<RaidSortColumn, 'night'>;

/** What a column sorts by: a number or a text; null stands behind all others in either direction. */
const sortKeys: Readonly<Record<FlatColumn, (entry: RaidEntry) => number | string | null>> = {
  began: (entry) => entry.began,
  boss: (entry) => entry.boss,
  difficulty: (entry) => raidDifficulties.indexOf(entry.difficulty),
  result: ({ result, healthLeft }) => raidResults.indexOf(result) * 1000 + (healthLeft ?? 999),
  pull: (entry) => entry.pullNumber,
  duration: (entry) => entry.seconds,
  deaths: (entry) => entry.deaths,
  players: (entry) => entry.playerCount,
  dps: (entry) => damagePerSecond(entry),
  leader: (entry) => entry.leaderName ?? entry.leaderId,
  guild: (entry) => entry.guildName ?? entry.guildId,
  server: (entry) => entry.serverName ?? entry.serverId,
};

/** Of the whole raid; null without participants or a length. */
export function damagePerSecond({ damage, seconds }: Pick<RaidEntry, 'damage' | 'seconds'>): number | null {
  return damage === null || seconds === null || seconds === 0 ? null : damage / seconds;
}

/** The orders of a catalogue by each column, made when first asked for: a page then is a walk along one of them. */
export class RaidOrders {
  readonly #entries: readonly RaidEntry[];
  readonly #known = new Map<string, Uint32Array>();

  constructor(entries: readonly RaidEntry[]) {
    this.#entries = entries;
  }

  /** Places in `entries`; equals stand newest first. */
  by(column: FlatColumn, direction: 'asc' | 'desc'): Uint32Array {
    const key = `${column} ${direction}`;
    let order = this.#known.get(key);
    if (order === undefined) {
      order = this.#sort(column, direction === 'asc' ? 1 : -1);
      this.#known.set(key, order);
    }
    return order;
  }

  #sort(column: FlatColumn, sign: 1 | -1): Uint32Array {
    const keys = toNumbers(this.#entries.map(sortKeys[column]));
    const order = Uint32Array.from(this.#entries, (_, index) => index);
    return order.sort((one, other) => {
      const [a, b] = [keys[one] ?? Number.NaN, keys[other] ?? Number.NaN];
      if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || other - one;
      return sign * (a - b) || other - one;
    });
  }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Texts by their place in the alphabet: different ones are few, and numbers compare a hundred times as fast. NaN: none. */
function toNumbers(keys: readonly (number | string | null)[]): Float64Array {
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))].toSorted(collator.compare);
  const places = new Map(texts.map((text, place) => [text, place]));
  return Float64Array.from(keys, (key) => {
    if (key === null) return Number.NaN;
    return typeof key === 'string' ? (places.get(key) ?? Number.NaN) : key;
  });
}
