import type { Statement } from 'better-sqlite3';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { clipboardLimits, type ExportCopy, type ExportFormat } from '../../shared/exports/types.ts';
import type { SqlCell, SqlResult } from '../../shared/sql/types.ts';
import type { Cell, Column, Row } from '../exports/columns.ts';
import { createRowWriter, type RowWriter } from '../exports/row-writer.ts';
import type { Database } from '../library/open-database.ts';
import { checkStatement } from './check-statement.ts';
import { tokenizeSql } from './sql-lexer.ts';

type RawValue = string | number | bigint | null | Uint8Array;
type RowStatement = Statement<[], RawValue[]>;

/** A question that SQLite has read and found to change nothing. Throws `bad_input`, with its place if that is known. */
function prepare(database: Database, text: string, showsPersonalData: boolean): RowStatement {
  checkStatement(text, showsPersonalData);
  const statement = withPlace(text, () => database.prepare<[], RawValue[]>(text));
  if (!statement.readonly || !statement.reader) {
    throw new RaidscopeError('bad_input', 'This would change the library; statements here can only read.');
  }
  return statement.raw(true).safeIntegers(true);
}

/** What SQLite finds wrong is the person's to read, word for word. */
function withPlace<Result>(text: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof RaidscopeError || !(thrown instanceof Error)) throw thrown;
    throw new RaidscopeError('bad_input', thrown.message, placeOf(text, thrown.message) ?? {}, { cause: thrown });
  }
}

/** Where a word stands that SQLite complains of; null if it stands in several places, or in none. */
function placeOf(text: string, message: string): { readonly start: number; readonly end: number } | null {
  const named = /near "([^"]+)"|no such (?:column|table|function): (?:\w+\.)?(\S+)/.exec(message);
  const word = (named?.[1] ?? named?.[2] ?? '').toLowerCase();
  const [first, second] = tokenizeSql(text).filter(({ start, end }) => text.slice(start, end).toLowerCase() === word);
  return first !== undefined && second === undefined ? { start: first.start, end: first.end } : null;
}

/** The longest text of which more than the beginning crosses to the window, and the most that all cells hold together. */
const longestText = 10_000;
const mostCharacters = 16_000_000;

export interface RunInput {
  readonly statement: string;
  readonly showsPersonalData: boolean;
}

export function runStatement(database: Database, input: RunInput & { readonly maxRows: number }): SqlResult {
  const beganAt = performance.now();
  const statement = prepare(database, input.statement, input.showsPersonalData);
  const columns = statement.columns().map(({ name }) => name);
  const rows: (readonly SqlCell[])[] = [];
  let characters = 0;
  let isCut = false;
  withPlace(input.statement, () => {
    for (const values of statement.iterate()) {
      isCut = rows.length >= input.maxRows || characters > mostCharacters;
      if (isCut) break;
      const row = values.map(toSqlCell);
      for (const value of row) characters += 8 + (typeof value === 'string' ? value.length : 0);
      rows.push(row);
    }
  });
  return { columns, rows, isCut, tookMs: performance.now() - beganAt };
}

function toSqlCell(value: RawValue): SqlCell {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { kind: 'integer', digits: String(value) };
  }
  if (typeof value === 'string') {
    return value.length <= longestText
      ? value
      : { kind: 'text', start: value.slice(0, longestText).toWellFormed(), length: value.length };
  }
  return value instanceof Uint8Array ? { kind: 'blob', sizeBytes: value.byteLength } : value;
}

export interface WriteInput extends RunInput {
  readonly format: ExportFormat;
  readonly bom: boolean;
}

const chunkRows = 1000;
const chunkCharacters = 1_000_000;

/** Hands all that a statement answers to `write`, in chunks of text; answers the number of rows. */
export function writeStatement(
  database: Database,
  input: WriteInput,
  write: (text: string, rowCount: number) => void,
): number {
  const statement = prepare(database, input.statement, input.showsPersonalData);
  const columns = statement.columns().map(({ name, type }): Column => {
    const isNumber = /^(?:INT|REAL|NUM|DOUBLE|FLOAT|DEC)/i.test(type ?? '');
    return { name, label: name, type: isNumber ? 'number' : 'text' };
  });
  const writer = createRowWriter(input.format, { columns, zone: 'UTC', bom: input.bom });
  write(writer.head, 0);
  return withPlace(input.statement, () => writeRows(statement, writer, write));
}

function writeRows(
  statement: RowStatement,
  writer: RowWriter,
  write: (text: string, rowCount: number) => void,
): number {
  let rows: Row[] = [];
  let rowCount = 0;
  let characters = 0;
  const flush = (): void => {
    rowCount += rows.length;
    write(writer.write(rows), rowCount);
    rows = [];
    characters = 0;
  };
  for (const values of statement.iterate()) {
    rows.push(values.map(toCell));
    for (const value of values) characters += typeof value === 'string' ? value.length : 0;
    if (rows.length >= chunkRows || characters >= chunkCharacters) flush();
  }
  // Also without rows, for the heading of formats that measure the first ones.
  if (rows.length > 0 || rowCount === 0) flush();
  return rowCount;
}

function toCell(value: RawValue): Cell {
  return value instanceof Uint8Array ? `(blob, ${value.byteLength} bytes)` : value;
}

export function copyStatement(database: Database, input: WriteInput): ExportCopy {
  let text = '';
  let isTooLarge = false;
  const tooLarge = new RaidscopeError('bad_input', 'The result is too large for the clipboard.');
  try {
    const rowCount = writeStatement(database, input, (part, rows) => {
      text += part;
      isTooLarge = rows > clipboardLimits.rows || text.length > clipboardLimits.characters;
      if (isTooLarge) throw tooLarge;
    });
    return { kind: 'text', text, rowCount };
  } catch (thrown) {
    if (thrown === tooLarge) return { kind: 'too_large' };
    throw thrown;
  }
}
