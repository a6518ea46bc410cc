import { chipsOf, type QueryChip } from '../../shared/query/chips.ts';
import { removeChip, replaceChip } from '../../shared/query/edit-query.ts';
import type { QueryLanguage } from '../../shared/query/language.ts';
import type { QueryProblem } from '../../shared/query/types.ts';

/** Another query that may find something where one found nothing. */
export interface WayOut {
  readonly kind: 'repair' | 'inside' | 'without';
  readonly query: string;
  /** What is searched inside words, or left out. */
  readonly part: string;
}

/** More would be a list to read through instead of a way on. */
const mostWays = 8;

/** Repairs of what is amiss, then words searched inside of others, then the query without one of its parts. */
export function waysOut(query: string, problems: readonly QueryProblem[], language: QueryLanguage): readonly WayOut[] {
  const chips = chipsOf(query, language, { timeZone: 'UTC', now: 0 }).filter(({ kind }) => kind !== 'sort');
  const repairs = problems.flatMap(({ repair }): WayOut[] =>
    repair === null ? [] : [{ kind: 'repair', query: repair, part: '' }],
  );
  const inside = chips.flatMap((chip) => insideWords(query, chip));
  const without =
    chips.length < 2
      ? []
      : chips.map((chip): WayOut => {
          const part = chip.isNegated ? `not ${chip.label}` : chip.label;
          return { kind: 'without', query: removeChip(query, chip), part };
        });
  const unique = new Map([...repairs, ...inside, ...without].map((way) => [way.query, way]));
  unique.delete(query);
  unique.delete('');
  return [...unique.values()].slice(0, mostWays);
}

/** A plain word of a length that the search inside of words can serve. */
function insideWords(query: string, chip: QueryChip): readonly WayOut[] {
  if (chip.kind !== 'text' || chip.isNegated || !/^[\p{L}\p{N}]{3,}$/u.test(chip.label)) return [];
  const part = `*${chip.label}*`;
  return [{ kind: 'inside', query: replaceChip(query, chip, part), part }];
}
