import { clipboardLimits, type ExportCopy, type ExportFormat, type ExportResult } from '../../shared/exports/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { countPlaces } from '../messages/count-places.ts';
import { noDeadline } from '../messages/deadline.ts';
import { rankPlaces } from '../messages/rank-places.ts';
import { readQuery, type ReadQuery } from '../messages/read-query.ts';
import { walkPlaces } from '../messages/walk-places.ts';
import type { Row } from './columns.ts';
import { ExportFile, type ExportPlace } from './export-file.ts';
import { messageColumns, messageLogLine, readMessageRows } from './message-table.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';

/** Rows that are read and written at once. */
const chunkRows = 1000;
/** Texts are written as soon as they add up to so much. */
const chunkCharacters = 1_000_000;

interface MessagesInput {
  readonly query: string;
  readonly timeZone: string;
  readonly defaultOrder: 'new' | 'old';
  readonly format: ExportFormat;
}

export interface MessagesFileInput extends MessagesInput {
  readonly place: ExportPlace;
  readonly bom: boolean;
}

/**
 * Writes all that a query finds to a file, in the order of the search. It reads one state of the library from the first
 * row to the last, whatever is imported meanwhile, and keeps a chunk in memory. Throws as `ExportFile`, and `cancelled`.
 */
export function writeMessagesFile(context: OperationContext, input: MessagesFileInput): ExportResult {
  return context.database.transaction(() => {
    const read = readQuery(context, input);
    const file = ExportFile.open(input.place);
    try {
      context.report({ phase: 'Counting', done: 0, total: 0 });
      const { total } = countPlaces(context, read.condition, noDeadline);
      const writer = messageWriter(input, read.zone);
      let rowCount = 0;
      file.write(writer.head);
      for (const rows of readChunks(context, read)) {
        context.throwIfCancelled();
        file.write(writer.write(rows));
        rowCount += rows.length;
        context.report({ phase: 'Writing rows', done: rowCount, total });
      }
      return { path: input.place.path, rowCount, sizeBytes: file.finish() };
    } catch (thrown) {
      file.discard();
      throw thrown;
    }
  })();
}

/** The same as text, if it is small enough for the clipboard. */
export function copyMessages(context: OperationContext, input: MessagesInput): ExportCopy {
  return context.database.transaction((): ExportCopy => {
    const read = readQuery(context, input);
    if (countPlaces(context, read.condition, noDeadline).total > clipboardLimits.rows) return { kind: 'too_large' };
    const writer = messageWriter({ ...input, bom: false }, read.zone);
    let text = writer.head;
    let rowCount = 0;
    for (const rows of readChunks(context, read)) {
      context.throwIfCancelled();
      text += writer.write(rows);
      rowCount += rows.length;
      if (text.length > clipboardLimits.characters) return { kind: 'too_large' };
    }
    return { kind: 'text', text, rowCount };
  })();
}

function messageWriter({ format, bom }: MessagesInput & { readonly bom: boolean }, zone: string): RowWriter {
  return createRowWriter(format, { columns: messageColumns(zone), zone, bom, logLine: messageLogLine });
}

/** At least one chunk, which is empty when nothing was found. */
function* readChunks(context: OperationContext, read: ReadQuery): Generator<readonly Row[]> {
  let rows: Row[] = [];
  let characters = 0;
  let isFirst = true;
  for (const places of listPlaces(context, read)) {
    for (const row of readMessageRows(context, places)) {
      rows.push(row);
      characters += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);
      if (rows.length < chunkRows && characters < chunkCharacters) continue;
      yield rows;
      isFirst = false;
      rows = [];
      characters = 0;
    }
  }
  if (rows.length > 0 || isFirst) yield rows;
}

/** All places in the order of the search. Only the ranking of the best is held as a whole: eight bytes for each hit. */
function* listPlaces(
  context: OperationContext,
  { query, condition, order, now }: ReadQuery,
): Generator<readonly number[]> {
  if (order === 'best') {
    const { places } = rankPlaces(
      context,
      { key: `export ${now} ${JSON.stringify(query)}`, query, condition },
      noDeadline,
    );
    for (let at = 0; at < places.length; at += chunkRows) yield places.slice(at, at + chunkRows);
    return;
  }
  const direction = order === 'new' ? 'older' : 'newer';
  for (const { places } of walkPlaces(context, condition, { direction, deadline: noDeadline, chunkSize: chunkRows })) {
    yield places;
  }
}
