import {
  all,
  and,
  firstPlace,
  lastPlace,
  none,
  not,
  or,
  type Condition,
  type SpanCondition,
  type Stretch,
} from './condition.ts';
import { fuse } from './fuse.ts';

/** A stretch of time order in which a condition without spans says the same as the whole condition. */
export interface Segment extends Stretch {
  readonly condition: Condition;
}

/**
 * Cuts time where a span of the condition begins or ends. Between two cuts every span holds or does not, so dates never
 * reach the indexes but as bounds, wherever in a query they stand. Oldest first; stretches without a hit are left out.
 */
export function segmentsOf(condition: Condition): readonly Segment[] {
  const spans = [...listSpans(condition)];
  const starts = new Set([firstPlace, ...spans.flatMap(({ first, last }) => [first, last + 1])]);
  const cuts = [...starts].filter((place) => place <= lastPlace).toSorted((one, other) => one - other);
  return cuts
    .map((first, index) => {
      const last = (cuts[index + 1] ?? lastPlace + 1) - 1;
      return { first, last, condition: fuse(within(condition, first)) };
    })
    .filter((segment) => segment.condition.kind !== 'none');
}

function* listSpans(condition: Condition): Generator<SpanCondition> {
  if (condition.kind === 'span') yield condition;
  else if (condition.kind === 'not') yield* listSpans(condition.item);
  else if (condition.kind === 'and' || condition.kind === 'or')
    for (const item of condition.items) yield* listSpans(item);
}

/** The condition with each span replaced by whether it holds at a place. */
function within(condition: Condition, place: number): Condition {
  switch (condition.kind) {
    case 'span':
      return condition.first <= place && place <= condition.last ? all : none;
    case 'not':
      return not(within(condition.item, place));
    case 'and':
      return and(condition.items.map((item) => within(item, place)));
    case 'or':
      return or(condition.items.map((item) => within(item, place)));
    default:
      return condition;
  }
}
