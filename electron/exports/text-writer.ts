import { cellText, onOneLine } from './cell-text.ts';
import type { Column, Row } from './columns.ts';
import type { RowWriter } from './row-writer.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A wider cell pushes the rest of its line to the right rather than all other lines. */
const widestColumn = 40;

/** Aligned columns, numbers to the right. Widths are those of the first chunk, which has the heading before it. */
export function createTextWriter(columns: readonly Column[], clock: ZoneClock): RowWriter {
  let widths: readonly number[] | null = null;
  const toTexts = (row: Row): readonly string[] =>
    columns.map((column, index) => onOneLine(cellText(row[index] ?? null, column, clock)));
  const headings = columns.map(({ label }) => onOneLine(label));
  const print = (texts: readonly string[], columnWidths: readonly number[]): string => {
    const cells = texts.map((text, index) => {
      const missing = ' '.repeat(Math.max(0, (columnWidths[index] ?? 0) - widthOf(text)));
      return columns[index]?.type === 'number' ? missing + text : text + missing;
    });
    return `${cells.join('  ').trimEnd()}\n`;
  };
  return {
    head: '',
    write: (rows) => {
      const lines = rows.map(toTexts);
      if (widths !== null) return lines.map((texts) => print(texts, widths ?? [])).join('');
      const measured = columns.map((_, index) =>
        Math.min(widestColumn, Math.max(...[headings, ...lines].map((texts) => widthOf(texts[index] ?? '')))),
      );
      widths = measured;
      return [headings, measured.map((width) => '-'.repeat(width)), ...lines]
        .map((texts) => print(texts, measured))
        .join('');
    },
  };
}

/** Characters, of which East Asian ones take two places. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
