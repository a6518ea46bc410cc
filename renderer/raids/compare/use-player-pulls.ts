import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BossProgress, PlayerPull, PlayerPulls } from '../../../shared/raids/progress-types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import { useCursorPages } from '../../contract/use-cursor-pages.ts';
import type { NightClock } from '../use-night-clock.ts';
import { bossesOf, withoutChoices, withPlayerId } from './player-filters.ts';

/** Most players have fewer pulls: their chart is whole with the first page. */
const playerPageSize = 500;

/** Whose pulls are asked for, among those that a query finds. */
export interface PlayerRequest {
  readonly playerId: string;
  readonly query: string;
  readonly clock: NightClock;
}

/** One player's pulls, newest first, as far as they were scrolled to. */
interface LoadedPulls {
  /** Facts about the player and all pulls, not only those loaded; undefined until the first page is there. */
  readonly facts: PlayerPulls | undefined;
  readonly items: readonly PlayerPull[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly error: Error | null;
}

export function usePlayerPulls({ playerId, query, clock }: PlayerRequest): LoadedPulls {
  const client = useClient();
  const { first, items, hasMore, loadMore, error } = useCursorPages({
    queryKey: [...keys.raids, 'player pulls', playerId, query, clock],
    ask: (cursor, signal) =>
      client.call('raids.playerPulls', { playerId, query, ...clock, limit: playerPageSize, cursor }, { signal }),
  });
  return { facts: first ?? undefined, items: items ?? [], hasMore, loadMore, error };
}

/** How many of the player's pulls that the query finds were kills. */
export function useKillCount({ playerId, query, clock }: PlayerRequest): number | null {
  const client = useClient();
  const asked = withPlayerId(query, playerId);
  const { data } = useQuery({
    queryKey: [...keys.raids, 'player kills', asked, clock],
    queryFn: ({ signal }) => client.call('raids.list', { query: asked, ...clock, sort: 'began', limit: 1 }, { signal }),
  });
  return data?.killCount ?? null;
}

/** Bosses that the player pulled, whatever boss and difficulty the query asks for. */
export function usePulledBosses({ playerId, query, clock }: PlayerRequest): readonly BossProgress[] {
  const client = useClient();
  const all = useProgress(client, withPlayerId('', playerId), clock, true);
  const base = withoutChoices(
    query,
    bossesOf(all).map(({ boss }) => boss),
  );
  const found = useProgress(client, withPlayerId(base, playerId), clock, base !== '');
  return base === '' ? all : found;
}

const nothing: readonly BossProgress[] = [];

function useProgress(
  client: ReturnType<typeof useClient>,
  query: string,
  clock: NightClock,
  isWanted: boolean,
): readonly BossProgress[] {
  const { data } = useQuery({
    queryKey: [...keys.raids, 'progression', query, clock, null],
    queryFn: ({ signal }) => client.call('raids.progression', { query, ...clock, guildId: null }, { signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return data?.bosses ?? nothing;
}
