import type { Cell, Column } from './columns.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A cell in words, for formats that people read; what is not there is empty. */
export function cellText(cell: Cell, { type }: Column, clock: ZoneClock): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : '';
  if (typeof cell === 'object') return cell.join(', ');
  const text = String(cell);
  return type === 'time' ? (clock.read(text)?.local ?? text) : text;
}

/** On one line, and without control characters, which could make a terminal do things. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\r\n|[\r\n\u2028\u2029]/gu, ' ⏎ ').replaceAll(/\p{Cc}/gu, ' ');
}
