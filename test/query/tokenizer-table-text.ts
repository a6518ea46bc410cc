import { openDatabase } from '../../electron/library/open-database.ts';

/**
 * The text of `shared/query/tokenizer-table.generated.ts`, made by asking the tokenizer of `message_words` about
 * every code point: `q` + character + `z` is one word if the character belongs to words, `qz` if it is dropped from
 * them (a combining accent), two words if it parts them.
 */
export function tokenizerTableText(): string {
  const boundaries: number[] = [];
  const folds: string[] = [];
  const marks: number[] = [];
  let wasWord = false;
  let previousFold = 0;
  for (const [codePoint, word] of wordsAround()) {
    const isWord = word !== null && word !== 'qz';
    if (isWord !== wasWord) boundaries.push(codePoint);
    wasWord = isWord;
    if (word === 'qz') marks.push(codePoint);
    const folded = word?.codePointAt(1) ?? codePoint;
    if (isWord && folded !== codePoint) {
      folds.push(`${(codePoint - previousFold).toString(36)}:${(folded - codePoint).toString(36)}`);
      previousFold = codePoint;
    }
  }
  const deltas = boundaries.map((at, index) => (at - (boundaries[index - 1] ?? 0)).toString(36));
  return [
    '// Generated from the tokenizer itself by test/messages/tokenizer-table.test.ts (UPDATE_GENERATED=1 writes it anew).',
    '',
    '/** Code points at which characters of words begin and end, by turns; each as the distance from the one before. */',
    `export const wordBoundaries = '${deltas.join(' ')}';`,
    '',
    '/** Characters that stand for another one: distance from the one before, then from itself to the other. */',
    `export const foldedCharacters = '${folds.join(' ')}';`,
    '',
    '/** Combining accents: part of the word before them, and dropped from it. */',
    `export const droppedMarks: readonly number[] = [${marks.join(', ')}];`,
    '',
  ].join('\n');
}

const lastCodePoint = 0x10ffff;
const chunkSize = 8192;

/** Each code point with the word that `q` + it + `z` becomes; null if it becomes two. */
function* wordsAround(): Generator<readonly [codePoint: number, word: string | null]> {
  const database = openDatabase(':memory:');
  database.exec(`CREATE VIRTUAL TABLE words USING fts5(text, content = '',
      tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'");
    CREATE VIRTUAL TABLE tokens USING fts5vocab(words, instance)`);
  const add = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  const list = database.prepare<[number], string>('SELECT term FROM tokens WHERE doc = ? ORDER BY offset').pluck();
  for (let first = 1; first <= lastCodePoint; first += chunkSize) {
    const last = Math.min(first + chunkSize - 1, lastCodePoint);
    const codePoints = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (codePoint) => codePoint < 0xd800 || codePoint > 0xdfff,
    );
    database.exec(`INSERT INTO words (words) VALUES ('delete-all')`);
    add.run(first, codePoints.map((codePoint) => `q${String.fromCodePoint(codePoint)}z`).join(' '));
    const terms = list.all(first);
    let at = 0;
    for (const codePoint of codePoints) {
      const isParted = terms[at] === 'q' && terms[at + 1] === 'z';
      yield [codePoint, isParted ? null : (terms[at] ?? '')];
      at += isParted ? 2 : 1;
    }
  }
  database.close();
}
