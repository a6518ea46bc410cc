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
  if (known !== undefined && known !== 0) return known;
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
const emojiMark = 0xfe0f;

/** From so many characters on, a text has a token of its length. */
const shortestMeasuredLength = 128;

/**
 * The tokens of a text, parted by blanks: `hl` link, `hm` mention, `he` emoji, `hn` number, `g<script>`, and from 128
 * characters on `l<k>`, where k is the logarithm of their number to base 2, rounded down. Null if there are none.
 */
export function textMarks(text: string): string | null {
  let found = 0;
  let hasMention = false;
  let mayHaveLink = false;
  let length = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    let codePoint = text.charCodeAt(at);
    if (codePoint >= 0xd800 && codePoint < 0xdc00) {
      codePoint = text.codePointAt(at) ?? codePoint;
      if (codePoint > 0xffff) at++;
    }
    length++;
    if (before === atSign && (classOf(codePoint) & letter) !== 0) hasMention = true;
    if (codePoint === colon) mayHaveLink = true;
    if (codePoint === emojiMark && (classOf(before) & emojiIfMarked) !== 0) found |= emoji;
    found |= classOf(codePoint);
    before = codePoint;
  }
  const hasLink = mayHaveLink && linkStart.test(text);
  return writeMarks(found, hasLink, hasMention, length);
}

function writeMarks(found: number, hasLink: boolean, hasMention: boolean, length: number): string | null {
  let tokens = '';
  if (hasLink) tokens += ' hl';
  if (hasMention) tokens += ' hm';
  if ((found & emoji) !== 0) tokens += ' he';
  if ((found & digit) !== 0) tokens += ' hn';
  if (found >= firstScript) {
    scripts.forEach(([name], index) => {
      if ((found & (firstScript << index)) !== 0) tokens += ` g${name}`;
    });
  }
  if (length >= shortestMeasuredLength) tokens += ` l${31 - Math.clz32(length)}`;
  return tokens === '' ? null : tokens.slice(1);
}
