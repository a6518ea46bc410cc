import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ConversationItem, ConversationKind } from '../../shared/conversations/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';

const pageSize = 50;

interface ConversationsRequest {
  readonly libraryPath: string;
  readonly kind: ConversationKind;
  readonly text: string;
  readonly timeZone: string;
}

interface Conversations {
  /** Null until the first page is there. */
  readonly items: readonly ConversationItem[] | null;
  readonly error: Error | null;
  readonly loadMore: () => void;
}

/** The conversations of a kind by their last message, page by page. */
export function useConversations({ libraryPath, kind, text, timeZone }: ConversationsRequest): Conversations {
  const client = useClient();
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: [...keys.messages, 'conversations', libraryPath, kind, text, timeZone],
    queryFn: ({ pageParam, signal }) =>
      client.call('conversations.list', { kind, text, timeZone, cursor: pageParam, limit: pageSize }, { signal }),
    initialPageParam: null as string | null, // later ones are cursors
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? null, [data]);
  return { items, error, loadMore };
}
