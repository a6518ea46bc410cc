import type { FilterValue } from '../../shared/query/query.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { all, none, not, or, test, type Condition } from './condition.ts';
import type { FacetKind } from './facet-tokens.ts';
import type { FilterCompiler, FilterContext } from './filter-context.ts';
import { anyOfFacet, facet } from './index-expressions.ts';
import { labelOf, namesOf, resolveNames, type NamedTable } from './names.ts';

/** Above so many ids, the rows are read rather than as many lists of the index met with one another. */
const mostTokens = 500;

/** How one of very many ids is told from a row with the alias `m`. */
interface IdColumns {
  readonly ofMessages: SqlFragment;
  readonly ofDirect: SqlFragment | null;
}

function named(
  table: NamedTable,
  kind: FacetKind,
  any: (context: FilterContext) => Condition,
  columns?: IdColumns,
): FilterCompiler {
  return (context, values) => {
    const ids = new Set<string>();
    const others: Condition[] = [];
    for (const value of values) {
      if (value.kind === 'any') others.push(any(context));
      else if (value.kind === 'none') others.push(not(any(context)));
      else for (const id of idsOf(context, table, value)) ids.add(id);
    }
    return or([oneOfIds(kind, [...ids], columns), ...others]);
  };
}

/** Players, channels and so on that a value names. */
export function idsOf(context: FilterContext, table: NamedTable, value: FilterValue): readonly string[] {
  if (value.kind === 'word' || value.kind === 'regex') return resolveNames(context, table, value);
  return value.kind === 'me' ? idsOfMe(context, value) : [];
}

/** Those that the person who searches has said to be. */
function idsOfMe({ database, problems, resolved }: FilterContext, { range }: FilterValue): readonly string[] {
  const ids = allRows<{ readonly id: string }>(database, sql`SELECT user_id AS id FROM kept_me`).map(({ id }) => id);
  if (ids.length > 0) resolved.push({ range, label: labelOf(database, 'users', ids) });
  else {
    const message = '“me” is nobody yet: say which players are you in the library’s settings.';
    problems.push({ code: 'unknown_name', message, range, repair: null });
  }
  return ids;
}

function oneOfIds(kind: FacetKind, ids: readonly string[], columns: IdColumns | undefined): Condition {
  if (ids.length === 0) return none;
  if (ids.length <= mostTokens || columns === undefined) return facet(kind, ids);
  const listed = sql`IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const { ofMessages, ofDirect } = columns;
  return test(sql`${ofMessages} ${listed}`, ofDirect === null ? null : sql`${ofDirect} ${listed}`);
}

export const from = named('users', 'author', () => all, { ofMessages: sql`m.user_id`, ofDirect: sql`m.from_user_id` });

export const to = named('users', 'recipient', () => anyOfFacet('recipient'), {
  ofMessages: sql`m.type = 'dm' AND CASE WHEN json_valid(m.metadata) THEN CAST(json_extract(m.metadata, '$.to_user_id') AS TEXT) END`,
  ofDirect: sql`m.to_user_id`,
});

export const inChannel = named('channels', 'channel', anyChannel, { ofMessages: sql`m.channel_id`, ofDirect: null });

export const server = named('servers', 'server', () => all);

export const event = named('events', 'event', () => anyOfFacet('event'));

/** As long as there are not too many channels, their lists are met one by one and not gathered first. */
function anyChannel({ database }: FilterContext): Condition {
  const { rows } = namesOf(database, 'channels');
  if (rows.length === 0) return none;
  return rows.length > mostTokens
    ? anyOfFacet('channel')
    : facet(
        'channel',
        rows.map(({ id }) => id),
      );
}
