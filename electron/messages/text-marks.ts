/**
 * What of a message's text a person can filter by: whether it holds a link, a mention, an emoji or a number, which
 * scripts beside the Latin one it is written in, and about how long it is. One pass over the text: it runs for each
 * message of an import.
 */

const letter = 1;
const digit = 2;
const emoji = 4;
/** An emoji only where U+FE0F follows: `1`, `©`, arrows. */
const emojiIfMarked = 8;
const isKnown = 16;
const firstScript = 32;
/** Of a text only: no character is one by itself. */
const link = 1 << 14;
const mention = 1 << 15;
/** What of a text becomes tokens. */
const tokenBits = 0xffff & ~(letter | emojiIfMarked | isKnown);

/** Scripts that tell a language, or a few, and the names of their tokens. */
const scripts = [
  ['hani', /\p{Script=Han}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hang', /\p{Script=Hangul}/u],
  ['cyrl', /\p{Script=Cyrillic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['arab', /\p{Script=Arabic}/u],
  ['grek', /\p{Script=Greek}/u],
  ['hebr', /\p{Script=Hebrew}/u],
  ['deva', /\p{Script=Devanagari}/u],
] as const;

/** Pictures that people type for their own sake, not the signs and arrows that may also be shown as pictures. */
const emojiCharacter = /[\p{Emoji_Presentation}[\p{Extended_Pictographic}--[©®™‼⁉ℹ\u2194-\u21aa]]]/v;

const linkStart = /https?:\/\/\S/iu;

/** The classes of the characters of the Basic Multilingual Plane, filled as they are met: 0 is not known yet. */
const knownClasses = new Uint16Array(0x10000);
const knownClassesBeyond = new Map<number, number>();

function classOf(codePoint: number): number {
  const known = codePoint < 0x10000 ? knownClasses[codePoint] : knownClassesBeyond.get(codePoint);
  return known || learnClass(codePoint);
}

function learnClass(codePoint: number): number {
  const found = findClass(String.fromCodePoint(codePoint));
  if (codePoint < 0x10000) knownClasses[codePoint] = found;
  else knownClassesBeyond.set(codePoint, found);
  return found;
}

function findClass(character: string): number {
  let found = isKnown;
  if (/\p{L}/u.test(character)) found |= letter;
  if (/\p{Nd}/u.test(character)) found |= digit;
  if (emojiCharacter.test(character)) found |= emoji;
  if (/\p{Emoji}/u.test(character)) found |= emojiIfMarked;
  scripts.forEach(([, pattern], index) => {
    if (pattern.test(character)) found |= firstScript << index;
  });
  return found;
}

const atSign = 0x40;
const colon = 0x3a;
const zero = 0x30;
const nine = 0x39;
const emojiMark = 0xfe0f;

/** From so many characters on, a text has a token of its length. */
const shortestMeasuredLength = 128;

/**
 * The tokens of a text, parted by blanks: `hl` link, `hm` mention, `he` emoji, `hn` number, `g<script>`, and from 128
 * characters on `l<k>`, where k is the logarithm of their number to base 2, rounded down. Null if there are none.
 */
export function textMarks(text: string): string | null {
  let found = 0;
  let mayHaveLink = false;
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (unit <= nine && unit >= zero) found |= digit;
      else if (unit === atSign) found |= startsWithLetter(text, at + 1) ? mention : 0;
      else if (unit === colon) mayHaveLink = true;
    } else if (unit === emojiMark) {
      if (isEmojiIfMarked(text, at)) found |= emoji;
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      const codePoint = text.codePointAt(at) ?? unit;
      found |= classOf(codePoint);
      if (codePoint > 0xffff) {
        at++;
        length--;
      }
    } else {
      found |= knownClasses[unit] || learnClass(unit);
    }
  }
  if (mayHaveLink && linkStart.test(text)) found |= link;
  const measure = length < shortestMeasuredLength ? 0 : 31 - Math.clz32(length);
  return writeMarks(found & tokenBits, measure);
}

function startsWithLetter(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at);
  return codePoint !== undefined && (classOf(codePoint) & letter) !== 0;
}

/** What stands before the mark at this place becomes an emoji by it. */
function isEmojiIfMarked(text: string, at: number): boolean {
  const isPair = at > 1 && text.charCodeAt(at - 1) >= 0xdc00 && text.charCodeAt(at - 1) < 0xe000;
  const codePoint = at === 0 ? undefined : text.codePointAt(isPair ? at - 2 : at - 1);
  return codePoint !== undefined && (classOf(codePoint) & emojiIfMarked) !== 0;
}

/** There are few combinations: each is put into words once. */
const written = new Map<number, string | null>();

function writeMarks(found: number, measure: number): string | null {
  const key = found * 32 + measure;
  let tokens = written.get(key);
  if (tokens === undefined) {
    const names = [
      (found & link) !== 0 ? 'hl' : '',
      (found & mention) !== 0 ? 'hm' : '',
      (found & emoji) !== 0 ? 'he' : '',
      (found & digit) !== 0 ? 'hn' : '',
      ...scripts.map(([name], index) => ((found & (firstScript << index)) !== 0 ? `g${name}` : '')),
      measure > 0 ? `l${measure}` : '',
    ].filter((name) => name !== '');
    tokens = names.length === 0 ? null : names.join(' ');
    written.set(key, tokens);
  }
  return tokens;
}
