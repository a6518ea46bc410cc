import type { ExportFormat } from '../../shared/exports/types.ts';
import type { Column, Row } from './columns.ts';
import { createDelimitedWriter } from './delimited-writer.ts';
import { createJsonLinesWriter } from './json-lines-writer.ts';
import { createMarkdownWriter } from './markdown-writer.ts';
import { createTextWriter } from './text-writer.ts';
import { ZoneClock } from './zone-clock.ts';

/**
 * One format over rows that come in chunks: whoever has columns and rows (messages, raids, what a statement answered) can
 * be written as any format, with no more than a chunk in memory.
 */
export interface RowWriter {
  /** What stands before the first row. */
  readonly head: string;
  write(rows: readonly Row[]): string;
}

export interface RowWriterOptions {
  readonly columns: readonly Column[];
  /** Zone in which times are written; a name that Intl knows. */
  readonly zone: string;
  /** Begin with a byte order mark, by which old spreadsheets know UTF-8. */
  readonly bom?: boolean;
  /** Plain text as lines of a log, if the rows are entries of one; else it is a table. */
  readonly logLine?: (row: Row, clock: ZoneClock) => string;
}

export function createRowWriter(format: ExportFormat, options: RowWriterOptions): RowWriter {
  const { columns, zone, bom = false, logLine } = options;
  const clock = new ZoneClock(zone);
  const writer = ((): RowWriter => {
    switch (format) {
      case 'csv':
        return createDelimitedWriter(columns, clock, ',');
      case 'tsv':
        return createDelimitedWriter(columns, clock, '\t');
      case 'jsonl':
        return createJsonLinesWriter(columns, clock);
      case 'markdown':
        return createMarkdownWriter(columns, clock);
      case 'text':
        return logLine === undefined
          ? createTextWriter(columns, clock)
          : { head: '', write: (rows) => rows.map((row) => `${logLine(row, clock)}\n`).join('') };
    }
  })();
  return bom ? { ...writer, head: `\uFEFF${writer.head}` } : writer;
}
