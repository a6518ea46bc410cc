import { listFacets } from './facets.ts';
import { getMessage } from './get-message.ts';
import { countByTime } from './histogram.ts';
import { listDays } from './list-days.ts';
import { countMessages, searchMessages } from './search-messages.ts';

/** What reader threads answer about messages. */
export const messageOperations = {
  'messages.search': searchMessages,
  'messages.count': countMessages,
  'messages.get': getMessage,
  'messages.listDays': listDays,
  'messages.histogram': countByTime,
  'messages.facets': listFacets,
} as const;
