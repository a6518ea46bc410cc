import { RaidscopeError } from '../../shared/contract/errors.ts';
import { messageLanguage, type MessageFilterKey } from '../../shared/messages/language.ts';
import type { NearDirective } from '../../shared/query/build-query.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { FilterValue, Query, SortOrder } from '../../shared/query/query.ts';
import { findTimeZone } from '../../shared/query/time-zone.ts';
import type { QueryProblem, ResolvedName } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { compileQuery } from './compile-query.ts';
import type { Condition } from './condition.ts';
import type { FilterContext, PlacedRegex } from './filter-context.ts';

export interface QueryText {
  readonly query: string;
  readonly timeZone: string;
  /** Where the text itself says nothing of it; `new` if left out. */
  readonly defaultOrder?: 'new' | 'old' | undefined;
}

/** A search text, read against a library. */
export interface ReadQuery {
  /** The zone's own name, where the text says `local`. */
  readonly zone: string;
  readonly query: Query<MessageFilterKey>;
  readonly condition: Condition;
  readonly order: SortOrder;
  readonly near: NearDirective | null;
  /** Seconds since 1970. */
  readonly now: number;
  readonly problems: readonly QueryProblem[];
  readonly resolved: readonly ResolvedName[];
  readonly regexes: readonly PlacedRegex[];
  /** The names that each value of `mentions:` stands for. */
  readonly mentioned: ReadonlyMap<FilterValue, readonly string[]>;
}

/** Throws `bad_input` for a time zone that is none; whatever is amiss in the query is a problem in the answer. */
export function readQuery({ database }: OperationContext, input: QueryText): ReadQuery {
  const timeZone = findTimeZone(input.timeZone);
  if (timeZone === null) {
    throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone: input.timeZone });
  }
  const { query, sort, near, problems } = parseQuery(input.query, messageLanguage);
  const context: FilterContext = {
    database,
    timeZone,
    now: Date.now() / 1000,
    problems: [],
    resolved: [],
    regexes: [],
    mentioned: new Map(),
  };
  const condition = compileQuery(context, query);
  return {
    ...context,
    zone: timeZone,
    query,
    condition,
    order: sort ?? (near === null ? (input.defaultOrder ?? 'new') : 'old'),
    near,
    problems: [...problems, ...context.problems],
  };
}

/** Tells one search from another for as long as the library stays as it is; what `today` means changes with the hour. */
export function rankingKey({ query }: QueryText, { zone, now }: ReadQuery): string {
  return JSON.stringify([query, zone, Math.floor(now / 3600)]);
}
