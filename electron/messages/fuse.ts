import { joinSql, sql } from '../library/sql.ts';
import { and, not, or, type Condition, type IndexCondition, type PlaceTestCondition } from './condition.ts';
import { allOf, anyOf, except, noneOf } from './index-expressions.ts';

/**
 * Joins as much of a condition as possible into one expression, so that the index and not the app intersects, and tests
 * of the place into one test. What is left is answered by `evaluate.ts`. The condition must not hold spans.
 */
export function fuse(condition: Condition): Condition {
  switch (condition.kind) {
    case 'and':
      // A negation is taken off what stands beside it; by itself it would walk through all that it does not exclude.
      return fuseAnd(condition.items.map((item) => (item.kind === 'not' ? negation(fuse(item.item)) : fuse(item))));
    case 'or':
      return fuseOr(condition.items.map(fuse));
    case 'not':
      return fuseAnd([negation(fuse(condition.item))]);
    default:
      return condition;
  }
}

function negation(item: Condition): Condition {
  if (item.kind !== 'placeTest') return not(item);
  return { kind: 'placeTest', fits: (place) => sql`NOT (${item.fits(place)})` };
}

function fuseAnd(items: readonly Condition[]): Condition {
  const joined = and(items);
  const parts = joinPlaceTests(joined.kind === 'and' ? joined.items : [joined], ' AND ');
  const { positive, negatives } = fuseIndexed(parts);
  const rest = parts.filter((part) => !isIndexed(part) && (part.kind !== 'not' || !isIndexed(part.item)));
  if (positive !== null) return and([positive, ...rest]);
  if (negatives.length === 0) return and(rest);
  // Only where nothing positive narrows the search is everything that the index holds taken as its base.
  const isNegative = rest.every((part) => part.kind === 'not' || part.kind === 'placeTest');
  return and([isNegative ? noneOf(negatives) : not(anyOf(negatives)), ...rest]);
}

interface Fused {
  readonly positive: IndexCondition | null;
  /** What could not be taken off the positive one, because there is none. */
  readonly negatives: readonly IndexCondition[];
}

function fuseIndexed(parts: readonly Condition[]): Fused {
  const positives = parts.filter((part) => isIndexed(part));
  const negatives = parts.flatMap((part) => (part.kind === 'not' && isIndexed(part.item) ? [part.item] : []));
  if (positives.length === 0) return { positive: null, negatives };
  const positive = allOf(positives);
  return { positive: negatives.length === 0 ? positive : except(positive, anyOf(negatives)), negatives: [] };
}

function isIndexed(condition: Condition): condition is IndexCondition {
  return condition.kind === 'index';
}

function joinPlaceTests(items: readonly Condition[], operator: ' AND ' | ' OR '): readonly Condition[] {
  const tests = items.filter((item): item is PlaceTestCondition => item.kind === 'placeTest');
  if (tests.length < 2) return items;
  const joined: PlaceTestCondition = {
    kind: 'placeTest',
    fits: (place) =>
      sql`(${joinSql(
        tests.map(({ fits }) => sql`(${fits(place)})`),
        operator,
      )})`,
  };
  return [...items.filter((item) => item.kind !== 'placeTest'), joined];
}

function fuseOr(items: readonly Condition[]): Condition {
  const joined = or(items);
  if (joined.kind !== 'or') return joined;
  const parts = joinPlaceTests(joined.items, ' OR ');
  const indexed = parts.filter((part) => isIndexed(part));
  return or([...(indexed.length === 0 ? [] : [anyOf(indexed)]), ...parts.filter((part) => !isIndexed(part))]);
}
