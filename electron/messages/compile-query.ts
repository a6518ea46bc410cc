import type { MessageFilterKey } from '../../shared/messages/language.ts';
import { isUnspaced } from '../../shared/query/spacing.ts';
import { foldForSubstring, tokenize } from '../../shared/query/tokenizer.ts';
import type { Query, TextQuery } from '../../shared/query/query.ts';
import type { Database } from '../library/open-database.ts';
import { all, and, not, or, type Condition } from './condition.ts';
import type { FilterContext } from './filter-context.ts';
import { compileFilter } from './filters.ts';
import { phrase } from './index-expressions.ts';
import { inside } from './inside-words.ts';
import { compileRegexQuery } from './regex-filter.ts';

/** What the index is asked for a query. Names that nobody bears are added to the context's problems. */
export function compileQuery(context: FilterContext, query: Query<MessageFilterKey>): Condition {
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
      return compileText(context.database, query);
    case 'regex':
      return compileRegexQuery(context, query);
  }
}

export function compileText(database: Database, { text, match }: TextQuery): Condition {
  if (match !== 'inside' && tokenize(text).length > 0) return phrase(text, match === 'prefix');
  const part = match === 'inside' ? text : text.trim();
  if (foldForSubstring(part) === '') return all;
  return isUnspacedThroughout(part) ? phrase(part, false) : inside(database, part);
}

/** Each character stands in the index as a word: the index matches it inside by itself. */
function isUnspacedThroughout(text: string): boolean {
  return Array.from(text).every((character) => isUnspaced(character)) && tokenize(text).length > 0;
}
