import type { RaidPlayer } from '../../shared/raids/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { useCursorPages } from '../contract/use-cursor-pages.ts';
import type { PlayerOrder } from './RaidListProvider.tsx';
import type { ShownRaids } from './RaidSearchProvider.tsx';

const pageSize = 200;
const keptMs = 3_600_000;

export interface RaidPlayers {
  /** Null until the first answer. */
  readonly players: readonly RaidPlayer[] | null;
  readonly total: number;
  /** Pulls of the query that list participants. */
  readonly raidCount: number;
  /** These are the players of the query or the order before. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly error: Error | null;
  readonly loadMore: () => void;
}

/** Everybody who took part in the raids that a query finds, as far as was scrolled to. */
export function useRaidPlayers(libraryPath: string, { query, clock }: ShownRaids, order: PlayerOrder): RaidPlayers {
  const client = useClient();
  const { first, items, ...pages } = useCursorPages({
    queryKey: [...keys.raids, 'players', libraryPath, query, clock, order],
    ask: (cursor, signal) =>
      client.call('raids.players', { query, ...clock, ...order, limit: pageSize, cursor }, { signal }),
    keptMs,
  });
  return { players: items, total: first?.total ?? 0, raidCount: first?.raidCount ?? 0, ...pages };
}
