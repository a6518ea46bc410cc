import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import { useNightClock } from '../use-night-clock.ts';

/** Pulls beside each other; while others are on their way, those before stay. */
export function useComparison(raidIds: readonly string[]) {
  const client = useClient();
  const clock = useNightClock();
  return useQuery({
    queryKey: [...keys.raids, 'compare', raidIds, clock],
    queryFn: ({ signal }) => client.call('raids.compare', { ids: [...raidIds], ...clock }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The places of a pull in its series. */
export function useNeighbours(raidId: string, isWanted: boolean) {
  const client = useClient();
  const clock = useNightClock();
  return useQuery({
    queryKey: [...keys.raids, 'neighbours', raidId, clock],
    queryFn: async ({ signal }) => {
      const { raid, series } = await client.call('raids.get', { id: raidId, ...clock }, { signal });
      return { pullNumber: raid.pullNumber, ...series };
    },
    enabled: isWanted,
  });
}
