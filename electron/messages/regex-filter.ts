import type { RegexQuery } from '../../shared/messages/query/query.ts';
import { and, type Condition } from './condition.ts';
import { guardedRegex, type FilterContext } from './filter-context.ts';
import { inside } from './inside-words.ts';
import { requiredLiteral } from './required-literal.ts';

/** Messages that a regular expression stands in. What every such message must hold is asked of the index before. */
export function compileRegexQuery(context: FilterContext, query: RegexQuery): Condition {
  const regex: Condition = { kind: 'regex', column: 'content', regex: guardedRegex(context, query) };
  const literal = requiredLiteral(query.pattern);
  return literal === null ? regex : and([inside(context.database, literal), regex]);
}
