import type { FilterValue, WordValue } from '../../shared/query/query.ts';
import { foldForSubstring, tokenize } from '../../shared/query/tokenizer.ts';
import { sql } from '../library/sql.ts';
import { and, none, not, or, test, type Condition } from './condition.ts';
import { guardedRegex, type FilterContext } from './filter-context.ts';
import { GuardedRegex } from './guarded-regex.ts';
import { facet, phrase } from './index-expressions.ts';
import { idsOf } from './name-filters.ts';
import { namesOf } from './names.ts';

/** Deleted messages with this in the reason that was given. */
export function reason(context: FilterContext, values: readonly FilterValue[]): Condition {
  const deleted = facet('deleted', ['y']);
  const any = and([deleted, test(sql`coalesce(m.deletion_reason, '') <> ''`, null)]);
  return or(
    values.map((value) => {
      if (value.kind === 'any') return any;
      if (value.kind === 'none') return not(any);
      if (value.kind === 'regex')
        return and([deleted, { kind: 'regex', column: 'deletion_reason', regex: guardedRegex(context, value) }]);
      if (value.kind !== 'word') return none;
      const part = foldForSubstring(value.text);
      return and([
        deleted,
        test(sql`m.deletion_reason IS NOT NULL AND raidscope_holds(m.deletion_reason, ${part})`, null),
      ]);
    }),
  );
}

/** Messages that name a player with an @; a name that no player bears (`@everyone`) is looked for as it is typed. */
export function mentions(context: FilterContext, values: readonly FilterValue[]): Condition {
  const any = facet('has', ['m']);
  return or(
    values.map((value) => {
      if (value.kind === 'any') return any;
      if (value.kind === 'none') return not(any);
      const names = namesFor(context, value);
      context.mentioned.set(value, names);
      return mentionsOf(names);
    }),
  );
}

function namesFor(context: FilterContext, value: FilterValue): readonly string[] {
  const isTypedName = value.kind === 'word' && !isPlayer(context, value);
  if (isTypedName) return [value.text.replace(/^@(?=.)/u, '')];
  const ids = new Set(idsOf(context, 'users', value));
  return namesOf(context.database, 'users').rows.flatMap(({ id, name }) => (ids.has(id) ? [name] : []));
}

function isPlayer({ database }: FilterContext, { text, isQuoted }: WordValue): boolean {
  return namesOf(database, 'users').find(text.replace(/^@(?=.)/u, ''), isQuoted, Infinity).kind === 'found';
}

/** The index finds the names, the pattern the sign before them and that they end there. */
function mentionsOf(names: readonly string[]): Condition {
  if (names.length === 0) return none;
  const words = names.filter((name) => tokenize(name).length > 0);
  const indexed = words.length < names.length ? facet('has', ['m']) : or(words.map((name) => phrase(name, false)));
  // The longest name first, so that `@Two Words` is not taken for `@Two`.
  const escaped = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`));
  const pattern = new RegExp(`@(?:${escaped.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'iu');
  return and([facet('has', ['m']), indexed, { kind: 'regex', column: 'content', regex: new GuardedRegex(pattern) }]);
}
