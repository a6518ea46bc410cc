import { useComputedColorScheme } from '@mantine/core';
import { memo, useLayoutEffect, useRef } from 'react';
import classes from './DateScrubber.module.css';
import { barLengths, type ScrubberScale } from './scrubber-scale.ts';

interface HistogramCanvasProps {
  readonly scale: ScrubberScale;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const slotHeight = 2;

/** The bars of the scrubber: the hits over all messages. A canvas, since ten years of days are thousands of bars. */
export const HistogramCanvas = memo(function HistogramCanvas({ scale, width, height }: HistogramCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme('light');
  useLayoutEffect(() => {
    if (canvas.current && width > 0 && height > 0) draw(canvas.current, scale, width, height, scheme);
  }, [scale, width, height, scheme]);
  return <canvas ref={canvas} className={classes.bars} aria-hidden />;
});

function draw(
  canvas: HTMLCanvasElement,
  scale: ScrubberScale,
  width: number,
  height: number,
  scheme: 'light' | 'dark',
): void {
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(density, density);
  canvas.dataset['scheme'] = scheme;
  // Custom properties come unresolved; real properties come as the colour of the theme in use.
  const { color, outlineColor } = getComputedStyle(canvas);
  drawBars(context, barLengths(scale, scale.all, slotCountOf(height)), outlineColor, width);
  drawBars(context, barLengths(scale, scale.hits, slotCountOf(height)), color, width);
}

function slotCountOf(height: number): number {
  return Math.max(1, Math.floor(height / slotHeight));
}

function drawBars(context: CanvasRenderingContext2D, bars: readonly number[], color: string, width: number): void {
  context.fillStyle = color;
  context.beginPath();
  bars.forEach((length, slot) => {
    if (length > 0) context.rect(width * (1 - length), slot * slotHeight, width * length, slotHeight - 0.5);
  });
  context.fill();
}
