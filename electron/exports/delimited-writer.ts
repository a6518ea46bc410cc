import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Row } from './columns.ts';
import type { RowWriter } from './row-writer.ts';
import type { ZoneClock } from './zone-clock.ts';

/**
 * CSV by RFC 4180, or TSV: tabs and line breaks of a text become blanks there, because what pastes TSV into cells knows no
 * quoted ones. A spreadsheet would run a text that begins as a formula does, so it gets an apostrophe; numbers stay numbers.
 */
export function createDelimitedWriter(columns: readonly Column[], clock: ZoneClock, delimiter: ',' | '\t'): RowWriter {
  const isTabbed = delimiter === '\t';
  const print = (rows: readonly (readonly (string | number | bigint)[])[]): string =>
    stringify([...rows], {
      delimiter,
      record_delimiter: '\r\n',
      escape_formulas: true,
      // A row of one empty cell would be an empty line, which readers pass over.
      quoted_empty: columns.length === 1,
    });
  const toField = (cell: Cell, column: Column | undefined): string | number | bigint => {
    if (typeof cell === 'number' || typeof cell === 'bigint') return cell;
    const text = column === undefined ? '' : fieldText(cell, column, clock);
    return isTabbed ? text.replaceAll(/\r\n|[\t\r\n]/g, ' ') : text;
  };
  return {
    head: print([columns.map(({ label }) => toField(label, { name: label, label, type: 'text' }))]),
    write: (rows: readonly Row[]) => print(rows.map((row) => row.map((cell, index) => toField(cell, columns[index])))),
  };
}

function fieldText(cell: Cell, { type }: Column, clock: ZoneClock): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.join('; ');
  const text = String(cell);
  return type === 'time' ? (clock.read(text)?.local ?? text) : text;
}
