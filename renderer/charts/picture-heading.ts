/** Lines of text above a saved picture: what is in it, so that it can be understood where it is pasted. */
export interface PictureHeading {
  readonly lines: readonly HeadingLine[];
  /** Of all lines with the space below them, pixels. */
  readonly height: number;
}

interface HeadingLine {
  readonly text: string;
  /** Of the letters' foot, from the top of the heading. */
  readonly y: number;
  readonly isTitle: boolean;
}

export interface PictureFont {
  readonly family: string;
  readonly rem: number;
}

const titleRem = 0.875;
const descriptionRem = 0.75;
const lineHeight = 1.4;

/** As CSS and canvases write a font. */
export function headingFont({ family, rem }: PictureFont, isTitle: boolean): string {
  return isTitle ? `600 ${titleRem * rem}px ${family}` : `400 ${descriptionRem * rem}px ${family}`;
}

/** Breaks title and description into lines that fit. */
export function layOutHeading(
  title: string,
  description: string,
  width: number,
  font: PictureFont,
  measure: CanvasRenderingContext2D,
): PictureHeading {
  const lines: HeadingLine[] = [];
  let height = 0;
  for (const [text, isTitle] of [
    [title, true],
    [description, false],
  ] as const) {
    measure.font = headingFont(font, isTitle);
    for (const line of brokenLines(text, (part) => measure.measureText(part).width <= width)) {
      height += (isTitle ? titleRem : descriptionRem) * lineHeight * font.rem;
      lines.push({ text: line, y: height - 0.3 * font.rem, isTitle });
    }
  }
  return { lines, height: Math.ceil(height + 0.5 * font.rem) };
}

/** Between words; a word that is longer than a line has one of its own. */
export function brokenLines(text: string, fits: (part: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}
