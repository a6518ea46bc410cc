import { joinSql, sql, type SqlFragment } from '../library/sql.ts';
import type { Database } from '../library/open-database.ts';
import { testRegex } from './test-regex.ts';
import { isListed, type Condition, type Stretch } from './condition.ts';
import { between, messageTables, orderedStatement } from './ordered-statement.ts';

/**
 * Up to so many candidates are looked up one by one rather than met with all hits of the stretch: the index takes 0.1 ms
 * for each, a table a hundredth of that in each source.
 */
const fewForIndex = 20;
const fewForTable = 2000;

/**
 * Which messages of a stretch fit a condition that mixes the index, negation and reading: the general way, right for
 * every condition, with work in proportion to the hits of its parts in the stretch. Places in ascending order. The parts
 * of an AND are asked cheapest first, each only about what the ones before left over.
 */
export class Evaluator {
  readonly #database: Database;
  /** Called between batches of regular expressions; may throw to leave a stretch. */
  readonly #pause: () => void;
  /** How many hits each part had when last asked about a whole stretch: what to begin with in the next one. */
  readonly #lastHits = new Map<Condition, number>();

  constructor(database: Database, pause: () => void = () => {}) {
    this.#database = database;
    this.#pause = pause;
  }

  evaluate(condition: Condition, stretch: Stretch): readonly number[] {
    return this.#evaluate(condition, stretch, null);
  }

  /** `candidates`: only these are asked about; null: the whole stretch. */
  #evaluate(condition: Condition, stretch: Stretch, candidates: readonly number[] | null): readonly number[] {
    if (candidates?.length === 0) return [];
    switch (condition.kind) {
      case 'all':
        return candidates ?? this.#ordered(condition, stretch);
      case 'none':
        return [];
      case 'span':
        throw new TypeError('Spans are resolved before a condition is evaluated');
      case 'index':
      case 'rows':
        return this.#listed(condition, stretch, candidates);
      case 'places':
        return intersection(candidates ?? condition.places, condition.places, stretch);
      case 'placeTest':
        return candidates === null
          ? this.#ordered(condition, stretch)
          : this.#places(
              sql`SELECT value AS seq FROM json_each(${JSON.stringify(candidates)}) WHERE ${condition.fits(sql`value`)}`,
            );
      case 'test':
        return this.#test(condition, stretch, candidates);
      case 'regex':
        return testRegex(this.#database, condition, rowsOf(stretch, candidates), this.#pause);
      case 'not': {
        const base = candidates ?? this.#ordered({ kind: 'all' }, stretch);
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

  /**
   * Begins with what lists its own hits, if anything does: the others would walk through the whole stretch. Of those, a
   * test of the rows in their order takes less time than one of row after row that a negation has left over.
   */
  #cheapestFirst(items: readonly Condition[]): readonly Condition[] {
    const hits = (item: Condition): number =>
      item.kind === 'places' ? item.places.length : (this.#lastHits.get(item) ?? Infinity);
    const sorted = items.toSorted((one, other) => costOf(one) - costOf(other) || compare(hits(one), hits(other)));
    const walked = sorted[0]?.kind === 'not' ? sorted.find(({ kind }) => kind === 'test') : undefined;
    const first = sorted.find((item) => isListed(item)) ?? walked;
    return first === undefined ? sorted : [first, ...sorted.filter((item) => item !== first)];
  }

  #listed(
    condition: Extract<Condition, { kind: 'index' | 'rows' }>,
    stretch: Stretch,
    candidates: readonly number[] | null,
  ): readonly number[] {
    if (candidates === null) return this.#ordered(condition, stretch);
    if (condition.kind === 'rows' && candidates.length * condition.sources.length <= fewForTable) {
      const lists = condition.sources.map((source) =>
        this.#places(sql`SELECT seq ${source} AND seq IN (${listed(candidates)}) ORDER BY seq`),
      );
      return union(lists);
    }
    if (candidates.length <= fewForIndex && condition.kind === 'index') {
      return this.#places(
        sql`SELECT rowid FROM message_words WHERE message_words MATCH ${condition.match} AND rowid IN (${listed(candidates)}) ORDER BY rowid`,
      );
    }
    const outer = { first: candidates[0] ?? stretch.first, last: candidates.at(-1) ?? stretch.last };
    return intersection(candidates, this.#ordered(condition, outer), outer);
  }

  #test(
    { ofMessages, ofDirect }: Extract<Condition, { kind: 'test' }>,
    stretch: Stretch,
    candidates: readonly number[] | null,
  ): readonly number[] {
    const rows = rowsOf(stretch, candidates);
    const selects = messageTables.flatMap((table, index) => {
      const test = index === 0 ? ofMessages : ofDirect;
      return test === null ? [] : [sql`SELECT m.seq FROM ${table} AS m WHERE ${rows} AND (${test})`];
    });
    return this.#places(sql`${joinSql(selects, ' UNION ALL ')} ORDER BY seq`);
  }

  #ordered(condition: Condition, stretch: Stretch): readonly number[] {
    const statement = orderedStatement({ ...stretch, condition }, 'newer');
    if (statement !== null) return this.#places(statement);
    if (condition.kind !== 'rows') throw new TypeError(`No statement lists ${condition.kind}`);
    return union(condition.sources.map((source) => this.#ordered({ kind: 'rows', sources: [source] }, stretch)));
  }

  #places(statement: SqlFragment): readonly number[] {
    return this.#database
      .prepare<unknown[], number>(statement.text)
      .pluck()
      .all(...statement.parameters);
  }
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

/** 0: listed by an index, 1: takes away, 2: reads rows, 3: tries a regular expression. */
function costOf(condition: Condition): number {
  switch (condition.kind) {
    case 'regex':
      return 3;
    case 'test':
      return 2;
    case 'placeTest':
      return 1;
    case 'not':
      return Math.max(1, costOf(condition.item));
    case 'and':
    case 'or':
      return Math.max(...condition.items.map(costOf));
    default:
      return 0;
  }
}

/** The rows of a table with the alias `m` that are asked about. */
function rowsOf(stretch: Stretch, candidates: readonly number[] | null): SqlFragment {
  return candidates === null ? between(sql`m.seq`, stretch) : sql`m.seq IN (${listed(candidates)})`;
}

function listed(places: readonly number[]): SqlFragment {
  return sql`SELECT value FROM json_each(${JSON.stringify(places)})`;
}

/** All lists are in ascending order, without repeats. */
function without(places: readonly number[], removed: readonly number[]): readonly number[] {
  const gone = new Set(removed);
  return gone.size === 0 ? places : places.filter((seq) => !gone.has(seq));
}

function intersection(
  places: readonly number[],
  others: readonly number[],
  { first, last }: Stretch,
): readonly number[] {
  const kept: number[] = [];
  let at = 0;
  for (const seq of places) {
    while ((others[at] ?? Infinity) < seq) at++;
    if (others[at] === seq && seq >= first && seq <= last) kept.push(seq);
  }
  return kept;
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  return [...new Set(filled.flat())].toSorted((one, other) => one - other);
}
