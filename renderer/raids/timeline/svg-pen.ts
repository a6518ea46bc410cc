import { fitText, fontOf, type Pen } from './pen.ts';

export interface SvgPen extends Pen {
  /** The elements drawn so far, without the `<svg>` around them. */
  print(): string;
}

/** Draws SVG elements as text, for a file: names are escaped. */
export function svgPen(fontFamily: string): SvgPen {
  const elements: string[] = [];
  const add = (name: string, attributes: Readonly<Record<string, string | number>>, content = ''): void => {
    const written = Object.entries(attributes).map(([key, value]) => {
      return `${key}="${escapeXml(typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)}"`;
    });
    elements.push(`<${name} ${written.join(' ')}>${escapeXml(content)}</${name}>`);
  };
  return {
    fill: (x, y, width, height, fill, opacity = 1) => {
      add('rect', { x, y, width, height, fill, ...(opacity < 1 && { 'fill-opacity': opacity }) });
    },
    frame: (x, y, width, height, stroke, lineWidth = 1) => {
      const inset = lineWidth / 2;
      add('rect', {
        x: x + inset,
        y: y + inset,
        width: Math.max(0, width - lineWidth),
        height: Math.max(0, height - lineWidth),
        fill: 'none',
        stroke,
        'stroke-width': lineWidth,
      });
    },
    line: (x1, y1, x2, y2, stroke, isDashed = false) => {
      add('line', { x1, y1, x2, y2, stroke, ...(isDashed && { 'stroke-dasharray': '4 3' }) });
    },
    shape: (points, fill) => add('polygon', { points: points.map((point) => point.join(',')).join(' '), fill }),
    text: (text, x, y, options) => {
      const shown =
        options.mostWidth === undefined ? text : fitText(text, fontOf(options, fontFamily), options.mostWidth);
      const anchor = { left: 'start', center: 'middle', right: 'end' }[options.align ?? 'left'];
      add(
        'text',
        {
          x,
          y,
          fill: options.color,
          'font-size': options.size,
          'font-weight': options.isBold === true ? 600 : 400,
          'text-anchor': anchor,
        },
        shown,
      );
    },
    print: () => elements.join(''),
  };
}

/** Control characters, which a name may hold, are no XML in any spelling. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are what is taken out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
