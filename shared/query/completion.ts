import type { TextRange } from './types.ts';
import {
  definitionOf,
  findKey,
  keyNamesOf,
  type DirectiveKey,
  type KeyDefinition,
  type QueryLanguage,
} from './language.ts';

/**
 * What a person is typing where the caret stands. `typed` ends at the caret, without opening quote and escapes; `range` is
 * what a suggestion takes the place of, from before the caret to the end of the word, value or quote.
 */
export type Completion<Key extends string = string> =
  /** The beginning of a filter, or nothing yet; `range` has the colon in it if there is one. */
  | { readonly kind: 'key'; readonly typed: string; readonly range: TextRange }
  /** A value, quotes included; of a range (`a..b`) the end at which the caret stands. */
  | {
      readonly kind: 'value';
      readonly key: Key | DirectiveKey;
      readonly typed: string;
      readonly isQuoted: boolean;
      readonly range: TextRange;
    }
  /** Words to be searched for that begin no filter. */
  | { readonly kind: 'text'; readonly typed: string; readonly range: TextRange };

/** Reads a search text up to the caret only as far as suggestions need it; see `query.peggy` for the language. */
export function completionAt<Key extends string>(
  text: string,
  position: number,
  language: QueryLanguage<Key>,
): Completion<Key> {
  const caret = Math.max(0, Math.min(position, text.length));
  let at = 0;
  while (at < text.length) {
    at = skip(/[\s()|]*/y, text, at);
    if (at >= caret) break;
    // At the end of a token the caret is still in it.
    const negated = skip(/-(?=[^\s()|-])/y, text, at);
    const key = keyAt(text, negated, language);
    const token =
      key === null
        ? readTerm(text, negated, caret, language)
        : readFilter(text, negated, { key, definition: definitionOf(language, key) }, caret);
    if (caret <= token.end) return caret <= negated ? nothingAt(caret) : (token.completion ?? nothingAt(caret));
    at = Math.max(token.end, at + 1);
  }
  return nothingAt(caret);
}

interface Token<Key extends string> {
  readonly end: number;
  /** Null if the caret is not in it. */
  readonly completion: Completion<Key> | null;
}

/** The key of a filter that is being typed, and what it takes. */
interface TypedKey<Key extends string> {
  readonly key: Key | DirectiveKey;
  readonly definition: KeyDefinition;
}

function nothingAt(caret: number): Completion<never> {
  return { kind: 'key', typed: '', range: [caret, caret] };
}

