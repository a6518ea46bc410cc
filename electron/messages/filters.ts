import type { MessageFilterKey } from '../../shared/messages/language.ts';
import { timeSpanOfValue, type OpenTimeSpan } from '../../shared/query/dates.ts';
import type { FilterQuery, FilterValue } from '../../shared/query/query.ts';
import { time, weekday } from './clock-filters.ts';
import { none, not, or, spanOfSeconds, type Condition } from './condition.ts';
import { boss, difficulty, guild, party, raid } from './conversation-filters.ts';
import type { FilterCompiler, FilterContext } from './filter-context.ts';
import { facet } from './index-expressions.ts';
import { isStarred, isTagged, note, tag } from './kept-filters.ts';
import { lang } from './language-filter.ts';
import { event, from, inChannel, server, to } from './name-filters.ts';
import { bosshp, len } from './number-filters.ts';
import { anyReaction, reaction } from './reaction-filters.ts';
import { source } from './source-filter.ts';
import { mentions, reason } from './text-filters.ts';

const during = dated(({ start, end }) => spanOfSeconds(start, end));

/** What each key of the language finds; `shared/messages/language.ts` says what it takes. */
const compilers: Readonly<Record<MessageFilterKey, FilterCompiler>> = {
  from,
  to,
  in: inChannel,
  server,
  guild,
  party,
  raid,
  boss,
  difficulty,
  event,
  bosshp,
  type: words((_context, text) => facet('type', [text])),
  has: words(hasOne),
  is: words(isInState),
  mentions,
  reaction,
  reason,
  tag,
  note,
  len,
  lang,
  source,
  before: dated(({ start }) => spanOfSeconds(null, start)),
  after: dated(({ start }) => spanOfSeconds(start, null)),
  on: during,
  during,
  date: during,
  time,
  weekday,
};

export function compileFilter(context: FilterContext, { key, values }: FilterQuery<MessageFilterKey>): Condition {
  return compilers[key](context, values);
}

function words(toCondition: (context: FilterContext, text: string) => Condition): FilterCompiler {
  return (context, values) =>
    or(values.map((value) => (value.kind === 'word' ? toCondition(context, value.text) : none)));
}

const hasTokens: ReadonlyMap<string, string> = new Map([
  ['link', 'l'],
  ['mention', 'm'],
  ['emoji', 'e'],
  ['number', 'n'],
]);

function hasOne(context: FilterContext, text: string): Condition {
  if (text === 'edit') return facet('edited', ['y']);
  if (text === 'reaction') return anyReaction(context);
  const token = hasTokens.get(text);
  return token === undefined ? none : facet('has', [token]);
}

function isInState(context: FilterContext, text: string): Condition {
  switch (text) {
    case 'deleted':
    case 'edited':
      return facet(text, ['y']);
    case 'unread':
      return facet('read', ['n']);
    case 'starred':
      return isStarred(context);
    case 'tagged':
      return isTagged(context);
    default:
      return none;
  }
}

function dated(toCondition: (span: OpenTimeSpan) => Condition): FilterCompiler {
  return ({ timeZone, now }, values: readonly FilterValue[]) =>
    or(
      values.map((value) => {
        const span = timeSpanOfValue(value, timeZone, now);
        if (span !== null) return toCondition(span);
        const dates = spanOfSeconds(null, null);
        return value.kind === 'none' ? not(dates) : dates;
      }),
    );
}
