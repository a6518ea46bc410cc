import { timeSpanOfValue, type OpenTimeSpan } from '../../shared/messages/query/dates.ts';
import type { FilterKey } from '../../shared/messages/query/keys.ts';
import type { FilterQuery, FilterValue, WordValue } from '../../shared/messages/query/query.ts';
import type { QueryProblem, ResolvedName } from '../../shared/messages/types.ts';
import type { Database } from '../library/open-database.ts';
import { none, not, or, spanOfSeconds, type Condition } from './condition.ts';
import { facet } from './index-expressions.ts';
import { findNames, type NamedTable } from './names.ts';
import type { FacetKind } from './facet-tokens.ts';

/** What a query is read against. */
export interface FilterContext {
  readonly database: Database;
  readonly timeZone: string;
  /** Seconds since 1970: what `today` is counted from. */
  readonly now: number;
  readonly problems: QueryProblem[];
  /** What each name stands for. */
  readonly resolved: ResolvedName[];
}

type FilterCompiler = (context: FilterContext, values: readonly FilterValue[]) => Condition;

const during = dated(({ start, end }) => spanOfSeconds(start, end));

/** What each key of the language finds; `shared/messages/query/keys.ts` says what it takes. */
const compilers: Readonly<Partial<Record<FilterKey, FilterCompiler>>> = {
  from: named('users', 'author', 'player'),
  in: named('channels', 'channel', 'channel'),
  server: named('servers', 'server', 'server'),
  type: (context, values) => eachWord(context, values, ({ text }) => facet('type', [text])),
  is: (context, values) =>
    eachWord(context, values, (value) =>
      value.text === 'edited' || value.text === 'deleted' ? facet(value.text, ['y']) : unanswered(context, value),
    ),
  before: dated(({ start }) => spanOfSeconds(null, start)),
  after: dated(({ start }) => spanOfSeconds(start, null)),
  on: during,
  during,
  date: during,
};

export function compileFilter(context: FilterContext, { key, values, range }: FilterQuery): Condition {
  return compilers[key]?.(context, values) ?? unanswered(context, { range });
}

/** What the language knows and this search does not. */
export function unanswered(context: FilterContext, { range }: Pick<FilterValue, 'range'>): Condition {
  context.problems.push({ code: 'bad_value', message: 'This cannot be searched yet.', range, repair: null });
  return none;
}

function eachWord(
  context: FilterContext,
  values: readonly FilterValue[],
  toCondition: (value: WordValue) => Condition,
): Condition {
  return or(values.map((value) => (value.kind === 'word' ? toCondition(value) : unanswered(context, value))));
}

function named(table: NamedTable, kind: FacetKind, noun: string): FilterCompiler {
  return (context, values) => {
    const ids = values.flatMap((value) => {
      if (value.kind !== 'word') {
        unanswered(context, value);
        return [];
      }
      const found = findNames(context.database, table, value.text, value.isQuoted);
      if (found.kind === 'found') return found.ids;
      context.problems.push(
        found.kind === 'unknown' ? unknownName(noun, value) : ambiguousName(noun, value, found.count),
      );
      return [];
    });
    return ids.length === 0 ? none : facet(kind, [...new Set(ids)]);
  };
}

function unknownName(noun: string, { text, range }: WordValue): QueryProblem {
  return { code: 'unknown_name', message: `No ${noun} is called “${text}”.`, range, repair: null };
}

function ambiguousName(noun: string, { text, range }: WordValue, count: number): QueryProblem {
  const message = `The names of ${count} ${noun}s begin with “${text}”: type more of the one you mean.`;
  return { code: 'ambiguous_name', message, range, repair: null };
}

function dated(toCondition: (span: OpenTimeSpan) => Condition): FilterCompiler {
  return ({ timeZone, now }, values) =>
    or(
      values.map((value) => {
        const span = timeSpanOfValue(value, timeZone, now);
        if (span !== null) return toCondition(span);
        const dates = spanOfSeconds(null, null);
        return value.kind === 'none' ? not(dates) : dates;
      }),
    );
}
