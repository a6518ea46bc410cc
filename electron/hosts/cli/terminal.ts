import type { SerializedError } from '../../../shared/contract/errors.ts';

/** The two streams, in one of two ways of speaking: text for people, JSON for scripts. */
export interface Terminal {
  readonly isJson: boolean;
  /** Prints the command's answer: the value in JSON mode, else the lines. */
  answer(value: unknown, lines: () => readonly string[]): void;
  /** Says something beside the answer, on standard error. */
  note(line: string): void;
  /** Shows how far long work is, in one line that changes, when a person is watching; `null` takes it away. */
  progress(line: string | null): void;
  fail(error: SerializedError): void;
}

export interface TerminalStreams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
}

const clearLine = '\r\u001B[K';

export function createTerminal(isJson: boolean, streams: TerminalStreams): Terminal {
  let hasProgress = false;
  const progress = (line: string | null): void => {
    if (streams.err.isTTY !== true || (line === null && !hasProgress)) return;
    hasProgress = line !== null;
    streams.err.write(`${clearLine}${line === null ? '' : printable(line)}`);
  };
  const note = (line: string): void => {
    progress(null);
    streams.err.write(`${line}\n`);
  };
  return {
    isJson,
    progress,
    note,
    answer(value, lines) {
      progress(null);
      streams.out.write(
        isJson
          ? `${JSON.stringify(value)}\n`
          : lines()
              .map((line) => `${line}\n`)
              .join(''),
      );
    },
    fail(error) {
      note(isJson ? JSON.stringify({ error }) : `raidscope: ${error.code}: ${printable(error.message)}`);
    },
  };
}

/** Text of a file on one line and without control characters, which could make a terminal do things. */
export function printable(text: string): string {
  return text.replaceAll(/\r?\n/gu, ' ⏎ ').replaceAll(/\p{Cc}/gu, '·');
}

const grouped = new Intl.NumberFormat('en');

/** `1,234,567`. */
export function groupDigits(value: number): string {
  return grouped.format(value);
}

/** Rows as aligned columns, numbers to the right; the last column is not padded. */
export function alignColumns(rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? groupDigits(cell) : cell)));
  const widths: number[] = [];
  for (const row of texts) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  return texts.map((row, rowIndex) => {
    const cells = row.map((cell, index) => {
      const width = widths[index] ?? 0;
      if (typeof rows[rowIndex]?.[index] === 'number') return cell.padStart(width);
      return index === row.length - 1 ? cell : cell.padEnd(width);
    });
    return cells.join('  ').trimEnd();
  });
}
