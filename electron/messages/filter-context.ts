import type { FilterValue, RegexQuery, RegexValue } from '../../shared/query/query.ts';
import { compileRegex } from '../../shared/query/regex.ts';
import type { QueryProblem, ResolvedName, TextRange } from '../../shared/query/types.ts';
import type { Database } from '../library/open-database.ts';
import type { Condition } from './condition.ts';
import { GuardedRegex } from './guarded-regex.ts';

/** A regular expression of a query, and where it stands in its text. */
export interface PlacedRegex {
  readonly regex: GuardedRegex;
  readonly range: TextRange;
}

/** What a query is read against, and what reading it brings to light. */
export interface FilterContext {
  readonly database: Database;
  readonly timeZone: string;
  /** Seconds since 1970: what `today` is counted from. */
  readonly now: number;
  readonly problems: QueryProblem[];
  /** What each name stands for. */
  readonly resolved: ResolvedName[];
  readonly regexes: PlacedRegex[];
  /** The names that a value of `mentions:` stands for. */
  readonly mentioned: Map<FilterValue, readonly string[]>;
}

export type FilterCompiler = (context: FilterContext, values: readonly FilterValue[]) => Condition;

/** The parser has made sure that the pattern is one. */
export function guardedRegex(
  context: FilterContext,
  { pattern, ignoresCase, range }: RegexQuery | RegexValue,
): GuardedRegex {
  const compiled = compileRegex(pattern, ignoresCase);
  if (compiled === null) throw new TypeError(`Not a regular expression: ${pattern}`);
  const regex = new GuardedRegex(compiled);
  context.regexes.push({ regex, range });
  return regex;
}
