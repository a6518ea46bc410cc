import { definitionOf, type QueryLanguage } from './language.ts';
import { printValue } from './print-value.ts';
import { everything, type FilterQuery, type FilterValue, type Query } from './query.ts';

/**
 * Joins queries by AND or OR into the simplest form: what says nothing is left out, joins of the same kind become one,
 * and filters of a key of which a message has one value (`from:anna from:ben`) become one filter with both values.
 */
export function join<Key extends string>(
  kind: 'and' | 'or',
  queries: readonly Query<Key>[],
  language: QueryLanguage<Key>,
): Query<Key> {
  const flat = queries.flatMap((query) => (query.kind === kind ? query.items : [query]));
  const telling = flat.filter((query) => query.kind !== 'everything');
  const items = kind === 'and' ? mergeFilters(telling, language) : telling;
  const [first] = items;
  if (first === undefined) return everything;
  return items.length === 1 ? first : { kind, items };
}

export function negate<Key extends string>(query: Query<Key>): Query<Key> {
  if (query.kind === 'not') return query.item;
  return query.kind === 'everything' ? query : { kind: 'not', item: query };
}

function mergeFilters<Key extends string>(
  items: readonly Query<Key>[],
  language: QueryLanguage<Key>,
): readonly Query<Key>[] {
  const merged: Query<Key>[] = [];
  for (const item of items) {
    const at = merged.findIndex((other) => isSameFilter(item, other, language));
    const earlier = merged[at];
    if (item.kind === 'filter' && earlier?.kind === 'filter') merged[at] = withValues(earlier, item.values);
    else merged.push(item);
  }
  return merged;
}

/** Two filters side by side that are one: `from:anna from:ben`. */
export function isSameFilter(one: Query, other: Query, language: QueryLanguage): boolean {
  if (one.kind !== 'filter' || other.kind !== 'filter') return false;
  if (one.key !== other.key || definitionOf(language, one.key).repeated === 'and') return false;
  return !one.values.some(isBound) && !other.values.some(isBound);
}

/** `bosshp:>10 bosshp:<20` and `date:2025-05.. date:..2025-09` are two bounds that both have to hold. */
function isBound(value: FilterValue): boolean {
  return value.kind === 'compare' || (value.kind === 'range' && (value.low === null || value.high === null));
}

/** The filter with more values, each once. */
export function withValues<Key extends string>(
  filter: FilterQuery<Key>,
  more: readonly FilterValue[],
): FilterQuery<Key> {
  const values: FilterValue[] = [];
  for (const value of [...filter.values, ...more]) {
    if (!values.some((known) => printValue(known) === printValue(value))) values.push(value);
  }
  return { ...filter, values };
}
