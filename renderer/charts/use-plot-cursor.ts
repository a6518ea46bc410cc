import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { cursorAfterKey, type CursorRange } from './plot-cursor.ts';

interface PlotCursorOptions {
  readonly range: CursorRange;
  /** What the pointer means; null: nothing. */
  readonly under: (event: PointerEvent) => number | null;
  /** For a click, and for Enter; null: nothing stands under the cursor. */
  readonly onOpen?: (at: number | null) => void;
}

/** The place in a chart that the pointer or the keyboard is on, and the handlers of its `PlotSlider`. */
export function usePlotCursor({ range, under, onOpen }: PlotCursorOptions) {
  const [last, setCursor] = useState<number | null>(null);
  // What the chart shows may have become less meanwhile.
  const cursor = last === null ? null : Math.min(last, range.max);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = cursorAfterKey(event.key, cursor, range);
    if (to !== null) setCursor(to);
    else if (event.key === 'Enter' && onOpen !== undefined) onOpen(cursor);
    else return;
    event.preventDefault();
  };
  const handlers = {
    onPointerMove: (event: PointerEvent) => setCursor(under(event)),
    onPointerLeave: () => setCursor(null),
    onClick: () => onOpen?.(cursor),
    onKeyDown,
    onBlur: () => setCursor(null),
  };
  return { cursor, handlers };
}
