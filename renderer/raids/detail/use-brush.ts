import { useRef, useState, type PointerEvent } from 'react';
import type { SecondRange } from './fight-moments.ts';

interface BrushOptions {
  /** The moment at a place of the picture (CSS pixels from its left edge). */
  readonly secondAt: (x: number) => number;
  readonly onHover: (second: number | null) => void;
  readonly onClick: (second: number) => void;
  readonly onBrush: (range: SecondRange) => void;
}

/** A pointer that moves less than this between down and up clicks. */
const clickPixels = 4;

/** Pointer on the picture: it hovers, clicks, or drags a range; `dragged` is the range so far. */
export function useBrush({ secondAt, onHover, onClick, onBrush }: BrushOptions) {
  const down = useRef<{ readonly x: number; readonly second: number } | null>(null);
  const [dragged, setDragged] = useState<SecondRange | null>(null);
  const placeOf = (event: PointerEvent) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const rangeTo = (event: PointerEvent): SecondRange | null => {
    const place = placeOf(event);
    if (down.current === null || Math.abs(place - down.current.x) < clickPixels) return null;
    const [a, b] = [down.current.second, secondAt(place)];
    return { from: Math.min(a, b), to: Math.max(a, b) };
  };
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = placeOf(event);
      down.current = { x, second: secondAt(x) };
    },
    onPointerMove: (event: PointerEvent) => {
      onHover(secondAt(placeOf(event)));
      if (down.current !== null) setDragged(rangeTo(event));
    },
    onPointerUp: (event: PointerEvent) => {
      if (down.current === null) return;
      const range = rangeTo(event);
      const { second } = down.current;
      down.current = null;
      setDragged(null);
      if (range === null) onClick(second);
      else onBrush(range);
    },
    onPointerCancel: () => {
      down.current = null;
      setDragged(null);
    },
    onPointerLeave: () => onHover(null),
  };
  return { handlers, dragged };
}
