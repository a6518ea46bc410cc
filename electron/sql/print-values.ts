import type { SqlFragment, SqlValue } from '../library/sql.ts';
import { tokenizeSql } from './sql-lexer.ts';

/** A value as SQL text that means the same wherever it stands. */
function printValue(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return printText(value);
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return String(value);
}

/** SQLite would end a text at a NUL. */
export function printText(text: string): string {
  return text
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(' || char(0) || ');
}

/** A fragment as text on one line, its parameters put in. */
export function printFragment({ text, parameters }: SqlFragment): string {
  let printed = '';
  let at = 0;
  let next = 0;
  for (const { kind, text: sign, start, end } of tokenizeSql(text)) {
    if (kind !== 'sign' || sign !== '?') continue;
    printed += onOneLine(text.slice(at, start)) + printValue(parameters[next] ?? null);
    next += 1;
    at = end;
  }
  return (printed + onOneLine(text.slice(at))).trim();
}

/** The app's own SQL is written over lines, without comments or texts that have some. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** A text within a comment, which neither ends it nor begins a line. */
export function printComment(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('*/', '* /');
}
