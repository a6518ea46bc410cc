/**
 * Statements cut into tokens exactly as SQLite's own tokenizer cuts them (tokenize.c), so that nothing can hide from a rule
 * in a comment or behind quotes that only SQLite reads through.
 */
export interface SqlToken {
  /** `word`: bare; `name`: in double quotes, brackets or backticks; `string`: in single quotes. */
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'sign';
  /** Without quotes; words and names in lower case, ASCII alone, as SQLite compares them. */
  readonly text: string;
  /** UTF-16 positions in the statement. */
  readonly start: number;
  readonly end: number;
}

/** A byte order mark before a token is a blank to SQLite; other blanks of Unicode are letters to it. */
const blank = /[ \t\n\f\r\uFEFF]+/y;
const comment = /--[^\n]*|\/\*(?!$)(?:[^*]|\*(?!\/))*(?:\*\/|$)/y;
const word = /[A-Za-z_\u0080-\uFFFF][\w$\u0080-\uFFFF]*/y;
const number = /0[xX][\dA-Fa-f_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/y;
const quotes: Readonly<Record<string, RegExp>> = {
  "'": /'(?:[^']|'')*(?:'|$)/y,
  '"': /"(?:[^"]|"")*(?:"|$)/y,
  '`': /`(?:[^`]|``)*(?:`|$)/y,
  '[': /\[[^\]]*(?:\]|$)/y,
};

export function tokenizeSql(statement: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < statement.length) {
    const skipped = matchAt(blank, statement, at) ?? matchAt(comment, statement, at);
    if (skipped === null) {
      const token = readToken(statement, at);
      tokens.push(token);
      at = token.end;
    } else {
      at += skipped.length;
    }
  }
  return tokens;
}

function readToken(statement: string, start: number): SqlToken {
  const first = statement[start] ?? '';
  const quote = quotes[first];
  const quoted = quote === undefined ? null : matchAt(quote, statement, start);
  if (quoted !== null) {
    const closing = first === '[' ? ']' : first;
    const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith(closing) ? -1 : undefined);
    const text = first === '[' ? inner : inner.replaceAll(first + first, first);
    const kind = first === "'" ? 'string' : 'name';
    return { kind, text: kind === 'name' ? lowerCase(text) : text, start, end: start + quoted.length };
  }
  const bare = matchAt(word, statement, start);
  if (bare !== null) return { kind: 'word', text: lowerCase(bare), start, end: start + bare.length };
  const digits = matchAt(number, statement, start);
  if (digits !== null) return { kind: 'number', text: digits, start, end: start + digits.length };
  return { kind: 'sign', text: first, start, end: start + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Not `toLowerCase`: to SQLite a Kelvin sign is no K. */
export function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
