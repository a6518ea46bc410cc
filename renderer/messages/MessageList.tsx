import { memo, useCallback, useImperativeHandle, useRef, type Ref } from 'react';
import type { TimeFormat } from '../app/time-format.ts';
import { focusTargets } from '../app/focus-targets.ts';
import { formatQuantity } from '../app/number-format.ts';
import { DayRow } from './DayRow.tsx';
import classes from './MessageList.module.css';
import { MessageListHeader } from './MessageListHeader.tsx';
import { MessageRow } from './MessageRow.tsx';
import type { PlacedWindow } from './placed-window.ts';
import { useListKeys, type ListEdge } from './use-list-keys.ts';
import { useListScroll } from './use-list-scroll.ts';
import { useRowHeight } from './use-row-height.ts';

/** The first message in view, and where it stands. */
export interface TopRow {
  readonly topId: string;
  /** Pixels below the list's upper edge. */
  readonly topOffset: number;
}

export interface MessageListHandle {
  /** Null while there is no message in view. */
  readonly readTop: () => TopRow | null;
  readonly scrollToEnd: () => void;
}

/** `table`: newest first; `log`: oldest first, all columns; `chat`: oldest first, all of one conversation. */
export type ListLook = 'table' | 'log' | 'chat';

export interface MessageListProps {
  readonly ref: Ref<MessageListHandle>;
  readonly placed: PlacedWindow;
  readonly look: ListLook;
  /** Exact number of hits; null until it is known. */
  readonly total: number | null;
  readonly activeId: string | null;
  /** The message that the person came for. */
  readonly focusId: string | null;
  readonly timeFormat: TimeFormat;
  readonly isStale: boolean;
  readonly loadAbove: () => void;
  readonly loadBelow: () => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onEnter: (id: string) => void;
  readonly onJump: (edge: ListEdge) => void;
  /** Esc was pressed. */
  readonly onDismiss: () => void;
  readonly onVisible: (first: number, last: number) => void;
  readonly followsEnd: boolean;
  readonly onAtEnd: (isAtEnd: boolean) => void;
  readonly onEndMoved: () => void;
}

/** The hits as a grid of one-line rows, of which only those near the screen exist. */
export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { ref, placed, look, total, activeId, focusId, timeFormat, isStale, onOpen, onEnter } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const virtualizer = useListScroll({ ...props, rowHeight, scrollerRef });
  const rows = virtualizer.getVirtualItems();
  const activePosition = activeId === null ? -1 : placed.entries.findIndex(({ key }) => key === activeId);
  const isActiveDrawn = rows.some(({ index }) => index === activePosition);
  const { onKeyDown, onFocus } = useListKeys({ ...props, activePosition, rowHeight, scrollerRef });
  const readTop = useCallback(() => readTopRow(scrollerRef.current, placed, rowHeight), [placed, rowHeight]);
  useImperativeHandle(ref, () => ({ readTop, scrollToEnd: () => scrollToEnd(scrollerRef.current) }), [readTop]);

  return (
    <div className={classes.frame}>
      <div className={classes.columns} data-stale={isStale || undefined} data-look={look}>
        <MessageListHeader zone={timeFormat.zone} />
        <div
          ref={scrollerRef}
          id={focusTargets.messageList}
          className={classes.scroller}
          role="grid"
          aria-label={total === null ? 'Messages' : formatQuantity(total, 'message')}
          aria-rowcount={look === 'table' ? (total ?? -1) : -1}
          aria-readonly
          {...(isActiveDrawn ? { 'aria-activedescendant': rowId(placed.firstIndex + activePosition) } : {})}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          <div className={classes.space} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
            {rows.map(({ index, start, key }) => {
              const entry = placed.entries[index];
              if (entry === undefined) return null;
              const place = { top: start, height: rowHeight };
              if (entry.kind === 'day') return <DayRow key={String(key)} day={entry.day} {...place} />;
              return (
                <MessageRow
                  key={String(key)}
                  id={rowId(placed.firstIndex + index)}
                  item={entry.item}
                  continues={entry.continues}
                  {...place}
                  rowNumber={look === 'table' ? rowNumberOf(placed, index) : null}
                  isActive={index === activePosition}
                  isFocus={entry.key === focusId}
                  showsDate={look === 'table'}
                  timeFormat={timeFormat}
                  onPick={onOpen}
                  onEnter={onEnter}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
});

function rowId(index: number): string {
  return `message-row-${index}`;
}

function rowNumberOf({ topIndex, firstIndex }: PlacedWindow, position: number): number | null {
  return topIndex === null ? null : firstIndex + position - topIndex + 1;
}

function readTopRow(scroller: HTMLElement | null, placed: PlacedWindow, rowHeight: number): TopRow | null {
  if (scroller === null) return null;
  const firstTop = (placed.firstIndex - placed.origin) * rowHeight;
  const from = Math.max(0, Math.floor((scroller.scrollTop - firstTop) / rowHeight));
  const position = placed.entries.findIndex(({ kind }, index) => index >= from && kind === 'message');
  const entry = placed.entries[position];
  return entry ? { topId: entry.key, topOffset: firstTop + position * rowHeight - scroller.scrollTop } : null;
}

function scrollToEnd(scroller: HTMLElement | null): void {
  scroller?.scrollTo({ top: scroller.scrollHeight });
}
