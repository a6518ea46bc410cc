import type { Virtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { focusTargets } from '../app/focus-targets.ts';
import { formatQuantity } from '../app/number-format.ts';
import type { TimeFormat } from '../app/time-format.ts';
import { useRemPixels } from '../messages/use-row-height.ts';
import { BossRow } from './BossRow.tsx';
import groups from './GroupRows.module.css';
import { NightCells, NightRow } from './NightRow.tsx';
import { pullTracks, type PullColumn } from './pull-columns.ts';
import type { NightEntry, PullListEntry } from './pull-entries.ts';
import classes from './PullList.module.css';
import { ListHeader } from './ListHeader.tsx';
import { PullRow } from './PullRow.tsx';
import type { ListMemory, PullOrder } from './RaidListProvider.tsx';
import { useListRows } from './use-list-rows.ts';
import type { NightClock } from './use-night-clock.ts';
import { usePullKeys } from './use-pull-keys.ts';
import type { Pulls } from './use-pulls.ts';

interface PullListProps {
  readonly entries: readonly PullListEntry[];
  readonly pulls: Pulls;
  readonly total: number;
  readonly columns: readonly PullColumn[];
  readonly order: PullOrder;
  readonly clock: NightClock;
  readonly timeFormat: TimeFormat;
  readonly chosen: readonly string[];
  /** Where it stood when it was left; null: it begins at its top. */
  readonly memory: ListMemory | null;
  readonly remember: (memory: ListMemory) => void;
  readonly onSort: (order: PullOrder) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onStar: (entry: PullListEntry) => void;
  readonly onCompare: () => void;
}

const rowRems = { night: 2.375, boss: 2, pull: 1.75 } as const;

/** Pulls on one line each, by nights and bosses or in the order of a column; only those near the screen exist. */
export function PullList(props: PullListProps) {
  const { entries, pulls, columns, order, clock, timeFormat, chosen, memory, remember } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const isByNight = order.sort === 'night';
  const [activeKey, setActiveKey] = useState(memory?.activeKey ?? null);
  const heights = useRowHeights();
  const { virtualizer, headerHeight } = useListRows({
    scrollerRef,
    rows: entries,
    keyOf: ({ key }) => key,
    heightOf: ({ kind }) => heights[kind],
    pinnedHeight: isByNight ? heights.night : 0,
    firstScrollTop: memory?.scrollTop ?? 0,
    loadMore: pulls.loadMore,
  });
  const activeIndex = activeKey === null ? -1 : entries.findIndex(({ key }) => key === activeKey);
  const activate = (index: number) => {
    const key = entries[index]?.key ?? null;
    setActiveKey(key);
    if (index === 0) scrollerRef.current?.scrollTo({ top: 0 });
    else virtualizer.scrollToIndex(index);
    remember({ scrollTop: scrollerRef.current?.scrollTop ?? 0, activeKey: key });
  };
  const open = (id: string) => {
    setActiveKey(id);
    remember({ scrollTop: scrollerRef.current?.scrollTop ?? 0, activeKey: id });
    props.onOpen(id);
  };
  const toggle = (key: string) => {
    setActiveKey(key);
    props.onToggle(key);
  };
  const firstVisible = () => topIndexOf(virtualizer, headerHeight);
  const onKeyDown = usePullKeys({
    ...props,
    ...pulls,
    activeIndex,
    pageRows: () => Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / heights.pull) - 2),
    firstVisible,
    onActivate: activate,
    onToggle: toggle,
    onOpen: open,
  });
  const rows = virtualizer.getVirtualItems();
  const isActiveDrawn = rows.some(({ index }) => index === activeIndex);
  const pinned = isByNight ? findPinned(entries, virtualizer, headerHeight) : null;
  return (
    <div
      ref={scrollerRef}
      id={focusTargets.raidList}
      className={classes.scroller}
      role="treegrid"
      aria-label={formatQuantity(props.total, 'pull')}
      aria-rowcount={isByNight ? -1 : props.total + 1}
      aria-multiselectable
      aria-readonly
      {...(isActiveDrawn ? { 'aria-activedescendant': rowId(activeIndex) } : {})}
      tabIndex={0}
      data-by-night={isByNight || undefined}
      style={{ '--list-columns': pullTracks(columns) } as React.CSSProperties} // a variable of our own is no CSS property to React's types
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const isByKey = event.target === event.currentTarget && event.target.matches(':focus-visible');
        if (isByKey && activeIndex < 0 && entries.length > 0) setActiveKey(entries[firstVisible()]?.key ?? null);
      }}
      onMouseDown={(event) => {
        // The list keeps the focus for its keys: boxes and stars in its rows are for the pointer.
        const isControl =
          event.target instanceof Element && event.target.closest('input, [data-raid-id] button') !== null;
        if (!isControl) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      }}
      onScroll={({ currentTarget }) => remember({ scrollTop: currentTarget.scrollTop, activeKey })}
    >
      <ListHeader columns={columns} order={order} before="To be compared" after="Kept by you" onSort={props.onSort} />
      {pinned !== null && (
        <PinnedNight entry={pinned} clock={clock} timeFormat={timeFormat} height={heights.night} onToggle={toggle} />
      )}
      <div role="rowgroup" className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const top = start - headerHeight;
          const shared = {
            id: rowId(index),
            isActive: index === activeIndex,
            place: { transform: `translateY(${top}px)`, height: heights[entry.kind] },
            onToggle: toggle,
          };
          if (entry.kind === 'night') {
            return <NightRow key={entry.key} {...shared} entry={entry} clock={clock} timeFormat={timeFormat} />;
          }
          if (entry.kind === 'boss') return <BossRow key={entry.key} {...shared} entry={entry} />;
          return (
            <PullRow
              key={entry.key}
              id={shared.id}
              raid={entry.raid}
              top={top}
              height={heights.pull}
              columns={columns}
              isByNight={isByNight}
              isActive={shared.isActive}
              isChosen={chosen.includes(entry.key)}
              timeFormat={timeFormat}
              onOpen={open}
              onChoose={props.onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Of rows, in pixels. */
function useRowHeights() {
  return {
    night: useRemPixels(rowRems.night),
    boss: useRemPixels(rowRems.boss),
    pull: useRemPixels(rowRems.pull),
  };
}

type PullVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** The first row below the header. */
function topIndexOf(virtualizer: PullVirtualizer, headerHeight: number): number {
  return virtualizer.getVirtualItemForOffset((virtualizer.scrollOffset ?? 0) + headerHeight + 1)?.index ?? 0;
}

/** The night whose pulls are at the top while its own row is out of view. */
function findPinned(
  entries: readonly PullListEntry[],
  virtualizer: PullVirtualizer,
  headerHeight: number,
): NightEntry | null {
  if ((virtualizer.scrollOffset ?? 0) <= 0 || entries.length === 0) return null;
  const top = topIndexOf(virtualizer, headerHeight);
  const night = entries.slice(0, top + 1).findLast(({ kind }) => kind === 'night');
  return night?.kind === 'night' ? night : null;
}

interface PinnedNightProps {
  readonly entry: NightEntry;
  readonly clock: NightClock;
  readonly timeFormat: TimeFormat;
  readonly height: number;
  readonly onToggle: (key: string) => void;
}

/** For the eye alone: the row itself is in the list. */
function PinnedNight({ entry, clock, timeFormat, height, onToggle }: PinnedNightProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the row that it stands for has the keys
    <div className={groups.pinned} aria-hidden onClick={() => onToggle(entry.key)}>
      <div className={groups.night} style={{ height }}>
        <NightCells entry={entry} clock={clock} timeFormat={timeFormat} />
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `pull-row-${index}`;
}
