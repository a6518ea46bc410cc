import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { useRemPixels } from '../messages/use-row-height.ts';

interface ListRowsOptions<Row> {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  /** Those that are loaded. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** In pixels. */
  readonly heightOf: (row: Row) => number;
  /** What stays below the header while rows pass, in pixels. */
  readonly pinnedHeight?: number;
  readonly firstScrollTop: number;
  readonly loadMore: () => void;
}

const headerRem = 1.875;
const overscanRows = 12;
const loadAheadRows = 80;

/** The rows of a list of raids or players that are near the screen; more are loaded before the last is. */
export function useListRows<Row>(options: ListRowsOptions<Row>) {
  const { scrollerRef, rows, keyOf, heightOf, pinnedHeight = 0, firstScrollTop, loadMore } = options;
  const headerHeight = useRemPixels(headerRem);
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : heightOf(row);
    },
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: overscanRows,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight + pinnedHeight,
    initialOffset: firstScrollTop,
  });
  // Heights are remembered for each place: other rows there, or text of another size, make them wrong.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, headerHeight, rows]);
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (rows.length - last < loadAheadRows) loadMore();
  }, [rows.length, last, loadMore]);
  return { virtualizer, headerHeight };
}
