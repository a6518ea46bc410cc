import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
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
  /** Exact number of hits; null until it is known. */
  readonly total: number | null;
  readonly order: MessagePage['order'];
  readonly message: OpenMessage;
  readonly news: News;
  readonly error: Error | null;
  readonly timeFormat: TimeFormat;
  /** UTC time of the first message in view. */
  readonly firstVisibleAt: string | null;
  readonly jumpTo: (to: WindowStart) => void;
}

export function useShownList(library: OpenLibrary, shown: ShownSearch): ShownList {
  const timeFormat = timeFormatFor(shown.timeZone);
  const handle = useRef<MessageListHandle>(null);
  const [firstVisible, setFirstVisible] = useState(0);
  const total = useHitCount(library.path, shown);
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
  const first = placed?.entries[firstVisible] ?? placed?.entries[firstVisible + 1];
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
      onFirstVisible: setFirstVisible,
      followsEnd: look !== 'table',
      onAtEnd: news.onAtEnd,
      onEndMoved,
    },
    total,
    order: shown.firstPage.order,
    message,
    news,
    error,
    timeFormat,
    firstVisibleAt: first?.kind === 'message' ? first.item.createdAt : null,
    jumpTo,
  };
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
function useHitCount(libraryPath: string, { query, timeZone }: ShownSearch): number | null {
  const client = useClient();
  const { data } = useQuery({
    queryKey: [...keys.messages, 'count', libraryPath, timeZone, query],
    queryFn: ({ signal }) => client.call('messages.count', { query, timeZone }, { signal }),
    gcTime: 30_000,
  });
  return data?.total ?? null;
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
