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
