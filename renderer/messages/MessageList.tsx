import { memo, useRef } from 'react';
import type { TimeFormat } from '../app/time-format.ts';
import { focusTargets } from '../app/focus-targets.ts';
import { formatQuantity } from '../app/number-format.ts';
import classes from './MessageList.module.css';
import { MessageListHeader } from './MessageListHeader.tsx';
import { MessageRow } from './MessageRow.tsx';
import type { PlacedWindow } from './placed-window.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListScroll } from './use-list-scroll.ts';
import { useRowHeight } from './use-row-height.ts';

export interface MessageListProps {
  readonly placed: PlacedWindow;
  /** Exact number of hits; null until it is known. */
  readonly total: number | null;
  readonly activeId: string | null;
  readonly timeFormat: TimeFormat;
  readonly isStale: boolean;
  readonly loadNewer: () => void;
  readonly loadOlder: () => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onJump: (edge: 'newest' | 'oldest') => void;
  /** Esc was pressed. */
  readonly onDismiss: () => void;
  readonly onFirstVisible: (position: number) => void;
}

/** The hits as a grid of one-line rows, of which only those near the screen exist. */
export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { placed, total, activeId, timeFormat, isStale, onOpen } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const virtualizer = useListScroll({ ...props, rowHeight, scrollerRef });
  const rows = virtualizer.getVirtualItems();
  const activePosition = activeId === null ? -1 : placed.items.findIndex(({ id }) => id === activeId);
  const isActiveDrawn = rows.some(({ index }) => index === activePosition);
  const { onKeyDown, onFocus } = useListKeys({ ...props, activePosition, rowHeight, scrollerRef });

  return (
    <div className={classes.frame}>
      <div className={classes.columns} data-stale={isStale || undefined}>
        <MessageListHeader zone={timeFormat.zone} />
        <div
          ref={scrollerRef}
          id={focusTargets.messageList}
          className={classes.scroller}
          role="grid"
          aria-label={total === null ? 'Messages' : formatQuantity(total, 'message')}
          aria-rowcount={total ?? -1}
          aria-readonly
          {...(isActiveDrawn ? { 'aria-activedescendant': rowId(placed.firstIndex + activePosition) } : {})}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          <div className={classes.space} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
            {rows.map(({ index, start, key }) => {
              const item = placed.items[index];
              if (item === undefined) return null;
              return (
                <MessageRow
                  key={String(key)}
                  id={rowId(placed.firstIndex + index)}
                  item={item}
                  top={start}
                  height={rowHeight}
                  rowNumber={placed.topIndex === null ? null : placed.firstIndex + index - placed.topIndex + 1}
                  isActive={index === activePosition}
                  timeFormat={timeFormat}
                  onPick={onOpen}
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
