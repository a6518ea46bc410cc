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

/** A label at the end of a line. */
interface EndLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** Moves labels down, or at the bottom up, until none covers another; `width` and `height` are those of one label. */
export function dodgeLabels<Label extends EndLabel>(
  labels: readonly Label[],
  { width, height, bottom }: { readonly width: number; readonly height: number; readonly bottom: number },
): readonly Label[] {
  const placed: Label[] = [];
  const isFree = (x: number, y: number) =>
    placed.every((other) => Math.abs(other.x - x) >= width || Math.abs(other.y - y) >= height);
  for (const label of labels.toSorted((one, other) => one.y - other.y)) {
    let y = label.y;
    while (y <= bottom && !isFree(label.x, y)) y += height / 2;
    if (y > bottom) {
      y = label.y;
      while (!isFree(label.x, y)) y -= height / 2;
    }
    placed.push({ ...label, y });
  }
  return placed;
}
