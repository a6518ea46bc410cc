import { clipboardLimits, type ExportCopy, type ExportFormat, type ExportResult } from '../../shared/exports/types.ts';
import type { OperationContext } from '../library/operation.ts';
import type { Column, Row } from './columns.ts';
import { ExportFile, type ExportPlace } from './export-file.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import type { ZoneClock } from './zone-clock.ts';

/** Rows that are read and written at once. */
const chunkRows = 1000;
/** Texts are written as soon as they add up to so much. */
const chunkCharacters = 1_000_000;

/** Rows of the library with the columns that they have, ready to be read. */
export interface ExportTable {
  readonly columns: readonly Column[];
  /** Zone in which times are written; a name that Intl knows. */
  readonly zone: string;
  /** As in `RowWriterOptions`. */
  readonly logLine?: (row: Row, clock: ZoneClock) => string;
  countRows(): number;
  /** One by one, so that long texts do not meet in memory. */
  readRows(): Iterable<Row>;
}

export interface TableFile {
  readonly format: ExportFormat;
  readonly place: ExportPlace;
  readonly bom: boolean;
}

/**
 * Writes all rows of a table to a file. It reads one state of the library from the first row to the last, whatever is
 * imported meanwhile, and keeps a chunk in memory. Throws what `open` throws, as `ExportFile`, and `cancelled`.
 */
export function writeTableFile(context: OperationContext, file: TableFile, open: () => ExportTable): ExportResult {
  return context.database.transaction(() => {
    const table = open();
    const exportFile = ExportFile.open(file.place);
    try {
      context.report({ phase: 'Counting', done: 0, total: 0 });
      const total = table.countRows();
      const writer = tableWriter(table, file);
      let rowCount = 0;
      exportFile.write(writer.head);
      for (const rows of inChunks(table.readRows())) {
        context.throwIfCancelled();
        exportFile.write(writer.write(rows));
        rowCount += rows.length;
        context.report({ phase: 'Writing rows', done: rowCount, total });
      }
      return { path: file.place.path, rowCount, sizeBytes: exportFile.finish() };
    } catch (thrown) {
      exportFile.discard();
      throw thrown;
    }
  })();
}

/** The same as text, if it is small enough for the clipboard. */
export function copyTable(context: OperationContext, format: ExportFormat, open: () => ExportTable): ExportCopy {
  return context.database.transaction((): ExportCopy => {
    const table = open();
    if (table.countRows() > clipboardLimits.rows) return { kind: 'too_large' };
    const writer = tableWriter(table, { format, bom: false });
    let text = writer.head;
    let rowCount = 0;
    for (const rows of inChunks(table.readRows())) {
      context.throwIfCancelled();
      text += writer.write(rows);
      rowCount += rows.length;
      if (text.length > clipboardLimits.characters) return { kind: 'too_large' };
    }
    return { kind: 'text', text, rowCount };
  })();
}

function tableWriter(
  { columns, zone, logLine }: ExportTable,
  { format, bom }: Pick<TableFile, 'format' | 'bom'>,
): RowWriter {
  return createRowWriter(format, { columns, zone, bom, ...(logLine !== undefined && { logLine }) });
}

/** At least one chunk, which is empty when there are no rows: plain text writes its heading with the first. */
function* inChunks(rows: Iterable<Row>): Generator<readonly Row[]> {
  let chunk: Row[] = [];
  let characters = 0;
  let isFirst = true;
  for (const row of rows) {
    chunk.push(row);
    characters += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);
    if (chunk.length < chunkRows && characters < chunkCharacters) continue;
    yield chunk;
    isFirst = false;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0 || isFirst) yield chunk;
}
