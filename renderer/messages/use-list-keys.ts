import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useAnnotationKeys } from '../annotations/use-annotation-keys.ts';
import type { PlacedWindow } from './placed-window.ts';

interface ListKeysOptions {
  readonly placed: PlacedWindow;
  readonly rowHeight: number;
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  /** Position in `placed.items`; -1 when no message is active, or the active one is not loaded. */
  readonly activePosition: number;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onJump: (edge: 'newest' | 'oldest') => void;
  readonly onDismiss: () => void;
}

type Edge = 'newest' | 'oldest';

/** Keyboard use of the list: arrows, PageUp and PageDown move, Home and End go to the ends, Enter opens. */
export function useListKeys(options: ListKeysOptions) {
  const { placed, rowHeight, scrollerRef, activePosition, onActivate, onOpen, onJump, onDismiss } = options;
  const activate = (position: number) => {
    const clamped = Math.max(0, Math.min(placed.items.length - 1, position));
    const item = placed.items[clamped];
    const scroller = scrollerRef.current;
    if (item === undefined || scroller === null) return;
    onActivate(item.id);
    scrollIntoView(scroller, (placed.firstIndex - placed.origin + clamped) * rowHeight, rowHeight);
  };
  const firstVisible = () => {
    const top = scrollerRef.current?.scrollTop ?? 0;
    return Math.ceil(top / rowHeight) - (placed.firstIndex - placed.origin);
  };
  const move = (rows: number) => activate(activePosition < 0 ? firstVisible() : activePosition + rows);
  const activateEdge = (edge: Edge) => activate(edge === 'newest' ? 0 : placed.items.length - 1);
  const awaitEdge = useAwaitedEdge(placed, activateEdge);
  const goToEdge = (edge: Edge) => {
    if (isEdgeLoaded(placed, edge)) return activateEdge(edge);
    awaitEdge(edge);
    onJump(edge);
  };

  const annotationKeys = useAnnotationKeys(placed.items[activePosition], onOpen);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / rowHeight) - 1);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      PageDown: () => move(page),
      PageUp: () => move(-page),
      Home: () => goToEdge('newest'),
      End: () => goToEdge('oldest'),
      Escape: onDismiss,
      Enter: () => openActive(),
      ' ': () => openActive(),
      ...annotationKeys,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const openActive = () => {
    const item = placed.items[activePosition];
    if (item) onOpen(item.id);
  };
  const onFocus = () => {
    if (activePosition < 0 && scrollerRef.current?.matches(':focus-visible')) activate(firstVisible());
  };
  return { onKeyDown, onFocus };
}

function isEdgeLoaded(placed: PlacedWindow, edge: Edge): boolean {
  return edge === 'newest' ? !placed.hasNewer : !placed.hasOlder;
}

/** Finishes a way to an end of the list that has to be loaded first; answers the function that begins it. */
function useAwaitedEdge(placed: PlacedWindow, onArrived: (edge: Edge) => void): (edge: Edge) => void {
  const awaited = useRef<Edge | null>(null);
  useLayoutEffect(() => {
    const edge = awaited.current;
    if (edge === null || !isEdgeLoaded(placed, edge)) return;
    awaited.current = null;
    onArrived(edge);
  });
  return (edge) => {
    awaited.current = edge;
  };
}

function scrollIntoView(scroller: HTMLElement, top: number, height: number): void {
  const bottom = top + height;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
