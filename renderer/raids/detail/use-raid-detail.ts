import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import type { NightClock } from '../use-night-clock.ts';

/** Begins the keys of what is known of raids for pages of their own. */
export const raidDetailsKey: readonly unknown[] = [...keys.raids, 'detail'];

/** All that the library knows of one raid; the raid before stays on screen for the moment until it is there. */
export function useRaidDetail(raidId: string, clock: NightClock): UseQueryResult<RaidDetail> {
  const client = useClient();
  return useQuery({
    queryKey: [...raidDetailsKey, raidId, clock],
    queryFn: ({ signal }) => client.call('raids.get', { id: raidId, ...clock }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
