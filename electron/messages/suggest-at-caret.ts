import { RaidscopeError } from '../../shared/contract/errors.ts';
import { completionAt, type Completion } from '../../shared/query/completion.ts';
import { definitionOf, keyNamesOf, type QueryLanguage } from '../../shared/query/language.ts';
import { findTimeZone } from '../../shared/query/time-zone.ts';
import type { Suggestion, SuggestionList } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { foldName } from './name-directory.ts';
import type { ValueOption } from './suggest-option.ts';
import { listKeyValues, type ValueLists } from './value-lists.ts';

/** Where in a search text suggestions are wanted. */
export interface SuggestInput {
  readonly query: string;
  /** UTF-16. */
  readonly position: number;
  readonly timeZone: string;
  readonly limit: number;
}

/** What a library has to suggest in one language. */
export interface SuggestionSource<Key extends string> {
  readonly language: QueryLanguage<Key>;
  readonly lists: ValueLists<Key>;
  /** Who or what a plain word may name, and the filter that finds it. */
  readonly listNames: (context: OperationContext, typed: string) => readonly NamedOption<Key>[];
  /** Whole searches of before for a text. */
  readonly listSearches: (context: OperationContext, text: string) => readonly Suggestion[];
}

export interface NamedOption<Key extends string> {
  readonly key: Key;
  readonly option: ValueOption;
}

/**
 * What may be typed at the caret: values of the filter that it stands in, else keys and names that begin with the word,
 * and searches of before. Throws `bad_input` for a zone that is none.
 */
export function suggestAtCaret<Key extends string>(
  context: OperationContext,
  input: SuggestInput,
  source: SuggestionSource<Key>,
): SuggestionList {
  const timeZone = findTimeZone(input.timeZone);
  if (timeZone === null) {
    throw new RaidscopeError('bad_input', 'There is no such time zone.', { timeZone: input.timeZone });
  }
  const caret = completionAt(input.query, input.position, source.language);
  if (caret.kind !== 'value') return suggestAtWord(context, input, source, caret);
  const suggestions = suggestValues(context, { ...input, timeZone }, source, caret);
  return { range: caret.range, suggestions: suggestions.slice(0, input.limit) };
}

function suggestValues<Key extends string>(
  context: OperationContext,
  { query, limit, timeZone }: SuggestInput,
  { language, lists }: SuggestionSource<Key>,
  { key, typed, range }: Extract<Completion<Key>, { kind: 'value' }>,
): readonly Suggestion[] {
  const isPart = /[<>=.]/.test(query[range[0] - 1] ?? '');
  const closing = closingBlank(query, range[1]);
  const options = listKeyValues(context, language, lists, key, { typed, limit, timeZone, isPart });
  return options.map((option) => ({ ...option, kind: 'value', text: option.text + closing }));
}

/** Behind a whole value the next word begins; between two that are there already is a blank. */
function closingBlank(query: string, end: number): string {
  return end >= query.length ? ' ' : '';
}

function suggestAtWord<Key extends string>(
  context: OperationContext,
  { query, position, limit }: SuggestInput,
  { language, listNames, listSearches }: SuggestionSource<Key>,
  caret: Completion<Key>,
): SuggestionList {
  const isQuoted = /["“”„]/.test(query.slice(caret.range[0], position));
  const isName = !isQuoted && foldName(caret.typed).length >= shortestName;
  const closing = closingBlank(query, caret.range[1]);
  const keys = caret.kind === 'key' ? suggestKeys(language, caret.typed) : [];
  const names = isName ? listNames(context, caret.typed).map((named) => suggestName(named, closing)) : [];
  // A whole search takes the place of the whole text: only for who writes at its end.
  const isAtEnd = query.slice(position).trim() === '';
  const searches = isAtEnd ? listSearches(context, query.trim()) : [];
  if (searches.length === 0) return { range: caret.range, suggestions: [...keys, ...names].slice(0, limit) };
  const before = query.slice(0, caret.range[0]);
  const after = query.slice(caret.range[1]);
  const atWord = [...keys, ...names].map((found) => ({ ...found, text: before + found.text + after }));
  const suggestions = query.trim() === '' ? [...searches, ...atWord] : mix(atWord, searches, limit);
  return { range: [0, query.length], suggestions: suggestions.slice(0, limit) };
}

/** So many characters of a name show that it may be one. */
const shortestName = 2;

function suggestName({ key, option }: NamedOption<string>, closing: string): Suggestion {
  return { ...option, kind: 'value', text: `${key}:${option.text}${closing}`, label: `${key}: ${option.label}` };
}

/** Searches of before have a quarter of the list at its end. */
function mix(atWord: readonly Suggestion[], searches: readonly Suggestion[], limit: number): readonly Suggestion[] {
  const room = Math.max(1, Math.floor(limit / 4), limit - atWord.length);
  const kept = searches.slice(0, room);
  return [...atWord.slice(0, limit - kept.length), ...kept];
}

/** Keys that begin so, or that people of other programs know by a word that begins so. */
function suggestKeys(language: QueryLanguage, typed: string): readonly Suggestion[] {
  const names = keyNamesOf(language);
  const word = typed.toLowerCase().replace(/:$/, '');
  const own = names.filter((key) => key.startsWith(word));
  const isKnownAs = (key: string): boolean =>
    definitionOf(language, key).alsoKnownAs.some((other) => other.startsWith(word));
  const known = word === '' ? [] : names.filter((key) => !own.includes(key) && isKnownAs(key));
  return [...own, ...known].map((key) => ({
    kind: 'key',
    text: `${key}:`,
    label: `${key}:`,
    detail: definitionOf(language, key).help,
    count: null,
  }));
}
