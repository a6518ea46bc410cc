import { listSavedSearches, moveSearch, removeSearch, renameSearch, saveSearch } from './saved-searches.ts';
import { clearSearchHistory, listSearchHistory, recordSearch } from './search-history.ts';

/** What worker threads do about saved searches and those of before. */
export const searchOperations = {
  'searches.list': listSavedSearches,
  'searches.save': saveSearch,
  'searches.rename': renameSearch,
  'searches.remove': removeSearch,
  'searches.move': moveSearch,
  'searches.listHistory': listSearchHistory,
  'searches.record': recordSearch,
  'searches.clearHistory': clearSearchHistory,
} as const;
