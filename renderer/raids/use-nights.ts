import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RaidNightList } from '../../shared/raids/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import type { ShownRaids } from './RaidSearchProvider.tsx';

interface Nights {
  /** Those of the query before while its own are on their way. */
  readonly list: RaidNightList | null;
  readonly isStale: boolean;
  readonly error: Error | null;
}

/** All nights of a query, oldest first. */
export function useNights(libraryPath: string, { query, clock }: ShownRaids): Nights {
  const client = useClient();
  const { data, isPlaceholderData, error } = useQuery({
    queryKey: [...keys.raids, 'nights', libraryPath, query, clock],
    queryFn: ({ signal }) => client.call('raids.nights', { query, ...clock }, { signal }),
    placeholderData: keepPreviousData,
  });
  return { list: data ?? null, isStale: isPlaceholderData, error };
}
