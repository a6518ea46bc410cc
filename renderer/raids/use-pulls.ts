import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { RaidPage } from '../../shared/raids/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import type { ShownRaids } from './RaidSearchProvider.tsx';

/** An evening has about twenty pulls: ten nights at once. */
export const pullPageSize = 200;

/** On the way to the end of the list each page is as large as the channel allows. */
const largestPage = 2000;

/** So long the pages of a list stay, for the way back from what was opened in it. */
const keptMs = 3_600_000;

export interface Pulls {
  readonly pages: readonly RaidPage[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** `isFar`: there is much to come, of which only the last is wanted. */
  readonly loadMore: (isFar?: boolean) => void;
}

/** The pulls of a query in their order, as far as they were scrolled to. */
export function usePulls(libraryPath: string, { query, clock, order, firstPage }: ShownRaids): Pulls {
  const client = useClient();
  const limit = useRef(pullPageSize);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keys.raids, 'pulls', libraryPath, query, clock, order],
    queryFn: ({ pageParam, signal }) =>
      client.call('raids.list', { query, ...clock, ...order, limit: limit.current, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    initialData: { pages: [firstPage], pageParams: [null] },
    gcTime: keptMs,
  });
  const loadMore = useCallback(
    (isFar = false) => {
      limit.current = isFar ? largestPage : pullPageSize;
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { pages: data.pages, hasMore: hasNextPage, isLoading: isFetchingNextPage, error, loadMore };
}