/** Where the pattern (sticky) ends. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function keyAt<Key extends string>(text: string, at: number, language: QueryLanguage<Key>): Key | DirectiveKey | null {
  const end = skip(/[A-Za-z-]+(?=:)/y, text, at);
  return end === at ? null : findKey(language, text.slice(at, end));
}

const wordPattern = /[^()"“”„|\s]*/y;
const regexPattern = /\/(?!\s)(?:\\.|[^/\\])+(?<!\s)\/i?(?=$|[()"“”„|\s])/sy;

function readTerm(text: string, start: number, caret: number, language: QueryLanguage): Token<never> {
  const quoteAt = skip(/\*+(?=["“”„])/y, text, start);
  const quoted = quotedAt(text, quoteAt);
  if (quoted !== null) return { end: quoted.end, completion: textAt(text, [quoteAt, quoted.end], caret, quoted.typed) };
  const regexEnd = skip(regexPattern, text, start);
  if (regexEnd > start) return { end: regexEnd, completion: textAt(text, [start, regexEnd], caret) };
  const end = skip(wordPattern, text, start);
  return { end, completion: wordAt(text, [start, end], caret, language) };
}

function textAt(text: string, range: TextRange, caret: number, read = (piece: string) => piece): Completion<never> {
  return { kind: 'text', typed: read(text.slice(range[0], caret)), range };
}

function wordAt(text: string, range: TextRange, caret: number, language: QueryLanguage): Completion<never> {
  const typed = text.slice(range[0], caret);
  const colon = text.slice(...range).indexOf(':');
  // `for:anna` is to become `from:anna`.
  const end = colon < 0 ? range[1] : range[0] + colon + 1;
  if (caret <= end - (colon < 0 ? 0 : 1) && couldBeKey(typed, language))
    return { kind: 'key', typed, range: [range[0], end] };
  return { kind: 'text', typed, range };
}

/** True for the beginning of a key or of a word that other programs have for it. */
function couldBeKey(typed: string, language: QueryLanguage): boolean {
  const lower = typed.toLowerCase();
  return keyNamesOf(language).some((key) =>
    [key, ...definitionOf(language, key).alsoKnownAs].some((word) => word.startsWith(lower)),
  );
}

function readFilter<Key extends string>(text: string, start: number, key: TypedKey<Key>, caret: number): Token<Key> {
  const colon = text.indexOf(':', start);
  let completion: Completion<Key> | null = null;
  if (caret <= colon) completion = { kind: 'key', typed: text.slice(start, caret), range: [start, colon + 1] };
  let at = colon;
  do {
    // Past the colon or the comma.
    const value = readValue(text, at + 1, key, caret);
    completion ??= value.completion;
    at = value.end;
  } while (text[at] === ',');
  return { end: at, completion };
}

const valuePattern = /[^,()"“”„|\s]*/y;
const endPattern = /(?:(?!\.\.)[^,()"“”„|\s])*/y;

function readValue<Key extends string>(text: string, start: number, key: TypedKey<Key>, caret: number): Token<Key> {
  const { takesRanges, takesRegex } = key.definition;
  const regexEnd = takesRegex ? skip(regexPattern, text, start) : start;
  if (regexEnd > start && caret > start && caret <= regexEnd) {
    return { end: regexEnd, completion: textAt(text, [start, regexEnd], caret) };
  }
  if (regexEnd > start) return { end: regexEnd, completion: null };
  if (!takesRanges) return readScalar(text, start, key, caret, valuePattern);
  const low = readScalar(text, skip(/[<>]=?/y, text, start), key, caret, endPattern);
  const dots = skip(/\.\./y, text, low.end);
  if (dots === low.end) return low;
  const high = readScalar(text, dots, key, caret, valuePattern);
  return { end: high.end, completion: low.completion ?? high.completion };
}

function readScalar<Key extends string>(
  text: string,
  start: number,
  { key }: TypedKey<Key>,
  caret: number,
  pattern: RegExp,
): Token<Key> {
  const quoted = quotedAt(text, start);
  const isIn = caret >= start;
  if (quoted === null) {
    const end = skip(pattern, text, start);
    if (!isIn || caret > end) return { end, completion: null };
    return {
      end,
      completion: { kind: 'value', key, typed: text.slice(start, caret), isQuoted: false, range: [start, end] },
    };
  }
  const { end, isClosed, typed } = quoted;
  if (!isIn || caret > end) return { end, completion: null };
  // An open quote swallows the words behind the caret, which are hardly meant.
  const range: TextRange = [start, isClosed ? end : caret];
  return { end, completion: { kind: 'value', key, typed: typed(text.slice(start, caret)), isQuoted: true, range } };
}

interface QuotedToken {
  readonly end: number;
  readonly isClosed: boolean;
  /** What the beginning of the token says. */
  readonly typed: (piece: string) => string;
}

function quotedAt(text: string, start: number): QuotedToken | null {
  const isStraight = text[start] === '"';
  if (!isStraight && !/[“”„]/.test(text.charAt(start))) return null;
  const closed = skip(isStraight ? /"(?:\\["\\]|\\(?!["\\])|[^"\\])*"/y : /[“”„][^“”]*[“”]/y, text, start);
  const isClosed = closed > start;
  return {
    end: isClosed ? closed : text.length,
    isClosed,
    typed: (piece) => {
      const inner = piece.slice(1);
      if (!isStraight) return inner.replace(/[“”]$/, '');
      return inner.replaceAll(/\\(["\\])|"$/g, (match, escaped: unknown) => (match === '"' ? '' : String(escaped)));
    },
  };
}
