import type { ExportCopy, ExportFormat, ExportResult } from '../../shared/exports/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { countPlaces } from '../messages/count-places.ts';
import { noDeadline } from '../messages/deadline.ts';
import { rankPlaces } from '../messages/rank-places.ts';
import { readQuery, type ReadQuery } from '../messages/read-query.ts';
import { walkPlaces } from '../messages/walk-places.ts';
import type { Row } from './columns.ts';
import { messageColumns, messageLogLine, readMessageRows } from './message-table.ts';
import { copyTable, writeTableFile, type ExportTable, type TableFile } from './write-table.ts';

/** Messages that are looked up at once. */
const chunkPlaces = 1000;

interface MessagesInput {
  readonly query: string;
  readonly timeZone: string;
  readonly defaultOrder: 'new' | 'old';
}

/** Writes all that a query finds to a file, in the order of the search. Throws as `writeTableFile`. */
export function writeMessagesFile(context: OperationContext, input: MessagesInput & TableFile): ExportResult {
  return writeTableFile(context, input, () => messageTable(context, input));
}

/** The same as text, if it is small enough for the clipboard. */
export function copyMessages(
  context: OperationContext,
  input: MessagesInput & { readonly format: ExportFormat },
): ExportCopy {
  return copyTable(context, input.format, () => messageTable(context, input));
}

function messageTable(context: OperationContext, input: MessagesInput): ExportTable {
  const read = readQuery(context, input);
  return {
    columns: messageColumns(read.zone),
    zone: read.zone,
    logLine: messageLogLine,
    countRows: () => countPlaces(context, read.condition, noDeadline).total,
    readRows: () => readRows(context, read),
  };
}

function* readRows(context: OperationContext, read: ReadQuery): Generator<Row> {
  for (const places of listPlaces(context, read)) yield* readMessageRows(context, places);
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
    for (let at = 0; at < places.length; at += chunkPlaces) yield places.slice(at, at + chunkPlaces);
    return;
  }
  const direction = order === 'new' ? 'older' : 'newer';
  for (const { places } of walkPlaces(context, condition, {
    direction,
    deadline: noDeadline,
    chunkSize: chunkPlaces,
  })) {
    yield places;
  }
}
