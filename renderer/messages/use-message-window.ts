import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MessagePage } from '../../shared/messages/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import type { DayOf } from './list-entries.ts';
import { placeWindow, type PlacedWindow } from './placed-window.ts';
import { searchPage } from './search-page.ts';
import { lookAtOf, pageStartOf, type PageStart, type WindowStart } from './window-start.ts';

/** Rows fetched at a time. */
export const pageSize = 100;
/** Pages held; those farthest from where the person reads are dropped. */
const pageLimit = 8;

/** What a window shows. */
export interface WindowRequest {
  readonly libraryPath: string;
  readonly query: string;
  readonly timeZone: string;
  /** The order of a query that names none. */
  readonly defaultOrder: 'new' | 'old';
  readonly start: WindowStart;
  /** A new number is a new window, even on the same place. */
  readonly serial: number;
  /** The first page, if it is known already. */
  readonly firstPage: MessagePage | null;
  /** Names the day of a message, where oldest first is drawn as a chat. */
  readonly dayOf: DayOf;
}

export interface MessageWindow {
  /** Null until the first page is there. */
  readonly placed: PlacedWindow | null;
  readonly error: Error | null;
  readonly loadAbove: () => void;
  readonly loadBelow: () => void;
}

/** A sliding window of pages over the hits of one query, extended at either end on demand. */
export function useMessageWindow(request: WindowRequest): MessageWindow {
  const { start, serial, firstPage } = request;
  const pages = useWindowPages(request);
  // The first page came anew, so the library's rows changed: what this window began with is out of date.
  const { refetch } = pages;
  const beganWith = useRef({ serial, firstPage });
  useEffect(() => {
    const isOutdated = beganWith.current.serial === serial && beganWith.current.firstPage !== firstPage;
    beganWith.current = { serial, firstPage };
    if (isOutdated) void refetch();
  }, [serial, firstPage, refetch]);
  const key = pages.isPlaceholderData ? null : String(serial);
  const placed = usePlacedWindow(key, pages.data?.pages, start, request.dayOf);
  const { fetchNextPage, fetchPreviousPage, isFetching, hasNextPage, hasPreviousPage } = pages;
  const loadBelow = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  const loadAbove = useCallback(() => {
    if (hasPreviousPage && !isFetching) void fetchPreviousPage();
  }, [fetchPreviousPage, hasPreviousPage, isFetching]);
  const isBehindLast = key !== null && pages.data !== undefined && beginsBehindLast(pages.data.pages);
  useEffect(() => {
    if (isBehindLast) loadAbove();
  }, [isBehindLast, loadAbove]);
  return { placed, error: pages.error, loadAbove, loadBelow };
}

function useWindowPages(request: WindowRequest) {
  const client = useClient();
  const queries = useQueryClient();
  const { libraryPath, query, timeZone, defaultOrder, start, serial, firstPage } = request;
  const queryKey = [...keys.messages, 'window', libraryPath, timeZone, query, defaultOrder, start, serial];
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      // What was at the newest end is elsewhere once newer rows are there: loaded anew, a window stays where it is.
      const held = queries.getQueryData<InfiniteData<MessagePage, PageStart>>(queryKey)?.pages[0]?.items;
      const middle = pageParam.cursor === null ? held?.[held.length >> 1]?.id : undefined;
      const from = middle === undefined ? pageParam : pageStartOf({ kind: 'message', id: middle, offset: null });
      return searchPage(client, { query, timeZone, defaultOrder, limit: pageSize, ...from }, signal);
    },
    initialPageParam: pageStartOf(start),
    getNextPageParam: ({ next }) => (next === null ? undefined : pageAfter(next)),
    getPreviousPageParam: ({ previous }) => (previous === null ? undefined : pageAfter(previous)),
    maxPages: pageLimit,
    placeholderData: keepPreviousData,
    // A window is never gone back to: where it stood is kept with its place.
    gcTime: 0,
    ...(firstPage ? { initialData: { pages: [firstPage], pageParams: [pageStartOf(start)] } } : {}),
  });
}

function pageAfter(cursor: string): PageStart {
  return { cursor, at: null, around: null, isFromEnd: false };
}

/** A jump to behind the last hit found nothing there; what is before it is still to be loaded. */
function beginsBehindLast(pages: readonly MessagePage[]): boolean {
  return pages.every(({ items }) => items.length === 0) && (pages[0]?.previous ?? null) !== null;
}

/** Keeps the placement from one set of pages to the next; `key` null: these pages are only a stand-in. */
function usePlacedWindow(
  key: string | null,
  pages: readonly MessagePage[] | undefined,
  start: WindowStart,
  dayOf: DayOf,
): PlacedWindow | null {
  const [placed, setPlaced] = useState<PlacedWindow | null>(null);
  const first = pages?.[0];
  if (key === null || pages === undefined || first === undefined) return placed;
  if (placed?.key === key && placed.pages === pages) return placed;
  // What was shown stays until there is something to show: the list keeps the focus meanwhile.
  if (beginsBehindLast(pages)) return placed;
  // Derived from the pages and from where the ones before stood, hence state that is set while rendering.
  const layout = { key, dayOf: first.order === 'old' ? dayOf : null, lookAt: lookAtOf(start, first) };
  const next = placeWindow(placed, layout, pages);
  setPlaced(next);
  return next;
}
