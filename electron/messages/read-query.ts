import { RaidscopeError } from '../../shared/contract/errors.ts';
import { parseQuery } from '../../shared/messages/query/parse-query.ts';
import type { Query } from '../../shared/messages/query/query.ts';
import { findTimeZone } from '../../shared/messages/query/time-zone.ts';
import type { QueryProblem, ResolvedName } from '../../shared/messages/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { compileQuery } from './compile-query.ts';
import type { Condition } from './condition.ts';

export interface QueryText {
  readonly query: string;
  readonly timeZone: string;
}

/** A search text, read against a library. */
export interface ReadQuery {
  /** The zone's own name, where the text says `local`. */
  readonly zone: string;
  readonly query: Query;
  readonly condition: Condition;
  readonly problems: readonly QueryProblem[];
  readonly resolved: readonly ResolvedName[];
}

/** Throws `bad_input` for a time zone that is none; whatever is amiss in the query is a problem in the answer. */
export function readQuery({ database }: OperationContext, input: QueryText): ReadQuery {
  const timeZone = findTimeZone(input.timeZone);
  if (timeZone === null) {
    throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone: input.timeZone });
  }
  const { query, problems } = parseQuery(input.query);
  const nameProblems: QueryProblem[] = [];
  const resolved: ResolvedName[] = [];
  const now = Date.now() / 1000;
  const condition = compileQuery({ database, timeZone, now, problems: nameProblems, resolved }, query);
  return { zone: timeZone, query, condition, problems: [...problems, ...nameProblems], resolved };
}
