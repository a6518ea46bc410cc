import type { ExportCopy, ExportFormat, ExportResult } from '../../shared/exports/types.ts';
import type { RaidTable } from '../../shared/raids/tables.ts';
import type { OperationContext } from '../library/operation.ts';
import { openRaidTable } from '../raids/raid-tables.ts';
import { copyTable, writeTableFile, type TableFile } from './write-table.ts';

interface RaidsInput {
  readonly table: RaidTable;
}

/** Writes a whole table about raids to a file. Throws as `openRaidTable` and `writeTableFile`. */
export function writeRaidsFile(context: OperationContext, input: RaidsInput & TableFile): ExportResult {
  return writeTableFile(context, input, () => openRaidTable(context, input.table));
}

/** The same as text, if it is small enough for the clipboard. */
export function copyRaids(
  context: OperationContext,
  input: RaidsInput & { readonly format: ExportFormat },
): ExportCopy {
  return copyTable(context, input.format, () => openRaidTable(context, input.table));
}
