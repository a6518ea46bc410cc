import type { Database } from '../library/open-database.ts';
import { joinSql, sql, type SqlFragment, type SqlValue } from '../library/sql.ts';
import type { Condition, IndexCondition, PlaceTestCondition, RowsCondition, Stretch } from './condition.ts';
import type { Segment } from './segments.ts';
import type { Direction } from './walk-places.ts';

/** The driver hands JavaScript numbers to SQLite as REAL, which FTS5 does not take for a bound of its rowid. */
function place(seq: number): SqlValue {
  return BigInt(seq);
}

export function between(column: SqlFragment, { first, last }: Stretch): SqlFragment {
  return sql`${column} BETWEEN ${place(first)} AND ${place(last)}`;
}

/**
 * One statement that yields the places of a segment's hits (column `seq`) in order from an index, if there is one: it
 * reads no more than it answers, but for what a test of the place leaves out.
 */
export function orderedStatement(segment: Segment, direction: Direction, limit?: number): SqlFragment | null {
  const parts = partsOf(segment.condition);
  if (parts === null) return null;
  const { base, placeTest } = parts;
  const where = (column: SqlFragment): SqlFragment =>
    placeTest === null ? between(column, segment) : sql`${between(column, segment)} AND ${placeTest.fits(column)}`;
  const tail = orderAndLimit(direction, limit);
  switch (base.kind) {
    case 'index':
      return sql`SELECT rowid AS seq FROM message_words WHERE message_words MATCH ${base.match} AND ${where(sql`rowid`)} ${tail}`;
    case 'rows':
      return union(
        base.sources.map((source) => sql`SELECT seq ${source} AND ${where(sql`seq`)}`),
        'UNION',
        tail,
      );
    case 'all':
      return union(
        messageTables.map((table) => sql`SELECT seq FROM ${table} WHERE ${where(sql`seq`)}`),
        'UNION ALL',
        tail,
      );
  }
}

/** Both hold messages; no place occurs in both. */
export const messageTables: readonly SqlFragment[] = [sql`messages`, sql`direct_messages`];

/** SQLite merges the parts, each in the order of its index, and stops at the limit. */
function union(selects: readonly SqlFragment[], operator: 'UNION' | 'UNION ALL', tail: SqlFragment): SqlFragment {
  return sql`${joinSql(selects, ` ${operator} `)} ${tail}`;
}

function orderAndLimit(direction: Direction, limit: number | undefined): SqlFragment {
  const order = direction === 'newer' ? sql`ORDER BY seq ASC` : sql`ORDER BY seq DESC`;
  return limit === undefined ? order : sql`${order} LIMIT ${BigInt(limit)}`;
}

interface OrderedParts {
  readonly base: IndexCondition | RowsCondition | { readonly kind: 'all' };
  readonly placeTest: PlaceTestCondition | null;
}

function partsOf(condition: Condition): OrderedParts | null {
  switch (condition.kind) {
    case 'all':
    case 'index':
      return { base: condition, placeTest: null };
    case 'rows':
      return condition.sources.length <= mostSources ? { base: condition, placeTest: null } : null;
    case 'placeTest':
      return { base: { kind: 'all' }, placeTest: condition };
    case 'and': {
      const [one, other, ...more] = condition.items;
      if (one === undefined || other === undefined || more.length > 0) return null;
      const placeTest = [one, other].find((item) => item.kind === 'placeTest');
      const base = partsOf(one === placeTest ? other : one)?.base;
      return placeTest === undefined || base === undefined ? null : { base, placeTest };
    }
    default:
      return null;
  }
}

/** SQLite takes 500 parts of a union. */
const mostSources = 400;

/** The first place of a stretch in a direction, or the one after so many others; undefined if there is none. */
export function findEdge(
  database: Database,
  condition: IndexCondition | RowsCondition | { readonly kind: 'all' },
  stretch: Stretch,
  direction: Direction,
  offset = 0,
): number | undefined {
  const statement = orderedStatement({ ...stretch, condition }, direction, 1);
  if (statement === null) return undefined;
  const skipping = offset === 0 ? statement : sql`${statement} OFFSET ${BigInt(offset)}`;
  return database
    .prepare<unknown[], number>(skipping.text)
    .pluck()
    .get(...skipping.parameters);
}
