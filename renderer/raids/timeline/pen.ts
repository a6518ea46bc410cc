/**
 * What the picture is drawn with. The same strokes make the canvas on screen, its PNG and its SVG; lengths are CSS pixels,
 * colours are resolved.
 */
export interface Pen {
  fill(x: number, y: number, width: number, height: number, color: string, opacity?: number): void;
  frame(x: number, y: number, width: number, height: number, color: string, lineWidth?: number): void;
  line(x1: number, y1: number, x2: number, y2: number, color: string, isDashed?: boolean): void;
  /** A closed shape of straight lines. */
  shape(points: readonly (readonly [x: number, y: number])[], color: string): void;
  /** Cut with an ellipsis to `mostWidth`; `y` is the foot of the letters. */
  text(text: string, x: number, y: number, options: TextOptions): void;
}

export interface TextOptions {
  readonly color: string;
  readonly size: number;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly mostWidth?: number;
}

const measured = new Map<string, string>();
let measuringContext: CanvasRenderingContext2D | null = null;

/** The text itself, or as much of its beginning as fits with an ellipsis; empty where nothing does. */
export function fitText(text: string, font: string, mostWidth: number): string {
  const key = `${font}|${Math.round(mostWidth)}|${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const context = (measuringContext ??= document.createElement('canvas').getContext('2d'));
  if (context === null) return text;
  context.font = font;
  const fits = (part: string) => context.measureText(part).width <= mostWidth;
  let fitted = text;
  if (!fits(text)) {
    const letters = Array.from(text);
    let low = 0;
    let high = letters.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fits(`${letters.slice(0, middle).join('')}…`)) low = middle;
      else high = middle - 1;
    }
    fitted = low === 0 ? '' : `${letters.slice(0, low).join('')}…`;
  }
  if (measured.size > 2000) measured.clear();
  measured.set(key, fitted);
  return fitted;
}

export function fontOf({ size, isBold = false }: TextOptions, family: string): string {
  return `${isBold ? 600 : 400} ${size}px ${family}`;
}
