import { findKey, queryKeys, type QueryKey } from '../../shared/messages/query/keys.ts';
import type { TextRange } from '../../shared/messages/types.ts';

/** What a person is typing where the caret stands. */
export interface Caret {
  /** The filter whose value it is; null: a word of text, or a key that has no colon yet. */
  readonly key: QueryKey | null;
  /** What was typed of it up to the caret, without quotes. */
  readonly typed: string;
  /** What a suggestion replaces: all of the word or value, also behind the caret. A leading `-` stays. */
  readonly range: TextRange;
  /** The text is in quotes, so it is no beginning of a key. */
  readonly isQuoted: boolean;
}

const between = /[\s()|]*/y;
const keyBefore = /-?([A-Za-z-]+):/y;
const quotedPart = /"(?:\\[^]|[^"\\])*(?:"|\\?$)|[“„”][^“”]*(?:[“”]|$)/y;
const valuePart = /[^,()"“”„|\s]*/y;
const wordPart = /[^()"“”„|\s]*/y;

/** Finds what stands at a position (UTF-16) of a search text, however unfinished the text is. */
export function findCaret(text: string, position: number): Caret {
  const caret = Math.min(position, text.length);
  let at = 0;
  while (at <= caret) {
    at = endOf(between, text, at);
    if (at > caret || at >= text.length) break;
    const end = readToken(text, at, caret);
    if (typeof end !== 'number') return end;
    at = Math.max(end, at + 1);
  }
  return { key: null, typed: '', range: [caret, caret], isQuoted: false };
}

/** The caret's place if it stands in the token that begins at `start`, else the token's end. */
function readToken(text: string, start: number, caret: number): Caret | number {
  keyBefore.lastIndex = start;
  const match = keyBefore.exec(text);
  const key = match === null ? null : findKey(match[1] ?? '');
  if (match !== null && key !== null) {
    if (caret >= keyBefore.lastIndex) return readValues(text, key, keyBefore.lastIndex, caret);
    // The caret stands in the key itself: the key and its colon are replaced.
    return { key: null, ...piece(text, start + (match[0].startsWith('-') ? 1 : 0), keyBefore.lastIndex, caret) };
  }
  const isNegated = text[start] === '-' && start + 1 < text.length;
  const wordStart = isNegated ? start + 1 : start;
  const end = endOfPart(wordPart, text, wordStart);
  return caret <= end ? { key: null, ...piece(text, wordStart, end, caret) } : end;
}

function readValues(text: string, key: QueryKey, first: number, caret: number): Caret | number {
  for (let start = first; ;) {
    const end = endOfPart(valuePart, text, start);
    if (caret <= end) return { key, ...piece(text, partStart(text, key, start, caret), end, caret) };
    if (text[end] !== ',') return end;
    start = end + 1;
  }
}

/** Behind `>=` or `..` another date, number or time of the day begins. */
function partStart(text: string, key: QueryKey, start: number, caret: number): number {
  if (!queryKeys[key].takesRanges) return start;
  const before = /^(?:[<>]=?|.*\.\.)/.exec(text.slice(start, caret))?.[0] ?? '';
  return start + before.length;
}

function piece(text: string, start: number, end: number, caret: number): Omit<Caret, 'key'> {
  const from = Math.min(start, caret);
  const raw = text.slice(from, caret);
  const isQuoted = /^["“„”]/.test(raw);
  const typed = isQuoted
    ? raw
        .slice(1)
        .replace(/["“”]$/, '')
        .replaceAll(/\\(["\\])/g, '$1')
    : raw;
  return { typed, range: [from, Math.max(end, caret)], isQuoted };
}

function endOfPart(part: RegExp, text: string, start: number): number {
  const quoted = endOf(quotedPart, text, start);
  return quoted > start ? quoted : endOf(part, text, start);
}

/** Where a match of the sticky pattern ends that begins at `start`; `start` if there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}
