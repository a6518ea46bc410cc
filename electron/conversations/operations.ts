import { listConversations } from './list-conversations.ts';

/** What reader threads answer about conversations. */
export const conversationOperations = {
  'conversations.list': listConversations,
} as const;
