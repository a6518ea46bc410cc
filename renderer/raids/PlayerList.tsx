import { useRef, useState } from 'react';
import { playerSortColumns, type RaidPlayer } from '../../shared/raids/types.ts';
import { focusTargets } from '../app/focus-targets.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useRemPixels } from '../messages/use-row-height.ts';
import { ListHeader } from './ListHeader.tsx';
import { playerTracks, type PlayerColumn } from './player-columns.ts';
import { PlayerRow } from './PlayerRow.tsx';
import classes from './PullList.module.css';
import type { ListMemory, PlayerOrder } from './RaidListProvider.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useListRows } from './use-list-rows.ts';
import type { RaidPlayers } from './use-raid-players.ts';

interface PlayerListProps {
  readonly players: readonly RaidPlayer[];
  readonly found: RaidPlayers;
  readonly columns: readonly PlayerColumn[];
  readonly order: PlayerOrder;
  readonly isStale: boolean;
  readonly memory: ListMemory | null;
  readonly remember: (memory: ListMemory) => void;
  readonly onSort: (order: PlayerOrder) => void;
  readonly onOpen: (player: RaidPlayer) => void;
  readonly onFilter: (player: RaidPlayer) => void;
}

const rowRem = 1.75;

/** Players on one line each; only those near the screen exist. Enter opens one, w filters by one. */
export function PlayerList(props: PlayerListProps) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const { players, found, columns, order, memory, remember } = props;
  const [activeKey, setActiveKey] = useState(memory?.activeKey ?? null);
  const rowHeight = useRemPixels(rowRem);
  const { virtualizer, headerHeight } = useListRows({
    scrollerRef,
    rows: players,
    keyOf: ({ player }) => player.id,
    heightOf: () => rowHeight,
    firstScrollTop: memory?.scrollTop ?? 0,
    loadMore: found.loadMore,
  });
  const activeIndex = activeKey === null ? -1 : players.findIndex(({ player }) => player.id === activeKey);
  const activate = (index: number) => {
    const key = players[index]?.player.id ?? null;
    setActiveKey(key);
    virtualizer.scrollToIndex(index);
    remember({ scrollTop: scrollerRef.current?.scrollTop ?? 0, activeKey: key });
  };
  const open = (player: RaidPlayer) => {
    remember({ scrollTop: scrollerRef.current?.scrollTop ?? 0, activeKey: player.player.id });
    props.onOpen(player);
  };
  const firstVisible = () => Math.ceil((scrollerRef.current?.scrollTop ?? 0) / rowHeight);
  const { onKeyDown } = useListKeys({
    ...found,
    rowCount: players.length,
    activeIndex,
    pageRows: () => Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / rowHeight) - 2),
    firstVisible,
    onActivate: activate,
  });
  const withActive = (act: (player: RaidPlayer) => void) => () => {
    const player = players[activeIndex];
    if (player) act(player);
  };
  const rows = virtualizer.getVirtualItems();
  return (
    <div
      ref={scrollerRef}
      id={focusTargets.raidList}
      className={classes.scroller}
      role="grid"
      aria-label={formatQuantity(found.total, 'player')}
      aria-rowcount={found.total + 1}
      aria-readonly
      {...(rows.some(({ index }) => index === activeIndex) ? { 'aria-activedescendant': rowId(activeIndex) } : {})}
      tabIndex={0}
      data-stale={props.isStale || undefined}
      style={{ '--list-columns': playerTracks(columns) } as React.CSSProperties} // a variable of our own is no CSS property to React's types
      onKeyDown={(event) => onKeyDown(event, { Enter: withActive(open), w: withActive(props.onFilter) })}
      onFocus={(event) => {
        const isByKey = event.target === event.currentTarget && event.target.matches(':focus-visible');
        if (isByKey && activeIndex < 0) setActiveKey(players[firstVisible()]?.player.id ?? null);
      }}
      onScroll={({ currentTarget }) => remember({ scrollTop: currentTarget.scrollTop, activeKey })}
    >
      <ListHeader
        columns={columns}
        order={order}
        after="What can be done"
        onSort={({ sort, direction }) => {
          const column = playerSortColumns.find((known) => known === sort);
          if (column !== undefined) props.onSort({ sort: column, direction });
        }}
      />
      <div role="rowgroup" className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const player = players[index];
          return (
            player && (
              <PlayerRow
                key={player.player.id}
                id={rowId(index)}
                player={player}
                raidCount={found.raidCount}
                top={start - headerHeight}
                height={rowHeight}
                columns={columns}
                rowNumber={index + 1}
                isActive={index === activeIndex}
                onOpen={open}
                onFilter={props.onFilter}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `player-row-${index}`;
}
