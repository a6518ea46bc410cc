import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import type { MessageCount, MessagePage } from '../../shared/messages/types.ts';
import { moveFocusTo } from '../app/focus-targets.ts';
import { parseUtc, timeFormatFor, type TimeFormat } from '../app/time-format.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { contextPlace, withoutNear } from '../conversations/context-place.ts';
import type { DayOf } from './list-entries.ts';
import type { ListLook, MessageListHandle, MessageListProps } from './MessageList.tsx';
import type { ShownSearch } from './SearchProvider.tsx';
import type { PlacedWindow } from './placed-window.ts';
import { useJump } from './use-jump.ts';
import type { ListEdge } from './use-list-keys.ts';
import { useMessageWindow } from './use-message-window.ts';
import { useNews, type News } from './use-news.ts';
import { useOpenMessage, type OpenMessage } from './use-open-message.ts';
import { firstOfAll, lastOfAll, type WindowStart } from './window-start.ts';

/** The list of what a search found, wherever it is shown, and what else the view around it needs to know. */
export interface ShownList {
  /** For `MessageList`; null until the first page is there, and empty when nothing was found. */
  readonly listProps: Omit<MessageListProps, 'isStale'> | null;
  /** How many hits were counted; null while they are. */
  readonly count: MessageCount | null;
  /** Exact number of hits; null until it is known. */
  readonly total: number | null;
  /** Null when the search came to its end; else the UTC time down to which it found what there is. */
  readonly stoppedAt: string | null;
  readonly searchOn: () => void;
  readonly order: MessagePage['order'];
  readonly message: OpenMessage;
  readonly news: News;
  readonly error: Error | null;
  readonly timeFormat: TimeFormat;
  /** UTC times of the first and the last message in view. */
  readonly visible: { readonly first: string | null; readonly last: string | null };
  readonly jumpTo: (to: WindowStart) => void;
}

export function useShownList(library: OpenLibrary, shown: ShownSearch): ShownList {
  const timeFormat = timeFormatFor(shown.timeZone);
  const handle = useRef<MessageListHandle>(null);
  const [firstVisible, setFirstVisible] = useState(0);
  const [lastVisible, setLastVisible] = useState(0);
  const onVisible = useCallback((first: number, last: number) => {
    setFirstVisible(first);
    setLastVisible(last);
  }, []);
  const count = useHitCount(library.path, shown);
  const total = count?.isComplete === true ? count.total : null;
  const { request, jumpTo } = useJump(library, shown, useDayOf(timeFormat));
  const { placed, error, loadAbove, loadBelow } = useMessageWindow(request);
  const message = useOpenMessage(shown);
  const news = useNews(shown.query, total);
  const look = lookOf(shown);
  const { onEnter, onDismiss } = useContextKeys(shown, look, placed, message);
  usePositionReader(shown, handle, message);
  useArrivalFocus(shown, placed?.key === String(request.serial));
  const onJump = useCallback((edge: ListEdge) => jumpTo(startAtEdge(edge, shown)), [jumpTo, shown]);
  const onEndMoved = useCallback(() => jumpTo(lastOfAll), [jumpTo]);
  return {
    listProps: placed && {
      ref: handle,
      placed,
      look,
      total,
      activeId: message.activeId,
      focusId: shown.focusId,
      timeFormat,
      loadAbove,
      loadBelow,
      onActivate: message.activate,
      onOpen: message.open,
      onEnter,
      onJump,
      onDismiss,
      onVisible,
      followsEnd: look !== 'table',
      onAtEnd: news.onAtEnd,
      onEndMoved,
    },
    count,
    total,
    stoppedAt: placed?.pages.at(-1)?.stoppedAt ?? null,
    searchOn: loadBelow,
    order: shown.firstPage.order,
    message,
    news,
    error,
    timeFormat,
    visible: { first: timeNear(placed, firstVisible, 1), last: timeNear(placed, lastVisible, -1) },
    jumpTo,
  };
}

/** Time of the message at a position; where the name of a day stands there, of the one beside it. */
function timeNear(placed: PlacedWindow | null, position: number, step: 1 | -1): string | null {
  const entry = placed?.entries[position];
  const message = entry?.kind === 'day' ? placed?.entries[position + step] : entry;
  return message?.kind === 'message' ? message.item.createdAt : null;
}

/** With `near:`, a list begins in its middle: its first row is then found by time. */
function startAtEdge(edge: ListEdge, { near }: ShownSearch): WindowStart {
  if (edge === 'last') return lastOfAll;
  return near === null ? firstOfAll : { kind: 'time', at: '1900-01-01' };
}

function lookOf({ view, query, firstPage }: ShownSearch): ListLook {
  if (firstPage.order !== 'old') return 'table';
  if (view === 'conversations') return 'chat';
  // A query that is just a conversation's finds nothing else.
  return firstPage.items[0]?.conversation.query === withoutNear(query) ? 'chat' : 'log';
}

/** Enter goes to a message's conversation and shows the message where that is on screen already; Esc goes back. */
function useContextKeys(shown: ShownSearch, look: ListLook, placed: PlacedWindow | null, message: OpenMessage) {
  const { dispatch } = useView();
  const { open, close, openId } = message;
  const onEnter = useCallback(
    (id: string) => {
      const entry = placed?.entries.find(({ key }) => key === id);
      if (look === 'chat' || entry?.kind !== 'message') open(id);
      else dispatch({ type: 'open', place: contextPlace(entry.item) });
    },
    [look, placed, open, dispatch],
  );
  const { view } = shown;
  const isContext = shown.near !== null;
  const onDismiss = useCallback(() => {
    if (openId !== null) close();
    else if (isContext) dispatch({ type: 'back' });
    else if (view === 'conversations') moveFocusTo('conversationList');
  }, [openId, isContext, view, close, dispatch]);
  return { onEnter, onDismiss };
}

/** Counted apart from the first page, which never waits for it. */
function useHitCount(libraryPath: string, { query, timeZone }: ShownSearch): MessageCount | null {
  const client = useClient();
  const { data } = useQuery({
    queryKey: [...keys.messages, 'count', libraryPath, timeZone, query],
    queryFn: ({ signal }) => client.call('messages.count', { query, timeZone }, { signal }),
    gcTime: 30_000,
  });
  return data ?? null;
}

function useDayOf(timeFormat: TimeFormat): DayOf {
  return useMemo(
    () =>
      ({ createdAt }) => {
        const moment = parseUtc(createdAt);
        return moment === null ? null : timeFormat.date(moment);
      },
    [timeFormat],
  );
}

/** Lets whoever leaves this place know where the list stood. */
function usePositionReader(
  { view, query }: ShownSearch,
  handle: { readonly current: MessageListHandle | null },
  { activeId, openId }: OpenMessage,
) {
  const { watchPosition } = useView();
  useEffect(
    () =>
      watchPosition(() => {
        const top = handle.current?.readTop() ?? null;
        return top && { view, query, position: { ...top, activeId, openId } };
      }),
    [watchPosition, handle, view, query, activeId, openId],
  );
}

/** The list takes the focus when the person came here other than by typing. */
function useArrivalFocus({ arrival }: ShownSearch, isThere: boolean) {
  const { state, takeArrival } = useView();
  const isCurrent = isThere && arrival === state.arrivals;
  useEffect(() => {
    if (isCurrent && takeArrival(arrival)) moveFocusTo('messageList');
  }, [isCurrent, arrival, takeArrival]);
}
