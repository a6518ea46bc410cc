import type { OperationContext } from '../library/operation.ts';
import type { Database } from '../library/open-database.ts';
import type { Query } from '../../shared/query/query.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import type { Condition, IndexCondition } from './condition.ts';
import { noDeadline, type Deadline } from './deadline.ts';
import { compileText } from './compile-query.ts';
import { anyOf } from './index-expressions.ts';
import { stateOfAll } from './library-state.ts';
import { walkPlaces } from './walk-places.ts';

/** All hits of a search, best first and newest first among equals. */
export interface Ranking {
  readonly places: readonly number[];
  /** As in `PlacesChunk`: older hits are not among them. */
  readonly stoppedAt: number | null;
}

interface KnownRanking {
  readonly key: string;
  readonly ranking: Ranking;
}

/** Pages of the searches before: so many are kept, as one of a million hits takes 8 MB. */
const mostKnown = 3;
const knownRankings = new WeakMap<Database, readonly KnownRanking[]>();

/** Ranks all hits by how well the texts of a query fit them (BM25); remembered for each state of the library. */
export function rankPlaces(
  context: OperationContext,
  search: { readonly key: string; readonly query: Query; readonly condition: Condition },
  deadline: Deadline,
): Ranking {
  const { database } = context;
  const key = `${stateOfAll(database)} ${search.key}`;
  const known = knownRankings.get(database) ?? [];
  const found = known.find((other) => other.key === key);
  const ranking = found?.ranking ?? rank(context, search, deadline);
  if (ranking.stoppedAt === null) {
    knownRankings.set(database, [{ key, ranking }, ...known.filter((other) => other.key !== key)].slice(0, mostKnown));
  }
  return ranking;
}

function rank(
  context: OperationContext,
  { query, condition }: { readonly query: Query; readonly condition: Condition },
  deadline: Deadline,
): Ranking {
  const places: number[] = [];
  let stoppedAt: number | null = null;
  for (const chunk of walkPlaces(context, condition, { direction: 'older', deadline })) {
    for (const seq of chunk.places) places.push(seq);
    ({ stoppedAt } = chunk);
  }
  const texts = findScoredTexts(context.database, query);
  if (texts === null || places.length === 0) return { places, stoppedAt };
  const scores = scoresOf(context, texts, places, stoppedAt === null ? deadline : noDeadline);
  const score = (seq: number): number => scores.get(seq) ?? 0;
  // A stable sort keeps equals in the order that they came in: newest first.
  return { places: places.toSorted((one, other) => score(one) - score(other)), stoppedAt };
}

/** What the index scores hits of a query by; null: all are equal. */
export function findScoredTexts(database: Database, query: Query): IndexCondition | null {
  const texts = [...listTexts(database, query)];
  return texts.length === 0 ? null : anyOf(texts);
}

/** What the index scores: texts that are searched for, not those that are excluded. */
function* listTexts(database: Database, query: Query): Generator<IndexCondition> {
  if (query.kind === 'text') {
    const condition = compileText(database, query);
    if (condition.kind === 'index') yield condition;
  } else if (query.kind === 'and' || query.kind === 'or') {
    for (const item of query.items) yield* listTexts(database, item);
  }
}

/** Rows between two looks at whether to stop. */
const rowsBetweenChecks = 5000;

/** BM25 of each place that has one of the texts; the less the better. What time does not allow is not scored. */
function scoresOf(
  context: OperationContext,
  texts: IndexCondition,
  places: readonly number[],
  deadline: Deadline,
): ReadonlyMap<number, number> {
  const wanted = new Set(places);
  const scores = new Map<number, number>();
  const stretch = { first: places.at(-1) ?? 0, last: places[0] ?? 0 };
  const statement = scoresStatement(texts, stretch);
  const rows = context.database
    .prepare<unknown[], readonly [number, number]>(statement.text)
    .raw()
    .iterate(...statement.parameters);
  let count = 0;
  for (const [seq, score] of rows) {
    if (wanted.has(seq)) scores.set(seq, score);
    count += 1;
    if (count % rowsBetweenChecks !== 0) continue;
    context.throwIfCancelled();
    if (deadline.isOver) break;
  }
  return scores;
}

/** Facet tokens weigh nothing. */
export function scoresStatement(
  { match }: IndexCondition,
  { first, last }: { readonly first: number; readonly last: number },
): SqlFragment {
  return sql`SELECT rowid, bm25(message_words, 1.0, 0.0) FROM message_words
    WHERE message_words MATCH ${match} AND rowid BETWEEN ${BigInt(first)} AND ${BigInt(last)} ORDER BY rowid DESC`;
}
