import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

/** An answer of a channel that lists page by page. */
interface CursorPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

export interface CursorPages<Page extends CursorPage> {
  /** What the first page says of the whole list; null until it is there. */
  readonly first: Page | null;
  /** Of all pages so far; null until the first one is there. */
  readonly items: readonly Page['items'][number][] | null;
  readonly hasMore: boolean;
  /** True while the pages of what was asked before stand in for those on their way. */
  readonly isStale: boolean;
  readonly error: Error | null;
  /** Asks for the next page unless there is none, or one is on its way. */
  readonly loadMore: () => void;
}

interface CursorPagesRequest<Page> {
  readonly queryKey: readonly unknown[];
  /** `cursor`: null for the first page. */
  readonly ask: (cursor: string | null, signal: AbortSignal) => Promise<Page>;
  /** How long the pages stay for the way back, milliseconds. */
  readonly keptMs?: number;
}

/** A list as far as it was scrolled to, page by page. */
export function useCursorPages<Page extends CursorPage>({
  queryKey,
  ask,
  keptMs = 30_000,
}: CursorPagesRequest<Page>): CursorPages<Page> {
  const { data, error, fetchNextPage, hasNextPage, isFetching, isPlaceholderData } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: null as string | null, // later ones are cursors
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: keptMs,
  });
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const items = useMemo(
    () => data?.pages.flatMap((page): readonly Page['items'][number][] => page.items) ?? null,
    [data],
  );
  return { first: data?.pages[0] ?? null, items, hasMore: hasNextPage, isStale: isPlaceholderData, error, loadMore };
}
