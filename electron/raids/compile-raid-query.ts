import type { FilterValue, Query } from '../../shared/query/query.ts';
import type { RaidFilterKey } from '../../shared/raids/language.ts';
import { participantTest } from './participant-tests.ts';
import { raidFilters } from './raid-filters.ts';
import { allOf, anyOf, everyRaid, not, type RaidFilterContext, type RaidTest } from './raid-test.ts';
import { regexTest, textTest } from './text-tests.ts';

type RaidQuery = Query<RaidFilterKey>;

/** What a raid is asked for a query. Names that nobody bears are added to the context's problems. */
export function compileRaidQuery(context: RaidFilterContext, query: RaidQuery): RaidTest {
  switch (query.kind) {
    case 'everything':
      return everyRaid;
    case 'and':
      return compileAnd(context, query.items);
    case 'or':
      return anyOf(query.items.map((item) => compileRaidQuery(context, item)));
    case 'not':
      return not(compileRaidQuery(context, query.item));
    case 'filter':
      return raidFilters[query.key](context, query.values);
    case 'text':
      return textTest(context, query);
    case 'regex':
      return regexTest(context, query);
  }
}

/** Players, roles and classes that stand side by side speak of the same participant. */
function compileAnd(context: RaidFilterContext, items: readonly RaidQuery[]): RaidTest {
  const valuesOf = (key: RaidFilterKey): (readonly FilterValue[])[] =>
    items.flatMap((item) => (item.kind === 'filter' && item.key === key ? [item.values] : []));
  const wishes = { players: valuesOf('with'), roles: valuesOf('role'), classes: valuesOf('class') };
  const others = items.filter((item) => item.kind !== 'filter' || !['with', 'role', 'class'].includes(item.key));
  const hasWishes = others.length < items.length;
  return allOf([
    ...others.map((item) => compileRaidQuery(context, item)),
    ...(hasWishes ? [participantTest(context, wishes)] : []),
  ]);
}
