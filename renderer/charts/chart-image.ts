import type { ChartSize } from './chart-size.ts';
import { headingFont, layOutHeading, type PictureFont, type PictureHeading } from './picture-heading.ts';
import { addElement, createSvgPage, printSvg, standaloneGroup } from './standalone-svg.ts';

/** A chart on the page, and how to draw it elsewhere. */
export interface ChartPicture {
  /** Its colours and font are those of the picture. */
  readonly element: HTMLElement;
  readonly size: ChartSize;
  readonly title: string;
  /** Stands above the picture, where no page says what it is about: `Voidmaw Mythic pull 3 health`. */
  readonly heading: string;
  readonly description: string;
  readonly drawing: SvgDrawing | CanvasDrawing;
}

interface SvgDrawing {
  readonly kind: 'svg';
  readonly svg: SVGSVGElement;
}

interface CanvasDrawing {
  readonly kind: 'canvas';
  readonly paint: (context: CanvasRenderingContext2D, size: ChartSize) => void;
  /** Answers the drawing's marks as SVG elements without the `<svg>` around them. */
  readonly toSvg: (size: ChartSize) => string;
}

/** Around the picture, pixels. */
const padding = 12;
/** Pixels of a PNG to a pixel of the page: sharp on dense screens and in print. */
const density = 2;

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly color: string;
  readonly dimmed: string;
  readonly font: PictureFont;
  readonly heading: PictureHeading;
}

/** The text of an SVG file: all it needs is in it. */
export function toSvgText(picture: ChartPicture): string {
  const sheet = sheetOf(picture);
  const { width, height, background, color, dimmed, font, heading } = sheet;
  const page = createSvgPage({ width, height, title: picture.title, description: picture.description });
  page.setAttribute('font-family', font.family);
  addElement(page, 'rect', { width, height, fill: background });
  for (const { text, y, isTitle } of heading.lines) {
    const [weight = '', size = ''] = headingFont(font, isTitle).split(' ');
    const fill = isTitle ? color : dimmed;
    addElement(page, 'text', { x: padding, y: padding + y, fill, 'font-size': size, 'font-weight': weight }, text);
  }
  const place = addElement(page, 'g', { transform: `translate(${padding} ${padding + heading.height})` });
  const { drawing, size } = picture;
  if (drawing.kind === 'svg') {
    place.append(standaloneGroup(drawing.svg));
  } else {
    const parsed = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg">${drawing.toSvg(size)}</svg>`,
      'image/svg+xml',
    );
    place.append(...parsed.documentElement.childNodes);
  }
  return printSvg(page);
}

/** The base64 of a PNG file, at twice the size for sharpness. */
export async function toPngBase64(picture: ChartPicture): Promise<string> {
  const sheet = sheetOf(picture);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.width * density);
  canvas.height = Math.round(sheet.height * density);
  const context = contextOf(canvas);
  context.scale(density, density);
  const { drawing } = picture;
  if (drawing.kind === 'svg') {
    context.drawImage(await loadSvg(toSvgText(picture)), 0, 0, sheet.width, sheet.height);
  } else {
    paintSheet(context, sheet);
    context.translate(padding, padding + sheet.heading.height);
    drawing.paint(context, picture.size);
  }
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

function sheetOf({ element, size, heading: title, description }: ChartPicture): Sheet {
  const { backgroundColor, color, fontFamily } = getComputedStyle(element);
  const font = { family: fontFamily, rem: size.rem };
  const measure = contextOf(document.createElement('canvas'));
  const heading = layOutHeading(title, description, size.width, font, measure);
  return {
    width: Math.ceil(size.width) + 2 * padding,
    height: Math.ceil(size.height) + heading.height + 2 * padding,
    background: backgroundColor,
    color,
    dimmed: getComputedStyle(element).getPropertyValue('caret-color'),
    font,
    heading,
  };
}

function paintSheet(context: CanvasRenderingContext2D, sheet: Sheet): void {
  context.fillStyle = sheet.background;
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const { text, y, isTitle } of sheet.heading.lines) {
    context.font = headingFont(sheet.font, isTitle);
    context.fillStyle = isTitle ? sheet.color : sheet.dimmed;
    context.fillText(text, padding, padding + y);
  }
}

function loadSvg(text: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error('The browser could not read the drawing.')));
    // The page's policy allows no blob: addresses.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no canvases.');
  return context;
}
