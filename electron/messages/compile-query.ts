import { isUnspaced } from '../../shared/messages/query/spacing.ts';
import { foldForSubstring, tokenize } from '../../shared/messages/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { sql } from '../library/sql.ts';
import type { Query, TextQuery } from '../../shared/messages/query/query.ts';
import { all, and, none, not, or, test, type Condition } from './condition.ts';
import { compileFilter, unanswered, type FilterContext } from './filters.ts';
import { holds } from './holds-text.ts';
import { oneOfWords, phrase } from './index-expressions.ts';

/** What the index is asked for a query. Names that nobody bears are added to the context's problems. */
export function compileQuery(context: FilterContext, query: Query): Condition {
  switch (query.kind) {
    case 'everything':
      return all;
    case 'and':
      return and(query.items.map((item) => compileQuery(context, item)));
    case 'or':
      return or(query.items.map((item) => compileQuery(context, item)));
    case 'not':
      return not(compileQuery(context, query.item));
    case 'filter':
      return compileFilter(context, query);
    case 'text':
      return compileText(context, query);
    case 'regex':
      return unanswered(context, query);
  }
}

function compileText({ database }: FilterContext, { text, match }: TextQuery): Condition {
  if (match !== 'inside' && tokenize(text).length > 0) return phrase(text, match === 'prefix');
  const part = match === 'inside' ? text : text.trim();
  const needle = foldForSubstring(part);
  if (needle === '') return all;
  if (isPartOfWord(part, needle)) return insideWords(database, needle);
  return isUnspacedThroughout(part) ? phrase(part, false) : holdsPart(needle);
}

/** Each character stands in the index as a word: the index matches it inside by itself. */
function isUnspacedThroughout(text: string): boolean {
  return Array.from(text).every((character) => isUnspaced(character)) && tokenize(text).length > 0;
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
