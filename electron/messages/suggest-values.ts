import { foldName } from './name-directory.ts';
import { messageLanguage, type MessageFilterKey } from '../../shared/messages/language.ts';
import { definitionOf, keyNamesOf, type DirectiveKey } from '../../shared/query/language.ts';
import { listTags } from '../annotations/annotations.ts';
import type { OperationContext } from '../library/operation.ts';
import { listLanguages, listReasons } from './suggest-languages.ts';
import { listBosses, listNamed, listRaids, listReactions, listSources } from './suggest-entries.ts';
import type { ValueOption } from './suggest-option.ts';
import { filterText } from './filter-text.ts';
import { listEvents } from './suggest-events.ts';
import { listClocks, listDates, listWeekdays } from './suggest-times.ts';

/** What is asked of every list of values. */
export interface ValueRequest {
  readonly typed: string;
  readonly limit: number;
  readonly timeZone: string;
  /** An operator or `..` stands before it already. */
  readonly isPart: boolean;
}

type ListValues = (context: OperationContext, request: ValueRequest) => readonly ValueOption[];

const people: ListValues = ({ database }, { typed, limit }) => listNamed(database, 'users', withoutSign(typed), limit);
const dates: ListValues = ({ database }, { typed, limit }) => listDates(database, typed, limit);
const none: ListValues = () => [];

/** The values of each key that has more than its choices. */
const lists: Readonly<Partial<Record<MessageFilterKey | DirectiveKey, ListValues>>> = {
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
  bosshp: numbers(['<5', '<20', '>80', '100']),
  len: numbers(['<20', '>200', '>500', '>1k']),
};

/**
 * Values that may stand behind a key's colon, as far as what was typed leaves them possible; best first, and
 * `any`, `none` and `me` last.
 */
export function listValues(
  context: OperationContext,
  key: MessageFilterKey | DirectiveKey,
  request: ValueRequest,
): readonly ValueOption[] {
  const { typed, limit, isPart } = request;
  const { words, choices = [] } = definitionOf(messageLanguage, key);
  const wanted = foldName(typed);
  const toOption = (word: string): ValueOption => ({
    text: word,
    label: word,
    detail: specialDetails[word] ?? null,
    count: null,
  });
  const chosen = choices.filter((word) => word.startsWith(wanted)).map(toOption);
  const special = isPart ? [] : words.filter((word) => word.startsWith(wanted)).map(toOption);
  const options = [...chosen, ...(lists[key] ?? none)(context, request)];
  return [...options.slice(0, Math.max(1, limit - special.length)), ...special].slice(0, limit);
}

const specialDetails: Readonly<Record<string, string>> = {
  any: 'there is one, whoever or whatever it is',
  none: 'there is none',
  me: 'the players that are you',
};

/** People put `@` before a player and `#` before a channel. */
function withoutSign(typed: string): string {
  return typed.replace(/^[@#](?=.)/u, '');
}

function numbers(examples: readonly string[]): ListValues {
  return (_context, { typed, isPart }) =>
    isPart || typed !== '' ? [] : examples.map((text) => ({ text, label: text, detail: null, count: null }));
}

/** Reads whatever suggestions are made of, so that the first key that a person presses is answered at once. */
export function warmSuggestions(context: OperationContext, _input: null): null {
  for (const key of keyNamesOf(messageLanguage)) {
    context.throwIfCancelled();
    listValues(context, key, { typed: '', limit: 1, timeZone: 'UTC', isPart: false });
  }
  return null;
}
