import { foldForSubstring, tokenize } from '../../shared/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { none, test, type Condition } from './condition.ts';
import { holds } from './holds-text.ts';
import { oneOfWords } from './index-expressions.ts';
import { PerState } from './library-state.ts';

/** Messages with these characters anywhere, also within words; not without characters. */
export function inside(database: Database, part: string): Condition {
  const needle = foldForSubstring(part);
  return isPartOfWord(part, needle) ? insideWords(database, needle) : holdsPart(needle);
}

/** The text is one piece of one word: whatever holds it, holds it within one word. */
function isPartOfWord(text: string, needle: string): boolean {
  const tokens = tokenize(text);
  return tokens.length === 1 && tokens[0]?.text === needle;
}

/** Above so many words, a page is found faster by reading messages: the text is common, and the newest few have it. */
const mostWords = 200;

function insideWords(database: Database, needle: string): Condition {
  const words = wordsWith(database, needle);
  if (words.length === 0) return none;
  return words.length > mostWords ? holdsPart(needle) : oneOfWords(words);
}

/** Up to so many words are kept in memory, as one text of a few megabytes. */
const mostKept = 500_000;

/** A word in each line, between line breaks: looking through it takes a tenth of what looking through the table takes. */
const vocabulary = new PerState<string | null>((database) => {
  const found = firstRow<{ readonly count: number; readonly words: string | null }>(
    database,
    sql`SELECT count(*) AS count, group_concat(word, char(10)) AS words
      FROM (SELECT word FROM message_vocabulary LIMIT ${BigInt(mostKept + 1)})`,
  );
  return found === undefined || found.count > mostKept ? null : `\n${found.words ?? ''}\n`;
});

/** The words that a text stands in, but no more than one too many. */
function wordsWith(database: Database, needle: string): readonly string[] {
  const known = vocabulary.get(database);
  if (known === null) {
    const found = sql`SELECT word FROM message_vocabulary WHERE instr(word, ${needle}) LIMIT ${BigInt(mostWords + 1)}`;
    return allRows<{ readonly word: string }>(database, found).map(({ word }) => word);
  }
  const words: string[] = [];
  let at = known.indexOf(needle);
  while (at >= 0 && words.length <= mostWords) {
    const end = known.indexOf('\n', at);
    words.push(known.slice(known.lastIndexOf('\n', at) + 1, end));
    at = known.indexOf(needle, end);
  }
  return words;
}

function holdsPart(needle: string): Condition {
  return test(holds(needle), holds(needle));
}
