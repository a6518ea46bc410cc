import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import { conversationKinds, type ConversationPage } from './types.ts';

export const conversationChannels = {
  /**
   * One page of the conversations of a kind, by last message, newest first. Each word of `text` has to begin a word of
   * the names (of either person, the channel, its server, the boss ...). `cursor` is the `next` of the page before.
   * Throws `bad_input` for a cursor or zone that is none.
   */
  'conversations.list': channel(
    z.strictObject({
      kind: z.enum(conversationKinds),
      text: z.string().max(200).default(''),
      timeZone: z.string().max(64).default('local'),
      cursor: z.string().max(64).nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
  ).answers<ConversationPage>(),
} as const;
