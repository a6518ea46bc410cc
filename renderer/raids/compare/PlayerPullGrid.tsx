import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import type { PlayerPull } from '../../../shared/raids/progress-types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { useRowHeight } from '../../messages/use-row-height.ts';
import { mostCompared } from '../RaidListProvider.tsx';
import { useHiddenColumns } from '../use-hidden-columns.ts';
import { useListKeys } from '../use-list-keys.ts';
import type { Measure, OwnYardstick } from './player-course.ts';
import { playerGridSizes, playerPullColumns, playerPullTable } from './player-columns.ts';
import { PlayerPullRow } from './PlayerPullRow.tsx';
import classes from './PlayerPulls.module.css';

interface PlayerPullGridProps {
  /** Those that are loaded, newest first. */
  readonly items: readonly PlayerPull[];
  readonly total: number;
  readonly yardsticks: Readonly<Record<Measure, OwnYardstick>>;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly chosen: readonly string[];
  readonly onChoose: (raidIds: readonly string[]) => void;
  readonly onOpen: (raidId: string) => void;
  readonly onCompare: () => void;
}

const loadAheadRows = 60;

/** All pulls of the player, newest first; only the rows near the screen exist. */
export function PlayerPullGrid(props: PlayerPullGridProps) {
  const { items, total, yardsticks, hasMore, loadMore, chosen, onChoose, onOpen, onCompare } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const timeFormat = useTimeFormat();
  const { hidden } = useHiddenColumns(playerPullTable);
  const columns = playerPullColumns.filter(({ name }) => !hidden.has(name));
  const sizes = playerGridSizes(columns);
  const rowHeight = useRowHeight();
  const [active, setActive] = useState(0);
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (items.length - last < loadAheadRows) loadMore();
  }, [items.length, last, loadMore]);

  const toggle = (raidId: string) => {
    if (chosen.includes(raidId)) onChoose(chosen.filter((other) => other !== raidId));
    else if (chosen.length < mostCompared) onChoose([...chosen, raidId]);
  };
  const { onKeyDown } = useListKeys({
    rowCount: items.length,
    activeIndex: active,
    pageRows: () => Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / rowHeight) - 2),
    hasMore,
    loadMore,
    firstVisible: () => 0,
    onActivate: (index) => {
      setActive(index);
      virtualizer.scrollToIndex(index);
    },
  });
  const raidId = items[active]?.raid.id;
  const rows = virtualizer.getVirtualItems();
  return (
    <div
      ref={scrollerRef}
      className={classes.scroller}
      role="grid"
      aria-label={formatQuantity(total, 'pull')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-readonly
      {...(rows.some(({ index }) => index === active) ? { 'aria-activedescendant': rowId(active) } : {})}
      tabIndex={0}
      style={{ '--player-columns': sizes.template } as CSSProperties} // a variable of the style sheet
      onKeyDown={(event) =>
        onKeyDown(event, {
          Enter: () => raidId !== undefined && onOpen(raidId),
          ' ': () => raidId !== undefined && toggle(raidId),
          c: onCompare,
        })
      }
    >
      <div
        className={classes.space}
        role="presentation"
        style={{ height: virtualizer.getTotalSize(), minWidth: sizes.minWidth }}
      >
        <div className={classes.header} role="row" aria-rowindex={1} style={{ height: rowHeight }}>
          <span role="columnheader" aria-label="Chosen" />
          {columns.map(({ name, label, explanation, isNumber }) => (
            <span
              key={name}
              role="columnheader"
              className={classes.cell}
              title={explanation}
              data-number={isNumber || undefined}
            >
              {label}
            </span>
          ))}
        </div>
        {rows.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <PlayerPullRow
              key={item.raid.id}
              id={rowId(index)}
              rowIndex={index + 2}
              item={item}
              columns={columns}
              yardsticks={yardsticks}
              timeFormat={timeFormat}
              top={start}
              height={rowHeight}
              isActive={index === active}
              isChosen={chosen.includes(item.raid.id)}
              onPick={() => setActive(index)}
              onOpen={onOpen}
              onToggle={toggle}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `player-pull-row-${index}`;
}
