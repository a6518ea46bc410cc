import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { messageLanguage, type MessageFilterKey } from '../../shared/messages/language.ts';
import { completionAt, type Completion } from '../../shared/query/completion.ts';
import { definitionOf, keyNamesOf } from '../../shared/query/language.ts';
import { findTimeZone } from '../../shared/query/time-zone.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { Suggestion, SuggestionList } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { foldName } from './name-directory.ts';
import { listNamed } from './suggest-entries.ts';
import { listPastSearches } from './suggest-searches.ts';
import type { ValueOption } from './suggest-option.ts';
import { listValues } from './suggest-values.ts';

type SuggestInput = ParsedInputOf<'messages.suggest'>;

/**
 * What may be typed at the caret: values of the filter that it stands in, else keys, people and channels that begin with
 * the word, saved searches and searches of before. Throws `bad_input` for a zone that is none.
 */
export function suggest(context: OperationContext, input: SuggestInput): SuggestionList {
  const timeZone = findTimeZone(input.timeZone);
  if (timeZone === null) {
    throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone: input.timeZone });
  }
  const caret = completionAt(input.query, input.position, messageLanguage);
  if (caret.kind !== 'value') return suggestAtWord(context, input, caret);
  const suggestions = suggestValues(context, input, caret, timeZone);
  return { range: caret.range, suggestions: suggestions.slice(0, input.limit) };
}

function suggestValues(
  context: OperationContext,
  { query, limit }: SuggestInput,
  { key, typed, range }: Extract<Completion<MessageFilterKey>, { kind: 'value' }>,
  timeZone: string,
): readonly Suggestion[] {
  const isPart = /[<>=.]/.test(query[range[0] - 1] ?? '');
  const closing = closingBlank(query, range[1]);
  return listValues(context, key, { typed, limit, timeZone, isPart }).map((option) => ({
    ...option,
    kind: 'value',
    text: option.text + closing,
  }));
}

/** Behind a whole value the next word begins; between two that are there already is a blank. */
function closingBlank(query: string, end: number): string {
  return end >= query.length ? ' ' : '';
}

function suggestAtWord(context: OperationContext, input: SuggestInput, caret: Completion): SuggestionList {
  const { query, limit } = input;
  const isQuoted = /["“”„]/.test(query.slice(caret.range[0], input.position));
  const keys = caret.kind === 'key' ? suggestKeys(caret.typed) : [];
  const names = isQuoted ? [] : suggestNames(context, caret.typed, closingBlank(query, caret.range[1]));
  // A whole search takes the place of the whole text: only for who writes at its end.
  const isAtEnd = query.slice(input.position).trim() === '';
  const searches = isAtEnd ? listPastSearches(context, query.trim()) : [];
  if (searches.length === 0) return { range: caret.range, suggestions: [...keys, ...names].slice(0, limit) };
  const before = query.slice(0, caret.range[0]);
  const after = query.slice(caret.range[1]);
  const atWord = [...keys, ...names].map((found) => ({ ...found, text: before + found.text + after }));
  const suggestions = query.trim() === '' ? [...searches, ...atWord] : mix(atWord, searches, limit);
  return { range: [0, query.length], suggestions: suggestions.slice(0, limit) };
}

/** Searches of before have a quarter of the list at its end. */
function mix(atWord: readonly Suggestion[], searches: readonly Suggestion[], limit: number): readonly Suggestion[] {
  const room = Math.max(1, Math.floor(limit / 4), limit - atWord.length);
  const kept = searches.slice(0, room);
  return [...atWord.slice(0, limit - kept.length), ...kept];
}

/** Keys that begin so, or that people of other programs know by a word that begins so. */
function suggestKeys(typed: string): readonly Suggestion[] {
  const keyNames = keyNamesOf(messageLanguage);
  const word = typed.toLowerCase().replace(/:$/, '');
  const own = keyNames.filter((key) => key.startsWith(word));
  const known = keyNames.filter(
    (key) =>
      !own.includes(key) &&
      word !== '' &&
      definitionOf(messageLanguage, key).alsoKnownAs.some((other) => other.startsWith(word)),
  );
  return [...own, ...known].map((key) => ({
    kind: 'key',
    text: `${key}:`,
    label: `${key}:`,
    detail: definitionOf(messageLanguage, key).help,
    count: null,
  }));
}

/** So many characters of a name show that it may be one. */
const shortestName = 2;

/** Who or what a plain word may name: as a filter. */
function suggestNames({ database }: OperationContext, typed: string, closing: string): readonly Suggestion[] {
  if (foldName(typed).length < shortestName) return [];
  const toSuggestion =
    (key: MessageFilterKey) =>
    (option: ValueOption): Suggestion => ({
      ...option,
      kind: 'value',
      text: `${key}:${option.text}${closing}`,
      label: `${key}: ${option.label}`,
    });
  return [
    ...listNamed(database, 'users', typed, 3).map(toSuggestion('from')),
    ...listNamed(database, 'channels', typed, 2).map(toSuggestion('in')),
  ];
}
