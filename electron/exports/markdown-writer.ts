import { cellText } from './cell-text.ts';
import type { Column } from './columns.ts';
import type { RowWriter } from './row-writer.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A Markdown table. Nothing in a text is taken for Markdown or HTML, so it reads as it was written. */
export function createMarkdownWriter(columns: readonly Column[], clock: ZoneClock): RowWriter {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rules = columns.map(({ type }) => (type === 'number' ? '---:' : '---'));
  return {
    head: line(columns.map(({ label }) => escapeMarkdown(label))) + line(rules),
    write: (rows) =>
      rows
        .map((row) => line(columns.map((column, index) => escapeMarkdown(cellText(row[index] ?? null, column, clock)))))
        .join(''),
  };
}

function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_~|[\]]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/gu, '<br>')
    .replaceAll(/\p{Cc}/gu, ' ');
}
