import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { defaultNightStartHour } from '../../shared/query/nights.ts';
import type { SuggestionList } from '../../shared/query/types.ts';
import { raidLanguage, type RaidFilterKey } from '../../shared/raids/language.ts';
import { listTags } from '../annotations/annotations.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { filterText } from '../messages/filter-text.ts';
import { suggestAtCaret, type SuggestionSource } from '../messages/suggest-at-caret.ts';
import { listClocks, listDatesAmong, listWeekdays } from '../messages/suggest-times.ts';
import { examples, withoutSign, type ListValues, type ValueLists } from '../messages/value-lists.ts';
import { raidCatalogueOf } from './catalogue.ts';
import { localClockOf, nightNumber, nightText } from './night-clock.ts';
import { listRaidNames } from './suggest-raid-names.ts';

const players: ListValues = ({ database }, { typed, limit }) =>
  listRaidNames(database, 'players', withoutSign(typed), limit);
const dates = datesOf(0);

const lists: ValueLists<RaidFilterKey> = {
  boss: ({ database }, { typed, limit }) => listRaidNames(database, 'bosses', typed, limit),
  name: ({ database }, { typed, limit }) => listRaidNames(database, 'raids', typed, limit),
  class: ({ database }, { typed, limit }) => listRaidNames(database, 'classes', typed, limit),
  server: ({ database }, { typed, limit }) => listRaidNames(database, 'servers', typed, limit),
  guild: ({ database }, { typed, limit }) => listRaidNames(database, 'guilds', typed, limit),
  leader: ({ database }, { typed, limit }) => listRaidNames(database, 'leaders', withoutSign(typed), limit),
  with: players,
  without: players,
  tag: (context, { typed, limit }) =>
    listTags(context, { kind: 'raid', text: typed, limit }).map(({ tag, count }) => ({
      text: filterText(tag),
      label: tag,
      detail: null,
      count,
    })),
  night: datesOf(defaultNightStartHour),
  date: dates,
  during: dates,
  on: dates,
  after: dates,
  before: dates,
  weekday: (_context, { typed }) => listWeekdays(typed),
  time: (_context, { typed, isPart }) => (isPart ? [] : listClocks(typed)),
  hp: examples(['<5', '<20', '>80']),
  duration: examples(['<90s', '>6m', '>10m', '4m..6m']),
  players: examples(['10', '20..25', '>25']),
  deaths: examples(['0', '<5', '>=10']),
  dps: examples(['>100k', '>500k', '>1m']),
  pull: examples(['1', '<10', '>50']),
};

const source: SuggestionSource<RaidFilterKey> = {
  language: raidLanguage,
  lists,
  listNames: ({ database }, typed) => [
    ...listRaidNames(database, 'bosses', typed, 3).map((option) => ({ key: 'boss' as const, option })),
    ...listRaidNames(database, 'players', typed, 3).map((option) => ({ key: 'with' as const, option })),
  ],
  listSearches: () => [],
};

/**
 * What may be typed at the caret of a search for raids: values of the filter that it stands in, each with the pulls that
 * have it, else keys, bosses and players that begin with the word. Throws `bad_input` for a zone that is none.
 */
export function suggestRaids(context: OperationContext, input: ParsedInputOf<'raids.suggest'>): SuggestionList {
  return suggestAtCaret(context, input, source);
}

/** Days on which raids began, or whose night they began in where a day begins at some hour other than midnight. */
function datesOf(startHour: number): ListValues {
  return ({ database }, { typed, limit, timeZone }) =>
    listDatesAmong(listDays(database, timeZone, startHour), typed, limit);
}

/** `YYYY-MM-DD`, newest first. */
function listDays(database: Database, timeZone: string, startHour: number): readonly string[] {
  const days = new Set<number>();
  for (const local of localClockOf(raidCatalogueOf(database), timeZone)) {
    if (!Number.isNaN(local)) days.add(nightNumber(local, startHour));
  }
  return [...days].toSorted((one, other) => other - one).map(nightText);
}
