import { foldForSubstring, tokenize } from '../../shared/messages/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { sql } from '../library/sql.ts';
import { none, test, type Condition } from './condition.ts';
import { holds } from './holds-text.ts';
import { oneOfWords } from './index-expressions.ts';

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
  const found = sql`SELECT word FROM message_vocabulary WHERE instr(word, ${needle}) LIMIT ${mostWords + 1}`;
  const words = database
    .prepare<unknown[], string>(found.text)
    .pluck()
    .all(...found.parameters);
  if (words.length === 0) return none;
  return words.length > mostWords ? holdsPart(needle) : oneOfWords(words);
}

function holdsPart(needle: string): Condition {
  return test(holds(needle), holds(needle));
}
