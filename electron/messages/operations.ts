import { getMessage } from './get-message.ts';
import { listDays } from './list-days.ts';
import { countMessages, searchMessages } from './search-messages.ts';

/** What reader threads answer about messages. */
export const messageOperations = {
  'messages.search': searchMessages,
  'messages.count': countMessages,
  'messages.get': getMessage,
  'messages.listDays': listDays,
} as const;
