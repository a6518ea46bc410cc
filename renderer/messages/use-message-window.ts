import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MessagePage } from '../../shared/messages/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { placeWindow, type PlacedWindow } from './placed-window.ts';

/** Rows fetched at a time. */
export const pageSize = 100;
/** Pages held; those farthest from where the person reads are dropped. */
const pageLimit = 8;

interface PageParameter {
  readonly cursor: string | null;
  readonly at: string | null;
}

/** What a window shows. */
export interface WindowRequest {
  readonly libraryPath: string;
  readonly query: string;
  readonly timeZone: string;
  /** Starts at the newest message not after this UTC time; null: at the newest of all. */
  readonly at: string | null;
  /** A new number is a new window, even on the same place. */
  readonly serial: number;
  /** The first page, if it is known already. */
  readonly firstPage: MessagePage | null;
}

export interface MessageWindow {
  /** Null until the first page is there. */
  readonly placed: PlacedWindow | null;
  readonly error: Error | null;
  readonly loadNewer: () => void;
  readonly loadOlder: () => void;
}

/** A sliding window of pages over the hits of one query, extended at either end on demand. */
export function useMessageWindow(request: WindowRequest): MessageWindow {
  const client = useClient();
  const { libraryPath, query, timeZone, at, serial, firstPage } = request;
  const firstParameter: PageParameter = { cursor: null, at };
  const queryKey = [...keys.messages, 'window', libraryPath, timeZone, query, at, serial];
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      client.call('messages.search', { query, timeZone, limit: pageSize, ...pageParam }, { signal }),
    initialPageParam: firstParameter,
    getNextPageParam: ({ next }): PageParameter | undefined => (next === null ? undefined : { cursor: next, at: null }),
    getPreviousPageParam: ({ previous }): PageParameter | undefined =>
      previous === null ? undefined : { cursor: previous, at: null },
    maxPages: pageLimit,
    placeholderData: keepPreviousData,
    // A window is never gone back to: its place in the list would be lost anyhow.
    gcTime: 0,
    ...(firstPage ? { initialData: startingWith(firstPage, at) } : {}),
  });
  // The first page came anew, so the library's rows changed: what this window began with is out of date.
  const { refetch } = pages;
  const beganWith = useRef({ serial, firstPage });
  useEffect(() => {
    const isOutdated = beganWith.current.serial === serial && beganWith.current.firstPage !== firstPage;
    beganWith.current = { serial, firstPage };
    if (isOutdated) void refetch();
  }, [serial, firstPage, refetch]);
  const key = pages.isPlaceholderData ? null : String(serial);
  const placed = usePlacedWindow(key, pages.data?.pages);
  const { fetchNextPage, fetchPreviousPage, isFetching, hasNextPage, hasPreviousPage } = pages;
  const loadOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  const loadNewer = useCallback(() => {
    if (hasPreviousPage && !isFetching) void fetchPreviousPage();
  }, [fetchPreviousPage, hasPreviousPage, isFetching]);
  const isBeforeOldest = key !== null && pages.data !== undefined && beginsBeforeOldest(pages.data.pages);
  useEffect(() => {
    if (isBeforeOldest) loadNewer();
  }, [isBeforeOldest, loadNewer]);
  return { placed, error: pages.error, loadNewer, loadOlder };
}

/** A jump to before the oldest hit found nothing there; what is newer is still to be loaded. */
function beginsBeforeOldest(pages: readonly MessagePage[]): boolean {
  return pages.every(({ items }) => items.length === 0) && (pages[0]?.previous ?? null) !== null;
}

function startingWith(page: MessagePage, at: string | null): InfiniteData<MessagePage, PageParameter> {
  return { pages: [page], pageParams: [{ cursor: null, at }] };
}

/** Keeps the placement from one set of pages to the next; `key` null: these pages are only a stand-in. */
function usePlacedWindow(key: string | null, pages: readonly MessagePage[] | undefined): PlacedWindow | null {
  const [placed, setPlaced] = useState<PlacedWindow | null>(null);
  if (key === null || pages === undefined) return placed;
  if (placed?.key === key && placed.pages === pages) return placed;
  // What was shown stays until there is something to show: the list keeps the focus meanwhile.
  if (beginsBeforeOldest(pages)) return placed;
  // Derived from the pages and from where the ones before stood, hence state that is set while rendering.
  const next = placeWindow(placed, key, pages);
  setPlaced(next);
  return next;
}
