import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { PlacedWindow } from './placed-window.ts';

/** Rows drawn beyond either edge of what can be seen. */
const overscanRows = 20;
/** More is loaded when fewer rows than this are left: over a screenful of flinging, at the speed pages come in. */
const loadAheadRows = 250;

export interface ListScrollOptions {
  readonly placed: PlacedWindow;
  readonly rowHeight: number;
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly loadAbove: () => void;
  readonly loadBelow: () => void;
  /** Positions in `placed.entries` of the first and the last row in view, after each move. */
  readonly onVisible: (first: number, last: number) => void;
  /** True if the list stays at its end when rows are added there. */
  readonly followsEnd: boolean;
  /** Whether the last row of all is in view, whenever that changes. */
  readonly onAtEnd: (isAtEnd: boolean) => void;
  /** The list follows its end, which went too far away to be loaded from here. */
  readonly onEndMoved: () => void;
}

export type ListVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/**
 * The virtualiser over a placed window. The rows above the window are padding, so a page that is added or dropped there
 * changes the padding by exactly its height and no row on screen moves.
 */
export function useListScroll(options: ListScrollOptions): ListVirtualizer {
  const { placed, rowHeight, scrollerRef, loadAbove, loadBelow, onVisible } = options;
  const paddingStart = (placed.firstIndex - placed.origin) * rowHeight;
  // oxlint-disable-next-line react/incompatible-library -- only the React Compiler, which is not used, minds it
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: placed.entries.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (position) => placed.entries[position]?.key ?? position,
    overscan: overscanRows,
    paddingStart,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useScrollPosition(placed, rowHeight, scrollerRef);
  useEndOfList(options);

  const range = virtualizer.range;
  const first = range?.startIndex ?? 0;
  const last = range?.endIndex ?? 0;
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    // Nothing is drawn above the window: scrolling faster than pages load stops at its edge instead.
    if (scroller && placed.hasAbove && scroller.scrollTop < paddingStart) scroller.scrollTop = paddingStart;
    if (placed.hasBelow && placed.entries.length - last < loadAheadRows) loadBelow();
    else if (placed.hasAbove && first < loadAheadRows) loadAbove();
    onVisible(first, last);
  });
  return virtualizer;
}

/** Puts a new window's first view where it belongs, and makes up for a moved origin before anything is painted. */
function useScrollPosition(placed: PlacedWindow, rowHeight: number, scrollerRef: RefObject<HTMLDivElement | null>) {
  const before = useRef<{ readonly key: string; readonly origin: number; readonly rowHeight: number } | null>(null);
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const known = before.current;
    before.current = { key: placed.key, origin: placed.origin, rowHeight };
    if (known?.key !== placed.key) scroller.scrollTop = firstScrollTop(placed, rowHeight, scroller.clientHeight);
    else if (known.rowHeight !== rowHeight) scroller.scrollTop = (scroller.scrollTop / known.rowHeight) * rowHeight;
    else if (known.origin !== placed.origin) scroller.scrollTop += (known.origin - placed.origin) * rowHeight;
  }, [placed, rowHeight, scrollerRef]);
}

function firstScrollTop({ start, origin }: PlacedWindow, rowHeight: number, viewHeight: number): number {
  const top = (start.index - origin) * rowHeight;
  if (start.align === 'top') return top - start.offset;
  const room = viewHeight - rowHeight;
  return Math.round(start.align === 'middle' ? top - room / 2 : top - room);
}

/** Tells when the end of the list comes into view or goes out of it, and stays there while it is. */
function useEndOfList(options: ListScrollOptions) {
  const { placed, rowHeight, scrollerRef, followsEnd, onAtEnd, onEndMoved } = options;
  const end = useRef({ key: placed.key, isInView: false });
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null || !followsEnd || !end.current.isInView || end.current.key !== placed.key) return;
    if (placed.hasBelow) onEndMoved();
    else scroller.scrollTop = scroller.scrollHeight;
  }, [placed, followsEnd, scrollerRef, onEndMoved]);

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return undefined;
    const { key, hasBelow } = placed;
    const look = () => {
      const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      end.current = { key, isInView: !hasBelow && below < rowHeight / 2 };
      onAtEnd(end.current.isInView);
    };
    const onResize = () => {
      if (followsEnd && end.current.isInView) scroller.scrollTop = scroller.scrollHeight;
      look();
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(onResize);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [placed, rowHeight, scrollerRef, followsEnd, onAtEnd]);
}
