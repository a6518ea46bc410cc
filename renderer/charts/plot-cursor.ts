/** What a cursor in a chart can stand on. */
export interface CursorRange {
  readonly min: number;
  readonly max: number;
  /** How far an arrow key goes, and how far Page Up and Page Down. */
  readonly step: number;
  readonly page: number;
}

/** Where a key leads from here; null for a key that does not move. Without a place yet, every key leads to an end. */
export function cursorAfterKey(key: string, from: number | null, { min, max, step, page }: CursorRange): number | null {
  const clamp = (value: number) => Math.max(min, Math.min(max, value));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return from === null ? min : clamp(from + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return from === null ? max : clamp(from - step);
    case 'PageUp':
      return from === null ? min : clamp(from + page);
    case 'PageDown':
      return from === null ? max : clamp(from - page);
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}
