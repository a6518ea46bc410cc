import { isUnspaced } from './spacing.ts';
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

/** What a character is to the tokenizer; the first two may both hold. */
const wordClass = 1;
const unspacedClass = 2;
const markClass = 4;

/** The classes of the first 65,536 code points, filled as they are met: 0 is not known yet. */
const knownClasses = new Uint8Array(0x10000);
const isKnown = 8;

function classOf(codePoint: number): number {
  const known = knownClasses[codePoint] ?? 0;
  if (known !== 0) return known;
  const found =
    isKnown |
    (isWordCodePoint(codePoint) ? wordClass : 0) |
    (codePoint > 0x7f && isUnspaced(String.fromCodePoint(codePoint)) ? unspacedClass : 0) |
    (marks.has(codePoint) ? markClass : 0);
  // Writing beyond the end of a typed array does nothing.
  knownClasses[codePoint] = found;
  return found;
}

function isWordCodePoint(codePoint: number): boolean {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? Infinity) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
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
    const characterClass = classOf(codePoint);
    const end = at + character.length;
    if ((characterClass & unspacedClass) !== 0) {
      endWord(at);
      if ((characterClass & wordClass) !== 0) {
        tokens.push({ text: folds.get(codePoint) ?? character, start: at, end });
      }
    } else if ((characterClass & wordClass) !== 0) {
      if (word === '') start = at;
      word += folds.get(codePoint) ?? character;
    } else if ((characterClass & markClass) === 0) {
      endWord(at);
    }
    at = end;
  }
  endWord(text.length);
  return tokens;
}

/** One character as substring search sees it. */
function foldCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const characterClass = classOf(codePoint);
  if ((characterClass & markClass) !== 0) return '';
  if (codePoint === 0) return ' ';
  const folded = folds.get(codePoint) ?? character;
  return (characterClass & unspacedClass) === 0 ? folded : ` ${folded} `;
}

/** A text as substring search sees it: spaced out as by `spaceOut`, lower case, without accents. */
export function foldForSubstring(text: string): string {
  if (/^\p{ASCII}*$/u.test(text) && !text.includes('\0')) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** As `foldForSubstring`, with the position in the original text of each UTF-16 unit of the result (and of its end). */
export function foldWithPositions(text: string): { readonly folded: string; readonly positions: readonly number[] } {
  let folded = '';
  const positions: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit++) positions.push(at);
    folded += part;
    at += character.length;
  }
  positions.push(at);
  return { folded, positions };
}

/** Every character beyond ASCII that folding turns into ASCII or drops, as ranges of a character class (`À-Åà-å`). */
export function charactersFoldedToAscii(): string {
  const codePoints = [...folds]
    .filter(([codePoint, folded]) => codePoint > 0x7f && folded <= '\x7f')
    .map(([codePoint]) => codePoint)
    .concat(droppedMarks)
    .toSorted((one, other) => one - other);
  const isNext = (codePoint: number, index: number): boolean => codePoints[index - 1] === codePoint - 1;
  const starts = codePoints.filter((codePoint, index) => !isNext(codePoint, index));
  const ends = codePoints.filter((codePoint) => !codePoints.includes(codePoint + 1));
  return starts
    .map((start, index) => `${String.fromCodePoint(start)}-${String.fromCodePoint(ends[index] ?? start)}`)
    .join('');
}
