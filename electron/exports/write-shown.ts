import type { ShownTable } from '../../shared/exports/shown-table.ts';
import type { ExportCopy, ExportFormat, ExportResult } from '../../shared/exports/types.ts';
import type { OperationContext } from '../library/operation.ts';
import type { Cell } from './columns.ts';
import { copyTable, writeTableFile, type ExportTable, type TableFile } from './write-table.ts';

interface ShownInput {
  readonly table: ShownTable;
}

/** Writes a table that the window shows to a file. Throws as `writeTableFile`. */
export function writeShownFile(context: OperationContext, input: ShownInput & TableFile): ExportResult {
  return writeTableFile(context, input, () => openShownTable(input.table));
}

/** The same as text, if it is small enough for the clipboard. */
export function copyShown(
  context: OperationContext,
  input: ShownInput & { readonly format: ExportFormat },
): ExportCopy {
  return copyTable(context, input.format, () => openShownTable(input.table));
}

function openShownTable({ columns, rows }: ShownTable): ExportTable {
  return {
    columns: columns.map(({ label, isNumber }) => ({ name: label, label, type: isNumber ? 'number' : 'text' })),
    // Its times are written already.
    zone: 'UTC',
    countRows: () => rows.length,
    readRows: () => rows.map((row) => row.map((text, index) => toCell(text, columns[index]?.isNumber === true))),
  };
}

/** Grouped digits are a number again; what has a unit or a sign of its own stays as it is written. */
function toCell(text: string, isNumber: boolean): Cell {
  return isNumber && /^-?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : text;
}
