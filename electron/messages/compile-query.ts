import { foldForSubstring, tokenize } from '../../shared/messages/query/tokenizer.ts';
import type { Query, TextQuery } from '../../shared/messages/query/query.ts';
import { all, and, not, or, type Condition } from './condition.ts';
import { compileFilter, type FilterContext } from './filters.ts';
import { phrase, substring } from './index-expressions.ts';

/** What the indexes are asked for a query. Names that nobody bears are added to the context's problems. */
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
      return compileText(query);
  }
}

/** A character of a script without spaces counts three by itself: it is indexed with a blank on either side. */
const trigramLength = 3;

function compileText({ text, match }: TextQuery): Condition {
  if (match !== 'inside' && tokenize(text).length > 0) return phrase(text, match === 'prefix');
  const part = match === 'inside' ? text : text.trim();
  const needle = foldForSubstring(part);
  if (needle === '') return all;
  return hasCodePoints(needle, trigramLength) ? substring(part) : { kind: 'scan', needle };
}

function hasCodePoints(text: string, count: number): boolean {
  return Array.from(text).length >= count;
}
