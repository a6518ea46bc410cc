import { fitText, fontOf, type Pen } from './pen.ts';

/** Draws on a canvas. */
export function canvasPen(context: CanvasRenderingContext2D, fontFamily: string): Pen {
  return {
    fill(x, y, width, height, color, opacity = 1) {
      context.globalAlpha = opacity;
      context.fillStyle = color;
      context.fillRect(x, y, width, height);
      context.globalAlpha = 1;
    },
    frame(x, y, width, height, color, lineWidth = 1) {
      context.strokeStyle = color;
      context.lineWidth = lineWidth;
      const inset = lineWidth / 2;
      context.strokeRect(x + inset, y + inset, Math.max(0, width - lineWidth), Math.max(0, height - lineWidth));
    },
    line(x1, y1, x2, y2, color, isDashed = false) {
      context.strokeStyle = color;
      context.lineWidth = 1;
      context.setLineDash(isDashed ? [4, 3] : []);
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
      context.setLineDash([]);
    },
    shape(points, color) {
      context.fillStyle = color;
      context.beginPath();
      for (const [x, y] of points) context.lineTo(x, y);
      context.closePath();
      context.fill();
    },
    text(text, x, y, options) {
      const font = fontOf(options, fontFamily);
      context.font = font;
      context.fillStyle = options.color;
      context.textAlign = options.align ?? 'left';
      context.textBaseline = 'alphabetic';
      context.fillText(options.mostWidth === undefined ? text : fitText(text, font, options.mostWidth), x, y);
    },
  };
}
