import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { RaidMessage } from '../../../shared/raids/pull-types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import type { SecondRange } from './fight-moments.ts';

const pageSize = 500;

interface RaidChatRequest {
  readonly raidId: string;
  /** When the pull began; null where nothing says it, and no range can be asked for. */
  readonly zeroMs: number | null;
  readonly range: SecondRange | null;
}

export interface RaidChatPages {
  /** Null until the first page is there. In order of time. */
  readonly messages: readonly RaidMessage[] | null;
  /** In the range asked for. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly hasMore: boolean;
  /** True while the messages of another range are still on their way. */
  readonly isStale: boolean;
  readonly loadMore: () => void;
}

/** A raid's chat, or the part of it that was written within a range; page by page. */
export function useRaidChat({ raidId, zeroMs, range }: RaidChatRequest): RaidChatPages {
  const client = useClient();
  const fromMs = range === null || zeroMs === null ? null : Math.floor(zeroMs + range.from * 1000);
  const toMs = range === null || zeroMs === null ? null : Math.ceil(zeroMs + range.to * 1000);
  const { data, error, fetchNextPage, hasNextPage, isFetching, isPlaceholderData } = useInfiniteQuery({
    queryKey: [...keys.raids, 'messages', raidId, fromMs, toMs],
    queryFn: ({ pageParam, signal }) =>
      client.call('raids.messages', { id: raidId, fromMs, toMs, limit: pageSize, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null, // later ones are cursors
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const messages = useMemo(() => data?.pages.flatMap((page) => page.items) ?? null, [data]);
  const total = data?.pages[0]?.total ?? null;
  return { messages, total, error, hasMore: hasNextPage, isStale: isPlaceholderData, loadMore };
}

/** Position of the message nearest to a moment; -1 without messages. They are in order of time. */
export function nearestMessage(messages: readonly RaidMessage[], second: number): number {
  const after = firstAtOrAfter(messages, second);
  const [before, next] = [messages[after - 1], messages[after]];
  if (before === undefined) return next === undefined ? -1 : after;
  if (next === undefined) return after - 1;
  return second - before.second <= next.second - second ? after - 1 : after;
}

/** Position of the first message at a moment or later; their number if all are earlier. */
function firstAtOrAfter(messages: readonly RaidMessage[], second: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.second ?? second) < second) low = middle + 1;
    else high = middle;
  }
  return low;
}
