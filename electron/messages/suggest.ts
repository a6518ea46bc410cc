import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { messageLanguage, type MessageFilterKey } from '../../shared/messages/language.ts';
import type { SuggestionList } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { suggestAtCaret, type SuggestionSource } from './suggest-at-caret.ts';
import { listNamed } from './suggest-entries.ts';
import { listPastSearches } from './suggest-searches.ts';
import { messageValueLists } from './suggest-values.ts';

const source: SuggestionSource<MessageFilterKey> = {
  language: messageLanguage,
  lists: messageValueLists,
  listNames: ({ database }, typed) => [
    ...listNamed(database, 'users', typed, 3).map((option) => ({ key: 'from' as const, option })),
    ...listNamed(database, 'channels', typed, 2).map((option) => ({ key: 'in' as const, option })),
  ],
  listSearches: listPastSearches,
};

/**
 * What may be typed at the caret: values of the filter that it stands in, else keys, people and channels that begin with
 * the word, saved searches and searches of before. Throws `bad_input` for a zone that is none.
 */
export function suggest(context: OperationContext, input: ParsedInputOf<'messages.suggest'>): SuggestionList {
  return suggestAtCaret(context, input, source);
}
