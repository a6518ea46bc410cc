import { circlesPath } from './chart-places.ts';

interface StepPoint {
  /** CSS pixels of the chart. */
  readonly x: number;
  readonly y: number;
}

interface StepLineProps {
  /** From left to right. */
  readonly points: readonly StepPoint[];
  /** A CSS colour: `var(--wipe)`. */
  readonly color: string;
  /** Up to where the last value holds. */
  readonly endX?: number;
  readonly width?: number;
  /** As `stroke-dasharray` takes it: tells lines apart without colours. */
  readonly dash?: string;
  /** Radius of the dot of a sample; 0: none, for lines that are computed. */
  readonly dotRadius?: number;
}

/** A value holds until the next sample, and each sample is seen: nothing between them is made up. */
export function StepLine({ points, color, endX, width = 2, dash, dotRadius = 2.5 }: StepLineProps) {
  const isCrowded = points.length > 300;
  const radius = isCrowded ? Math.min(dotRadius, 1.5) : dotRadius;
  return (
    <g>
      <path d={stepPath(points, endX)} fill="none" stroke={color} strokeWidth={width} strokeDasharray={dash} />
      {radius > 0 && <path d={circlesPath(points, radius)} fill={color} />}
    </g>
  );
}

/** Along first, then up or down: `step-after`. Empty for no points. */
export function stepPath(points: readonly StepPoint[], endX?: number): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const steps = rest.map(({ x, y }) => `H${round(x)}V${round(y)}`).join('');
  return `M${round(first.x)} ${round(first.y)}${steps}${endX === undefined ? '' : `H${round(endX)}`}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
