import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ConversationItem } from '../../shared/conversations/types.ts';
import { focusTargets } from '../app/focus-targets.ts';
import type { TimeFormat } from '../app/time-format.ts';
import { useRemPixels } from '../messages/use-row-height.ts';
import classes from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';

interface ConversationListProps {
  readonly items: readonly ConversationItem[];
  /** The query of the conversation that is open. */
  readonly openQuery: string;
  readonly label: string;
  readonly timeFormat: TimeFormat;
  readonly loadMore: () => void;
  readonly onOpen: (item: ConversationItem) => void;
}

const rowRem = 3.5;
const overscanRows = 8;
const loadAheadRows = 30;

/** Conversations by their last message. Arrow keys choose one, Enter opens it. */
export function ConversationList(props: ConversationListProps) {
  const { items, openQuery, label, timeFormat, loadMore, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRemPixels(rowRem);
  const [chosen, setChosen] = useState<string | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.query ?? index,
    overscan: overscanRows,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (items.length - last < loadAheadRows) loadMore();
  }, [items.length, last, loadMore]);
  const found = items.findIndex(({ query }) => query === (chosen ?? openQuery));
  const choose = (index: number) => {
    const clamped = Math.max(0, Math.min(items.length - 1, index));
    setChosen(items[clamped]?.query ?? null);
    virtualizer.scrollToIndex(clamped);
  };
  const open = (item: ConversationItem | undefined) => {
    if (item === undefined) return;
    setChosen(null);
    onOpen(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(found + 1),
      ArrowUp: () => choose(found - 1),
      PageDown: () => choose(found + page),
      PageUp: () => choose(found - page),
      Home: () => choose(0),
      End: () => choose(items.length - 1),
      Enter: () => open(items[found]),
      ' ': () => open(items[found]),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const rows = virtualizer.getVirtualItems();
  const isDrawn = rows.some(({ index }) => index === found);
  return (
    <div
      ref={scroller}
      id={focusTargets.conversationList}
      className={classes.scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      {...(isDrawn ? { 'aria-activedescendant': `conversation-${found}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const item = items[index];
          return (
            item && (
              <ConversationRow
                key={item.query}
                id={`conversation-${index}`}
                item={item}
                top={start}
                height={rowHeight}
                isChosen={index === found}
                isOpen={item.query === openQuery}
                timeFormat={timeFormat}
                onOpen={open}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
