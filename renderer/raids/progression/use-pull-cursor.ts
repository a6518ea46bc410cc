import { useEffect, useEffectEvent, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { cursorAfterKey } from '../../charts/plot-cursor.ts';
import { rangeBetween, type PullRange } from './pull-course.ts';

interface PullCursorOptions {
  readonly count: number;
  /** The pull that the pointer means, by its number. */
  readonly pullUnder: (event: PointerEvent) => number | null;
  /** The number on the axis under the pointer: ends of a range do not depend on how high the pointer is. */
  readonly numberUnder: (event: PointerEvent) => number;
  readonly range: PullRange | null;
  readonly onRange: (range: PullRange | null) => void;
  readonly onOpen: (number: number) => void;
}

interface Press {
  readonly x: number;
  readonly from: number;
  /** Null until the pointer has moved far enough to mean a range. */
  readonly to: number | null;
}

/** A hand that clicks moves less than this, in pixels. */
const clickSlack = 4;

/** Which pull the pointer or the keyboard is on, and the range that is dragged or chosen with Shift. */
export function usePullCursor({ count, pullUnder, numberUnder, range, onRange, onOpen }: PullCursorOptions) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [press, setPress] = useState<Press | null>(null);
  /** Where a range that the keyboard chooses began. */
  const [anchor, setAnchor] = useState<number | null>(null);
  useEscape(press !== null, () => setPress(null));
  const dragged = press === null || press.to === null ? null : rangeBetween(press.from, press.to);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPress({ x: event.clientX, from: numberUnder(event), to: null });
  };
  const onPointerMove = (event: PointerEvent) => {
    setCursor(pullUnder(event));
    if (press === null) return;
    const isDrag = press.to !== null || Math.abs(event.clientX - press.x) > clickSlack;
    if (isDrag) setPress({ ...press, to: numberUnder(event) });
  };
  const onPointerUp = (event: PointerEvent) => {
    if (press === null) return;
    setPress(null);
    const clicked = pullUnder(event);
    if (dragged !== null) onRange(dragged);
    else if (clicked !== null) onOpen(clicked);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && cursor !== null) onOpen(cursor);
    else if (event.key === 'Escape' && range !== null) onRange(null);
    else {
      const to = cursorAfterKey(event.key, cursor, { min: 1, max: count, step: 1, page: 10 });
      if (to === null) return;
      setCursor(to);
      const from = event.shiftKey ? (anchor ?? cursor ?? to) : null;
      setAnchor(from);
      if (from !== null) onRange(rangeBetween(from, to));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: () => setPress(null),
    onPointerLeave: () => setCursor(null),
    onKeyDown,
    onBlur: () => setCursor(null),
  };
  return { cursor, range: dragged ?? range, isDragging: dragged !== null, handlers };
}

/** Escape gives up a drag, before anything else hears of it. */
function useEscape(isActive: boolean, onEscape: () => void): void {
  const giveUp = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const listener = (event: globalThis.KeyboardEvent) => giveUp(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [isActive]);
}
