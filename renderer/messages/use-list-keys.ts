import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useAnnotationKeys } from '../annotations/use-annotation-keys.ts';
import type { PlacedWindow } from './placed-window.ts';

/** An end of the list, in the order that it shows. */
export type ListEdge = 'first' | 'last';

interface ListKeysOptions {
  readonly placed: PlacedWindow;
  readonly rowHeight: number;
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  /** Position in `placed.entries`; -1 when no message is active, or the active one is not loaded. */
  readonly activePosition: number;
  readonly onActivate: (id: string) => void;
  /** Shows the message beside the list. */
  readonly onOpen: (id: string) => void;
  /** Goes to the message in its conversation. */
  readonly onEnter: (id: string) => void;
  readonly onJump: (edge: ListEdge) => void;
  readonly onDismiss: () => void;
}

/**
 * Keyboard use of the list: arrows (or j and k), PageUp and PageDown move, Home and End go to the ends, Space shows the
 * message, Enter its conversation.
 */
export function useListKeys(options: ListKeysOptions) {
  const { placed, rowHeight, scrollerRef, activePosition, onActivate, onOpen, onEnter, onJump, onDismiss } = options;
  const activate = (position: number, towards: 1 | -1) => {
    const found = findMessage(placed, position, towards);
    const entry = placed.entries[found];
    const scroller = scrollerRef.current;
    if (entry === undefined || scroller === null) return;
    onActivate(entry.key);
    scrollIntoView(scroller, (placed.firstIndex - placed.origin + found) * rowHeight, rowHeight);
  };
  const firstVisible = () => {
    const top = scrollerRef.current?.scrollTop ?? 0;
    return Math.ceil(top / rowHeight) - (placed.firstIndex - placed.origin);
  };
  const move = (rows: number) =>
    activePosition < 0 ? activate(firstVisible(), 1) : activate(activePosition + rows, rows < 0 ? -1 : 1);
  const activateEdge = (edge: ListEdge) =>
    edge === 'first' ? activate(0, 1) : activate(placed.entries.length - 1, -1);
  const awaitEdge = useAwaitedEdge(placed, activateEdge);
  const goToEdge = (edge: ListEdge) => {
    if (isEdgeLoaded(placed, edge)) return activateEdge(edge);
    awaitEdge(edge);
    onJump(edge);
  };
  const active = placed.entries[activePosition];
  const withActive = (act: (id: string) => void) => () => {
    if (active) act(active.key);
  };
  const annotationKeys = useAnnotationKeys(active?.kind === 'message' ? active.item : undefined, onOpen);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / rowHeight) - 1);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      j: () => move(1),
      ArrowUp: () => move(-1),
      k: () => move(-1),
      PageDown: () => move(page),
      PageUp: () => move(-page),
      Home: () => goToEdge('first'),
      End: () => goToEdge('last'),
      Escape: onDismiss,
      Enter: withActive(onEnter),
      ' ': withActive(onOpen),
      ...annotationKeys,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const onFocus = () => {
    if (activePosition < 0 && scrollerRef.current?.matches(':focus-visible')) activate(firstVisible(), 1);
  };
  return { onKeyDown, onFocus };
}

/** The nearest row with a message, first in one direction and then in the other; -1 if there is none. */
function findMessage({ entries }: PlacedWindow, position: number, towards: 1 | -1): number {
  const from = Math.max(0, Math.min(entries.length - 1, position));
  for (let found = from; found >= 0 && found < entries.length; found += towards) {
    if (entries[found]?.kind === 'message') return found;
  }
  for (let found = from; found >= 0 && found < entries.length; found -= towards) {
    if (entries[found]?.kind === 'message') return found;
  }
  return -1;
}

function isEdgeLoaded(placed: PlacedWindow, edge: ListEdge): boolean {
  return edge === 'first' ? !placed.hasAbove : !placed.hasBelow;
}

/** Finishes a way to an end of the list that has to be loaded first; answers the function that begins it. */
function useAwaitedEdge(placed: PlacedWindow, onArrived: (edge: ListEdge) => void): (edge: ListEdge) => void {
  const awaited = useRef<ListEdge | null>(null);
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
