import { emptySql, sql, type SqlFragment, type SqlValue } from '../library/sql.ts';
import type { Database } from '../library/open-database.ts';
import { holds } from './holds-text.ts';
import type { Condition, IndexCondition, ScanCondition } from './condition.ts';

/** A stretch of time order, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The driver hands JavaScript numbers to SQLite as REAL, which FTS5 does not take for a bound of its rowid. */
function place(seq: number): SqlValue {
  return BigInt(seq);
}

/** Up to so many candidates are looked up one by one rather than met with all hits of the stretch. */
const fewCandidates = 100;

/**
 * Which messages of a stretch fit a condition that mixes the index, negation and reading: the general way, right for
 * every condition, with work in proportion to the hits of its parts in the stretch. Places in ascending order. The parts
 * of an AND are asked cheapest first, each only about what the ones before left over.
 */
export class Evaluator {
  readonly #database: Database;
  /** How many hits each part had when last asked about a whole stretch: what to begin with in the next one. */
  readonly #lastHits = new Map<Condition, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  evaluate(condition: Condition, stretch: Stretch): readonly number[] {
    return this.#evaluate(condition, stretch, null);
  }

  /** `candidates`: only these are asked about; null: the whole stretch. */
  #evaluate(condition: Condition, stretch: Stretch, candidates: readonly number[] | null): readonly number[] {
    if (candidates?.length === 0) return [];
    switch (condition.kind) {
      case 'all':
        return (
          candidates ?? this.#places(sql`SELECT seq FROM messages WHERE ${between(sql`seq`, stretch)} ORDER BY seq`)
        );
      case 'none':
        return [];
      case 'span':
        throw new TypeError('Spans are resolved before a condition is evaluated');
      case 'index':
        return this.#index(condition, stretch, candidates);
      case 'scan':
        return this.#scan(condition, stretch, candidates);
      case 'not': {
        const base = candidates ?? this.#evaluate({ kind: 'all' }, stretch, null);
        return without(base, this.#evaluate(condition.item, stretch, base));
      }
      case 'or':
        return union(condition.items.map((item) => this.#evaluate(item, stretch, candidates)));
      case 'and': {
        let left = candidates;
        for (const item of this.#cheapestFirst(condition.items)) {
          const hits = this.#evaluate(item, stretch, left);
          if (left === null) this.#lastHits.set(item, hits.length);
          left = hits;
        }
        return left ?? [];
      }
    }
  }

  #cheapestFirst(items: readonly Condition[]): readonly Condition[] {
    const cost = (item: Condition): number => (containsScan(item) ? 2 : item.kind === 'not' ? 1 : 0);
    const hits = (item: Condition): number => this.#lastHits.get(item) ?? 0;
    return items.toSorted((one, other) => cost(one) - cost(other) || hits(one) - hits(other));
  }

  #index(condition: IndexCondition, stretch: Stretch, candidates: readonly number[] | null): readonly number[] {
    if (candidates === null) return this.#places(indexStatement(condition, stretch, 'ASC'));
    if (candidates.length <= fewCandidates) {
      return this.#places(
        sql`SELECT rowid FROM message_words WHERE message_words MATCH ${condition.match} AND rowid IN (${listed(candidates)}) ORDER BY rowid`,
      );
    }
    const outer = { first: candidates[0] ?? stretch.first, last: candidates.at(-1) ?? stretch.last };
    return intersection(candidates, this.#places(indexStatement(condition, outer, 'ASC')));
  }

  #scan(condition: ScanCondition, stretch: Stretch, candidates: readonly number[] | null): readonly number[] {
    const rows = candidates === null ? between(sql`seq`, stretch) : sql`seq IN (${listed(candidates)})`;
    return this.#places(sql`SELECT seq FROM messages WHERE ${rows} AND ${holds(condition.needle)} ORDER BY seq`);
  }

  #places(statement: SqlFragment): readonly number[] {
    return this.#database
      .prepare<unknown[], number>(statement.text)
      .pluck()
      .all(...statement.parameters);
  }
}

/** The index's hits in a stretch; in either direction they come straight from the index. */
export function indexStatement(
  condition: IndexCondition,
  stretch: Stretch,
  direction: 'ASC' | 'DESC',
  limit?: number,
  offset = 0,
): SqlFragment {
  const order = direction === 'ASC' ? sql`ORDER BY rowid ASC` : sql`ORDER BY rowid DESC`;
  const part = limit === undefined ? emptySql : sql`LIMIT ${BigInt(limit)} OFFSET ${BigInt(offset)}`;
  return sql`SELECT rowid FROM message_words WHERE message_words MATCH ${condition.match} AND ${between(sql`rowid`, stretch)} ${order} ${part}`;
}

export function between(column: SqlFragment, { first, last }: Stretch): SqlFragment {
  return sql`${column} BETWEEN ${place(first)} AND ${place(last)}`;
}

function listed(places: readonly number[]): SqlFragment {
  return sql`SELECT value FROM json_each(${JSON.stringify(places)})`;
}

function containsScan(condition: Condition): boolean {
  if (condition.kind === 'scan') return true;
  if (condition.kind === 'not') return containsScan(condition.item);
  return (condition.kind === 'and' || condition.kind === 'or') && condition.items.some(containsScan);
}

/** All lists are in ascending order, without repeats. */
function without(places: readonly number[], removed: readonly number[]): readonly number[] {
  const gone = new Set(removed);
  return gone.size === 0 ? places : places.filter((seq) => !gone.has(seq));
}

function intersection(places: readonly number[], others: readonly number[]): readonly number[] {
  const kept: number[] = [];
  let at = 0;
  for (const seq of places) {
    while ((others[at] ?? Infinity) < seq) at++;
    if (others[at] === seq) kept.push(seq);
  }
  return kept;
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  return [...new Set(filled.flat())].toSorted((one, other) => one - other);
}
