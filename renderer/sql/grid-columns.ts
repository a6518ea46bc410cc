import type { SqlCell } from '../../shared/sql/types.ts';
import { formatBytes, formatCount } from '../app/number-format.ts';

/** More would make each row as costly as a screenful; exports have them all. */
export const mostColumns = 200;

/** A cell in words; null, which is nothing to read, is told by its style. */
export function cellText(cell: SqlCell): string {
  if (cell === null) return 'NULL';
  if (typeof cell !== 'object') return String(cell);
  switch (cell.kind) {
    case 'integer':
      return cell.digits;
    case 'text':
      return `${cell.start}…`;
    case 'blob':
      return `blob, ${formatBytes(cell.sizeBytes)}`;
  }
}

/** What a cell says beyond what fits into it. */
export function cellTitle(cell: SqlCell): string {
  const text = cellText(cell);
  const isLong = typeof cell === 'object' && cell?.kind === 'text';
  const shown = text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
  return isLong ? `${shown}\n(${formatCount(cell.length)} characters)` : shown;
}

const longestTitle = 2000;

export function isNumeric(cell: SqlCell): boolean {
  return typeof cell === 'number' || (typeof cell === 'object' && cell?.kind === 'integer');
}

const measuredRows = 200;
const narrowest = 5;
const widest = 48;

/** `grid-template-columns`: each as wide as its heading and its first rows need, within bounds. The last takes the rest. */
export function columnTemplate(columns: readonly string[], rows: readonly (readonly SqlCell[])[]): string {
  const widths = columns.map((name, index) => {
    let width = name.length;
    for (const row of rows.slice(0, measuredRows)) width = Math.max(width, cellText(row[index] ?? null).length);
    return Math.min(widest, Math.max(narrowest, width + 1));
  });
  return widths
    .map((width, index) => (index === widths.length - 1 ? `minmax(${width}ch, 1fr)` : `${width}ch`))
    .join(' ');
}
