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

/** A label at the end of a line, from `x` on, with its middle at `y`. */
interface EndLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

interface LabelRoom {
  /** Of a label. */
  readonly height: number;
  /** Nothing may stand lower. */
  readonly bottom: number;
  /** Middles of marks that stay where they are. */
  readonly marks: readonly { readonly x: number; readonly y: number }[];
}

/** Moves labels down, or where there is no room below, up, until none covers another or a mark. */
export function dodgeLabels<Label extends EndLabel>(
  labels: readonly Label[],
  { height, bottom, marks }: LabelRoom,
): readonly Label[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - height / 2, right: x + height / 2, y }));
  const isFree = ({ x, width }: Label, y: number) =>
    taken.every((box) => box.left >= x + width || box.right <= x || Math.abs(box.y - y) >= height - 1e-6);
  return labels
    .toSorted((one, other) => one.y - other.y)
    .map((label) => {
      let { y } = label;
      while (y <= bottom && !isFree(label, y)) y += height / 4;
      if (y > bottom) {
        ({ y } = label);
        while (!isFree(label, y)) y -= height / 4;
      }
      taken.push({ left: label.x, right: label.x + label.width, y });
      return { ...label, y };
    });
}
