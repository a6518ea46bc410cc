import type { Suggestion } from '../../shared/query/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { listSavedSearches } from '../searches/saved-searches.ts';
import { listSearchHistory } from '../searches/search-history.ts';
import { foldName } from './name-directory.ts';

const mostHistory = 200;
/** Of an empty box: the newest searches, then the saved ones in the person's own order. */
const offered = 5;

/** Searches of before that begin as the text does, and saved ones whose name or text holds it; none for the text itself. */
export function listPastSearches(context: OperationContext, text: string): readonly Suggestion[] {
  const wanted = foldName(text);
  const history = listSearchHistory(context, { limit: mostHistory })
    .filter(({ query }) => query !== text && foldName(query).startsWith(wanted))
    .slice(0, offered)
    .map(({ query }): Suggestion => ({ kind: 'history', text: query, label: query, detail: null, count: null }));
  const saved = listSavedSearches(context, null)
    .filter(
      ({ name, query }) => query !== text && (foldName(name).includes(wanted) || foldName(query).startsWith(wanted)),
    )
    .slice(0, offered)
    .map(({ name, query }): Suggestion => ({ kind: 'saved', text: query, label: name, detail: query, count: null }));
  return wanted === '' ? [...history, ...saved] : [...saved, ...history];
}
