import type { RegexQuery } from '../../shared/query/query.ts';
import { all, and, type Condition } from './condition.ts';
import { guardedRegex, type FilterContext } from './filter-context.ts';
import { facet } from './index-expressions.ts';
import { inside } from './inside-words.ts';
import { requiredLiteral, requiresDigit } from './required-literal.ts';

/** Messages that a regular expression stands in. What every such message must hold is asked of the index before. */
export function compileRegexQuery(context: FilterContext, query: RegexQuery): Condition {
  const regex: Condition = { kind: 'regex', column: 'content', regex: guardedRegex(context, query) };
  const literal = requiredLiteral(query.pattern);
  return and([
    literal === null ? all : inside(context.database, literal),
    requiresDigit(query.pattern) ? facet('has', ['n']) : all,
    regex,
  ]);
}
