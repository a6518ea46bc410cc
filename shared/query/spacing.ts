/**
 * One character of a script that is written without blanks between words, or one symbol (emoji, arrows, dingbats). Skin
 * tones are symbols here too, because the tokenizer (of an older Unicode) takes them for letters. Hangul is not: Korean
 * parts its words.
 */
const unspacedCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Bopomofo}\p{Script=Yi}\p{So}\u{1F3FB}-\u{1F3FF}]/u;

/** True for one character that stands as a word of its own. */
export function isUnspaced(character: string): boolean {
  return unspacedCharacter.test(character);
}

/** What is known of characters, filled as they are met; 0: nothing yet. */
const knownUnits = new Uint8Array(0x10000);
const knownBeyond = new Map<number, boolean>();
const isSpaced = 1;
const isNotSpaced = 2;

function isUnspacedCodePoint(codePoint: number): boolean {
  const known = codePoint > 0xffff ? knownBeyond.get(codePoint) : knownUnits[codePoint];
  if (typeof known === 'boolean') return known;
  if (known !== undefined && known !== 0) return known === isNotSpaced;
  const found = isUnspaced(String.fromCodePoint(codePoint));
  if (codePoint > 0xffff) knownBeyond.set(codePoint, found);
  else knownUnits[codePoint] = found ? isNotSpaced : isSpaced;
  return found;
}

function codePointAt(text: string, at: number, unit: number): number {
  return unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
}

/** Where the first character stands that `spaceOut` changes; -1 if there is none. */
function findChange(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return at;
    if (unit < 0x80) continue;
    const codePoint = codePointAt(text, at, unit);
    if (isUnspacedCodePoint(codePoint)) return at;
    if (codePoint > 0xffff) at++;
  }
  return -1;
}

const blank = 0x20;
/** A piece of a spaced text as it is written; a character takes four places of it at most. */
const piece = new Uint16Array(2048);
const fullPiece = piece.length - 4;

/**
 * Puts blanks around each such character, so that a tokenizer takes it as a word of its own and any run is found inside.
 * A NUL becomes a blank: SQLite's trigram tokenizer would stop there. `spaceOut(a + b) === spaceOut(a) + spaceOut(b)`.
 *
 * It runs for every message of an import that is not plain ASCII, in less than half the time of a regular expression.
 */
export function spaceOut(text: string): string {
  const start = findChange(text);
  if (start === -1) return text;
  let spaced = text.slice(0, start);
  let size = 0;
  for (let at = start; at < text.length; at++) {
    if (size > fullPiece) {
      spaced += textOf(size);
      size = 0;
    }
    const unit = text.charCodeAt(at);
    const codePoint = codePointAt(text, at, unit);
    const isAlone = unit >= 0x80 && isUnspacedCodePoint(codePoint);
    if (isAlone) piece[size++] = blank;
    piece[size++] = unit === 0 ? blank : unit;
    if (codePoint > 0xffff) piece[size++] = text.charCodeAt(++at);
    if (isAlone) piece[size++] = blank;
  }
  return spaced + textOf(size);
}

function textOf(size: number): string {
  return String(Reflect.apply(String.fromCharCode, String, piece.subarray(0, size)));
}
