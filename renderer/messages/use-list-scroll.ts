import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { PlacedWindow } from './placed-window.ts';

/** Rows drawn beyond either edge of what can be seen. */
const overscanRows = 20;
/** More is loaded when fewer rows than this are left: over a screenful of flinging, at the speed pages come in. */
const loadAheadRows = 250;

interface ListScrollOptions {
  readonly placed: PlacedWindow;
  readonly rowHeight: number;
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly loadNewer: () => void;
  readonly loadOlder: () => void;
  /** Position in `placed.items` of the first row in view, whenever it changes. */
  readonly onFirstVisible: (position: number) => void;
}

export type ListVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/**
 * The virtualiser over a placed window. The rows above the window are padding, so a page that is added or dropped there
 * changes the padding by exactly its height and no row on screen moves.
 */
export function useListScroll(options: ListScrollOptions): ListVirtualizer {
  const { placed, rowHeight, scrollerRef, loadNewer, loadOlder, onFirstVisible } = options;
  const paddingStart = (placed.firstIndex - placed.origin) * rowHeight;
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: placed.items.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (position) => placed.items[position]?.id ?? position,
    overscan: overscanRows,
    paddingStart,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useScrollPosition(placed, rowHeight, scrollerRef);

  const range = virtualizer.range;
  const first = range?.startIndex ?? 0;
  const last = range?.endIndex ?? 0;
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    // Nothing is drawn above the window: scrolling faster than pages load stops at its edge instead.
    if (scroller && placed.hasNewer && scroller.scrollTop < paddingStart) scroller.scrollTop = paddingStart;
    if (placed.hasOlder && placed.items.length - last < loadAheadRows) loadOlder();
    else if (placed.hasNewer && first < loadAheadRows) loadNewer();
    onFirstVisible(first);
  });
  return virtualizer;
}

/** Puts a new window's first message on top, and makes up for a moved origin before anything is painted. */
function useScrollPosition(placed: PlacedWindow, rowHeight: number, scrollerRef: RefObject<HTMLDivElement | null>) {
  const before = useRef<{ readonly key: string; readonly origin: number; readonly rowHeight: number } | null>(null);
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const known = before.current;
    before.current = { key: placed.key, origin: placed.origin, rowHeight };
    if (known?.key !== placed.key) scroller.scrollTop = -placed.origin * rowHeight;
    else if (known.rowHeight !== rowHeight) scroller.scrollTop = (scroller.scrollTop / known.rowHeight) * rowHeight;
    else if (known.origin !== placed.origin) scroller.scrollTop += (known.origin - placed.origin) * rowHeight;
  }, [placed.key, placed.origin, rowHeight, scrollerRef]);
}
