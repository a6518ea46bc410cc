import { isUnspaced, spaceOut } from './spacing.ts';
import { droppedMarks, foldedCharacters, wordBoundaries } from './tokenizer-table.generated.ts';

/**
 * The tokenizer of the search index over again in TypeScript, character for character (its table is read off the
 * original): what highlights a hit, and what decides how a text can be searched, must agree with what was indexed.
 */
export interface Token {
  /** As indexed: folded to lower case, without accents. */
  readonly text: string;
  /** UTF-16 positions in the original text. */
  readonly start: number;
  readonly end: number;
}

const boundaries = readBoundaries();
const folds = readFolds();
const marks: ReadonlySet<number> = new Set(droppedMarks);

function readBoundaries(): Uint32Array {
  let at = 0;
  return Uint32Array.from(wordBoundaries.split(' '), (distance) => (at += Number.parseInt(distance, 36)));
}

function readFolds(): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let codePoint = 0;
  for (const entry of foldedCharacters.split(' ')) {
    const [distance = '', shift = ''] = entry.split(':');
    codePoint += Number.parseInt(distance, 36);
    found.set(codePoint, String.fromCodePoint(codePoint + Number.parseInt(shift, 36)));
  }
  return found;
}

function isWordCodePoint(codePoint: number): boolean {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The index is below the length.
    if ((boundaries[middle] as number) <= codePoint) low = middle + 1; // see above
    else high = middle;
  }
  return low % 2 === 1;
}

function foldCharacter(character: string, codePoint: number): string {
  return marks.has(codePoint) ? '' : (folds.get(codePoint) ?? character);
}

/** The words of a text in order. Characters of scripts without spaces, and symbols, are words of their own. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let word = '';
  let start = 0;
  let at = 0;
  const endWord = (end: number): void => {
    if (word !== '') tokens.push({ text: word, start, end });
    word = '';
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const end = at + character.length;
    if (codePoint > 0x7f && isUnspaced(character)) {
      endWord(at);
      if (isWordCodePoint(codePoint)) tokens.push({ text: foldCharacter(character, codePoint), start: at, end });
    } else if (isWordCodePoint(codePoint)) {
      if (word === '') start = at;
      word += foldCharacter(character, codePoint);
    } else if (!marks.has(codePoint)) {
      endWord(at);
    }
    at = end;
  }
  endWord(text.length);
  return tokens;
}

/** A text as substring search sees it: spaced out, lower case, without accents. */
export function foldForSubstring(text: string): string {
  const spaced = spaceOut(text);
  if (/^[\0-\x7f]*$/.test(spaced)) return spaced.toLowerCase();
  let folded = '';
  for (const character of spaced) folded += foldCharacter(character, character.codePointAt(0) ?? 0);
  return folded;
}

/** As `foldForSubstring`, with the position in the original text of each UTF-16 unit of the result (and of its end). */
export function foldWithPositions(text: string): { readonly folded: string; readonly positions: readonly number[] } {
  let folded = '';
  const positions: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldForSubstring(character);
    for (let unit = 0; unit < part.length; unit++) positions.push(at);
    folded += part;
    at += character.length;
  }
  positions.push(at);
  return { folded, positions };
}
