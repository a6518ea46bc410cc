import { listFacets } from './facets.ts';
import { getMessage } from './get-message.ts';
import { countByTime } from './histogram.ts';
import { listDays } from './list-days.ts';
import { countMessages, searchMessages } from './search-messages.ts';
import { suggest } from './suggest.ts';
import { warmSuggestions } from './suggest-values.ts';

/** What reader threads answer about messages. */
export const messageOperations = {
  'messages.search': searchMessages,
  'messages.count': countMessages,
  'messages.get': getMessage,
  'messages.listDays': listDays,
  'messages.histogram': countByTime,
  'messages.facets': listFacets,
  'messages.suggest': suggest,
  'messages.warmSuggestions': warmSuggestions,
} as const;
