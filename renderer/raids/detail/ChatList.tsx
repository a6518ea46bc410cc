import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { HealthSample, RaidMessage } from '../../../shared/raids/pull-types.ts';
import type { TimeFormat } from '../../app/time-format.ts';
import { useRemPixels } from '../../messages/use-row-height.ts';
import { ChatRow } from './ChatRow.tsx';
import classes from './RaidChat.module.css';
import type { Fight } from './use-fight.ts';
import { nearestMessage, type RaidChatPages } from './use-raid-chat.ts';

interface ChatListProps {
  readonly messages: readonly RaidMessage[];
  readonly samples: readonly HealthSample[];
  readonly chat: RaidChatPages;
  readonly fight: Fight;
  readonly timeFormat: TimeFormat;
  readonly hoveredId: string | null;
  readonly onHover: (second: number | null) => void;
  readonly onOpen: (messageId: string) => void;
}

/** A line and the space around it; longer messages are measured when they are drawn. */
const usualRowRem = 1.75;
const overscanRows = 10;
const loadAheadRows = 100;

/** The messages as a list of which only those near the screen exist. Arrow keys choose one, Enter opens it. */
export function ChatList({ messages, samples, chat, fight, timeFormat, hoveredId, onHover, onOpen }: ChatListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRemPixels(usualRowRem);
  const listId = useId();
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => messages[index]?.id ?? index,
    overscan: overscanRows,
  });
  const { activeId, range } = fight.state;
  const found = activeId === null ? -1 : messages.findIndex(({ id }) => id === activeId);
  const last = virtualizer.range?.endIndex ?? 0;
  const { hasMore, loadMore } = chat;
  useEffect(() => {
    if (hasMore && messages.length - last < loadAheadRows) loadMore();
  }, [messages.length, last, hasMore, loadMore]);
  useSoughtMessage(messages, chat, fight, (index) => virtualizer.scrollToIndex(index, { align: 'center' }));
  // Another range begins at its own beginning.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [range]);

  const choose = (index: number) => {
    const clamped = Math.max(0, Math.min(messages.length - 1, index));
    const message = messages[clamped];
    if (message === undefined) return;
    fight.chooseMessage(message.id, message.second);
    virtualizer.scrollToIndex(clamped);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * 1.5)) - 1);
    const from = found === -1 ? nearestTo(messages, fight) : found;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(found === -1 ? from : from + 1),
      ArrowUp: () => choose(found === -1 ? from : from - 1),
      PageDown: () => choose(from + page),
      PageUp: () => choose(from - page),
      Home: () => choose(0),
      End: () => choose(messages.length - 1),
      Enter: () => {
        if (activeId !== null) onOpen(activeId);
      },
      ' ': () => choose(from),
      Escape: fight.clear,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const rows = virtualizer.getVirtualItems();
  const isDrawn = rows.some(({ index }) => index === found);
  if (messages.length === 0) {
    return (
      <p className={classes.nothing}>{range === null ? 'Nobody wrote anything.' : 'Nobody wrote anything then.'}</p>
    );
  }
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      aria-label="Messages of the raid"
      tabIndex={0}
      data-stale={chat.isStale || undefined}
      {...(isDrawn ? { 'aria-activedescendant': `${listId}-${found}` } : {})}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onHover(null)}
    >
      <div role="presentation" className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const message = messages[index];
          return (
            message && (
              <ChatRow
                key={message.id}
                ref={virtualizer.measureElement}
                id={`${listId}-${index}`}
                index={index}
                top={start}
                message={message}
                samples={samples}
                isActive={index === found}
                isHovered={message.id === hoveredId}
                timeFormat={timeFormat}
                onChoose={fight.chooseMessage}
                onHover={onHover}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Where the keys begin while no message is chosen: at the moment of the line, else at the first message. */
function nearestTo(messages: readonly RaidMessage[], { state }: Fight): number {
  return state.cursor === null ? 0 : Math.max(0, nearestMessage(messages, state.cursor.second));
}

/** Brings the message into view that was asked for on the line; what is not loaded yet is loaded first. */
function useSoughtMessage(
  messages: readonly RaidMessage[],
  { hasMore, isStale, loadMore }: RaidChatPages,
  { state: { sought } }: Fight,
  show: (index: number) => void,
): void {
  const shown = useRef(sought);
  useLayoutEffect(() => {
    if (sought === null || shown.current === sought || isStale) return;
    const { messageId, second } = sought;
    const index =
      messageId === null ? nearestMessage(messages, second) : messages.findIndex(({ id }) => id === messageId);
    const isLoaded = messageId === null ? second <= (messages.at(-1)?.second ?? 0) : index !== -1;
    if (!isLoaded && hasMore) {
      loadMore();
      return;
    }
    shown.current = sought;
    if (index !== -1) show(index);
  });
}
