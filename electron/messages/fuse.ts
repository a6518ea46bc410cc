import { and, not, or, type Condition, type IndexCondition } from './condition.ts';
import { allOf, anyOf, except, noneOf } from './index-expressions.ts';

/**
 * Joins as much of a condition as possible into one expression for each index, so that the index and not the app
 * intersects. What is left mixes the indexes, or reads messages, and is answered by `evaluate.ts`. The condition must not
 * hold spans.
 */
export function fuse(condition: Condition): Condition {
  switch (condition.kind) {
    case 'and':
      // A negation is taken off what stands beside it; by itself it would walk through all that it does not exclude.
      return fuseAnd(condition.items.map((item) => (item.kind === 'not' ? not(fuse(item.item)) : fuse(item))));
    case 'or':
      return fuseOr(condition.items.map(fuse));
    case 'not':
      return fuseAnd([not(fuse(condition.item))]);
    default:
      return condition;
  }
}

function fuseAnd(items: readonly Condition[]): Condition {
  const joined = and(items);
  const parts = joined.kind === 'and' ? joined.items : [joined];
  const positives = parts.filter((part) => part.kind !== 'not');
  const words = fuseIndex('words', parts);
  const trigrams = fuseIndex('trigrams', parts);
  // Only where nothing positive narrows the search is everything that the index holds taken as its base.
  const isNegative = positives.length === 0;
  const rest = parts.filter((part) => indexOf(part) === null && (part.kind !== 'not' || indexOf(part.item) === null));
  return and([
    ...(words.positive === null && words.negatives.length > 0 && isNegative
      ? [noneOf(words.negatives)]
      : remains(words)),
    ...remains(trigrams),
    ...rest,
  ]);
}

interface Fused {
  readonly positive: IndexCondition | null;
  /** What could not be taken off the positive one, because there is none. */
  readonly negatives: readonly IndexCondition[];
}

function fuseIndex(index: IndexCondition['index'], parts: readonly Condition[]): Fused {
  const positives = parts.filter((part) => part.kind === 'index').filter((part) => part.index === index);
  const negatives = parts
    .flatMap((part) => (part.kind === 'not' && part.item.kind === 'index' ? [part.item] : []))
    .filter((part) => part.index === index);
  if (positives.length === 0) return { positive: null, negatives };
  const positive = allOf(positives);
  return { positive: negatives.length === 0 ? positive : except(positive, anyOf(negatives)), negatives: [] };
}

function remains({ positive, negatives }: Fused): readonly Condition[] {
  if (positive !== null) return [positive];
  return negatives.length === 0 ? [] : [not(anyOf(negatives))];
}

function indexOf(condition: Condition): IndexCondition['index'] | null {
  return condition.kind === 'index' ? condition.index : null;
}

function fuseOr(items: readonly Condition[]): Condition {
  const joined = or(items);
  if (joined.kind !== 'or') return joined;
  const ofIndex = (index: IndexCondition['index']): readonly Condition[] => {
    const parts = joined.items.filter((part) => part.kind === 'index').filter((part) => part.index === index);
    return parts.length === 0 ? [] : [anyOf(parts)];
  };
  return or([...ofIndex('words'), ...ofIndex('trigrams'), ...joined.items.filter((part) => indexOf(part) === null)]);
}
