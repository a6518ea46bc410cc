import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { SqlCell, SqlResult } from '../../shared/sql/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useRowHeight } from '../messages/use-row-height.ts';
import { cellText, cellTitle, columnTemplate, isNumeric, mostColumns } from './grid-columns.ts';
import classes from './SqlGrid.module.css';

interface SqlGridProps {
  readonly result: SqlResult;
  readonly onOpenMessage: (id: string) => void;
}

/** What a statement answered, of which only the rows near the screen exist. */
export function SqlGrid({ result, onOpenMessage }: SqlGridProps) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [activeRow, setActiveRow] = useState(0);
  const rowHeight = useRowHeight();
  const columns = result.columns.slice(0, mostColumns);
  const idColumn = result.columns.indexOf('id');
  const template = useMemo(() => columnTemplate(result.columns.slice(0, mostColumns), result.rows), [result]);
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: result.rows.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollPaddingStart: rowHeight,
    paddingStart: rowHeight,
  });
  const open = (row: number) => {
    const id = result.rows[row]?.[idColumn];
    if (typeof id === 'string' || typeof id === 'number') onOpenMessage(String(id));
  };
  const activate = (row: number) => {
    const clamped = Math.max(0, Math.min(result.rows.length - 1, row));
    setActiveRow(clamped);
    virtualizer.scrollToIndex(clamped);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / rowHeight) - 2);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => activate(activeRow + 1),
      ArrowUp: () => activate(activeRow - 1),
      PageDown: () => activate(activeRow + page),
      PageUp: () => activate(activeRow - page),
      Home: () => activate(0),
      End: () => activate(result.rows.length - 1),
      Enter: () => open(activeRow),
    };
    const action = actions[event.key];
    if (action === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    action();
  };
  return (
    <>
      {columns.length < result.columns.length && (
        <p className={classes.note}>
          The first {mostColumns} of {formatQuantity(result.columns.length, 'column')}; exports have them all.
        </p>
      )}
      <div
        ref={scrollerRef}
        className={classes.scroller}
        role="grid"
        aria-label="Rows of the statement"
        aria-rowcount={result.rows.length + 1}
        aria-colcount={result.columns.length}
        aria-readonly
        aria-activedescendant={rowId(activeRow)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div
          className={classes.space}
          role="presentation"
          style={{ height: virtualizer.getTotalSize(), '--sql-columns': template } as CSSProperties} // a variable of the style sheet
        >
          <div className={classes.header} role="row" aria-rowindex={1} style={{ height: rowHeight }}>
            {columns.map((name, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns have nothing else: two may bear one name
              <span key={index} role="columnheader" className={classes.cell} title={name}>
                {name}
              </span>
            ))}
          </div>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={index}
              index={index}
              top={start}
              height={rowHeight}
              cells={result.rows[index] ?? []}
              isActive={index === activeRow}
              onPick={setActiveRow}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function rowId(index: number): string {
  return `sql-row-${index}`;
}

interface GridRowProps {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly cells: readonly SqlCell[];
  readonly isActive: boolean;
  readonly onPick: (row: number) => void;
  readonly onOpen: (row: number) => void;
}

const GridRow = memo(function GridRow({ index, top, height, cells, isActive, onPick, onOpen }: GridRowProps) {
  return (
    <div
      id={rowId(index)}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      style={{ height, transform: `translateY(${top}px)` }}
      onMouseDown={() => onPick(index)}
      onDoubleClick={() => onOpen(index)}
    >
      {cells.slice(0, mostColumns).map((cell, column) => (
        <span
          key={column} // oxlint-disable-line react/no-array-index-key -- cells keep their columns
          role="gridcell"
          className={classes.cell}
          title={cellTitle(cell)}
          data-null={cell === null || undefined}
          data-numeric={isNumeric(cell) || undefined}
        >
          {cellText(cell)}
        </span>
      ))}
    </div>
  );
});
