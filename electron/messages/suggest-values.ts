import { messageLanguage, type MessageFilterKey } from '../../shared/messages/language.ts';
import { keyNamesOf } from '../../shared/query/language.ts';
import { listTags } from '../annotations/annotations.ts';
import type { OperationContext } from '../library/operation.ts';
import { listLanguages, listReasons } from './suggest-languages.ts';
import { listBosses, listNamed, listRaids, listReactions, listSources } from './suggest-entries.ts';
import { filterText } from './filter-text.ts';
import { examples, listKeyValues, withoutSign, type ListValues, type ValueLists } from './value-lists.ts';
import { listEvents } from './suggest-events.ts';
import { listClocks, listDates, listWeekdays } from './suggest-times.ts';

const people: ListValues = ({ database }, { typed, limit }) => listNamed(database, 'users', withoutSign(typed), limit);
const dates: ListValues = ({ database }, { typed, limit }) => listDates(database, typed, limit);

/** The values of each key of messages that has more than its choices. */
export const messageValueLists: ValueLists<MessageFilterKey> = {
  from: people,
  to: people,
  mentions: people,
  in: ({ database }, { typed, limit }) => listNamed(database, 'channels', withoutSign(typed), limit),
  server: ({ database }, { typed, limit }) => listNamed(database, 'servers', typed, limit),
  guild: ({ database }, { typed, limit }) => listNamed(database, 'guilds', typed, limit),
  party: ({ database }, { typed, limit }) => listNamed(database, 'parties', typed, limit),
  raid: ({ database }, { typed, limit, timeZone }) => listRaids(database, typed, timeZone, limit),
  boss: ({ database }, { typed, limit }) => listBosses(database, typed, limit),
  event: ({ database }, { typed, limit }) => listEvents(database, typed, limit),
  reaction: ({ database }, { typed, limit }) => listReactions(database, typed, limit),
  tag: (context, { typed, limit }) =>
    listTags(context, { kind: 'message', text: typed, limit }).map(({ tag, count }) => ({
      text: filterText(tag),
      label: tag,
      detail: null,
      count,
    })),
  reason: ({ database }, { typed, limit }) => listReasons(database, typed, limit),
  lang: ({ database }, { typed, limit }) => listLanguages(database, typed, limit),
  source: ({ database }, { typed, limit, timeZone }) => listSources(database, typed, timeZone, limit),
  date: dates,
  during: dates,
  on: dates,
  after: dates,
  before: dates,
  weekday: (_context, { typed }) => listWeekdays(typed),
  time: (_context, { typed, isPart }) => (isPart ? [] : listClocks(typed)),
  bosshp: examples(['<5', '<20', '>80', '100']),
  len: examples(['<20', '>200', '>500', '>1k']),
};

/** Reads whatever suggestions are made of, so that the first key that a person presses is answered at once. */
export function warmSuggestions(context: OperationContext, _input: null): null {
  for (const key of keyNamesOf(messageLanguage)) {
    context.throwIfCancelled();
    listKeyValues(context, messageLanguage, messageValueLists, key, {
      typed: '',
      limit: 1,
      timeZone: 'UTC',
      isPart: false,
    });
  }
  return null;
}
