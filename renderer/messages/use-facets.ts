import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MessageFacets } from '../../shared/messages/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';

/** Values of each facet at first, and when more are asked for. */
export const fewFacetValues = 8;
export const manyFacetValues = 60;

interface FacetsOptions {
  readonly libraryPath: string;
  readonly query: string;
  readonly timeZone: string;
  readonly limit: number;
}

/** Facets of a query that the list already shows; those of the one before (`isStale`) stay until they are counted. */
export function useFacets({ libraryPath, query, timeZone, limit }: FacetsOptions): {
  readonly facets: MessageFacets | null;
  readonly isStale: boolean;
} {
  const client = useClient();
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...keys.messages, 'facets', libraryPath, timeZone, query, limit],
    queryFn: ({ signal }) => client.call('messages.facets', { query, timeZone, limit }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  return { facets: data ?? null, isStale: isPlaceholderData };
}
