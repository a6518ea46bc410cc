import type { FilterValue } from '../../shared/query/query.ts';
import { sql } from '../library/sql.ts';
import { none, not, or, type Condition } from './condition.ts';
import type { FilterContext } from './filter-context.ts';
import { namesOf, resolveNames } from './names.ts';

/** Messages that somebody reacted to, by the key of `summary_reactions`. */
function withReactions(reactions: readonly string[]): Condition {
  if (reactions.length === 0) return none;
  return {
    kind: 'rows',
    sources: reactions.map((reaction) => sql`FROM summary_reactions WHERE reaction = ${reaction}`),
  };
}

export function anyReaction({ database }: FilterContext): Condition {
  return withReactions(namesOf(database, 'reactions').rows.map(({ id }) => id));
}

export function reaction(context: FilterContext, values: readonly FilterValue[]): Condition {
  return or(
    values.map((value) => {
      if (value.kind === 'any') return anyReaction(context);
      if (value.kind === 'none') return not(anyReaction(context));
      if (value.kind !== 'word') return none;
      return withReactions(resolveNames(context, 'reactions', value));
    }),
  );
}
