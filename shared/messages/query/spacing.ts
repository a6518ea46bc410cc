/**
 * One character of a script that is written without blanks between words, or one symbol (emoji, arrows, dingbats). Skin
 * tones are symbols here too, because the tokenizer (of an older Unicode) takes them for letters. Hangul is not: Korean
 * parts its words.
 */
const unspacedCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Bopomofo}\p{Script=Yi}\p{So}\u{1F3FB}-\u{1F3FF}]/u;

const unspacedCharacters = new RegExp(unspacedCharacter, 'gu');

/** True for one character that stands as a word of its own. */
export function isUnspaced(character: string): boolean {
  return unspacedCharacter.test(character);
}

/**
 * Puts blanks around each such character, so that a tokenizer takes it as a word of its own and any run is found inside.
 * A NUL becomes a blank: SQLite's trigram tokenizer would stop there. `spaceOut(a + b) === spaceOut(a) + spaceOut(b)`.
 */
export function spaceOut(text: string): string {
  return text.replaceAll('\0', ' ').replace(unspacedCharacters, ' $& ');
}
