import { readDateValue, timeSpanOf, type TimeSpan } from '../../shared/messages/query/dates.ts';
import type { QueryKey } from '../../shared/messages/query/keys.ts';
import type { FilterQuery, FilterValue } from '../../shared/messages/query/query.ts';
import type { QueryProblem } from '../../shared/messages/types.ts';
import type { Database } from '../library/open-database.ts';
import { none, or, spanOfSeconds, type Condition } from './condition.ts';
import { facet } from './index-expressions.ts';
import { findNames, type NamedTable } from './names.ts';
import type { FacetKind } from './search-index.ts';

/** What a query is read against. */
export interface FilterContext {
  readonly database: Database;
  readonly timeZone: string;
  /** Seconds since 1970: what `today` is counted from. */
  readonly now: number;
  readonly problems: QueryProblem[];
}

type FilterCompiler = (context: FilterContext, values: readonly FilterValue[]) => Condition;

/** What each key of the language finds; `shared/messages/query/keys.ts` says what it takes. */
const compilers: Readonly<Record<QueryKey, FilterCompiler>> = {
  from: named('users', 'author', 'player'),
  in: named('channels', 'channel', 'channel'),
  server: named('servers', 'server', 'server'),
  type: (_context, values) =>
    facet(
      'type',
      values.map(({ text }) => text),
    ),
  is: (_context, values) => or(values.map(({ text }) => facet(text === 'edited' ? 'edited' : 'deleted', ['y']))),
  before: dated(({ start }) => spanOfSeconds(null, start)),
  after: dated(({ start }) => spanOfSeconds(start, null)),
  on: dated(({ start, end }) => spanOfSeconds(start, end)),
};

export function compileFilter(context: FilterContext, { key, values }: FilterQuery): Condition {
  return compilers[key](context, values);
}

function named(table: NamedTable, kind: FacetKind, noun: string): FilterCompiler {
  return (context, values) => {
    const ids = values.flatMap((value) => {
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

function unknownName(noun: string, { text, range }: FilterValue): QueryProblem {
  return { code: 'unknown_name', message: `No ${noun} is called “${text}”.`, range, repair: null };
}

function ambiguousName(noun: string, { text, range }: FilterValue, count: number): QueryProblem {
  const message = `The names of ${count} ${noun}s begin with “${text}”: type more of the one you mean.`;
  return { code: 'ambiguous_name', message, range, repair: null };
}

function dated(toCondition: (span: TimeSpan) => Condition): FilterCompiler {
  return ({ timeZone, now }, values) =>
    or(
      values.map(({ text }) => {
        const date = readDateValue(text);
        return date === null ? none : toCondition(timeSpanOf(date, timeZone, now));
      }),
    );
}
