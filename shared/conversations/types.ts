/** Where messages belong together: two people, a channel, a guild, a party, a raid. */
export const conversationKinds = ['direct', 'channel', 'guild', 'party', 'raid'] as const;
export type ConversationKind = (typeof conversationKinds)[number];

/** One line of a list of conversations. */
export interface ConversationItem {
  readonly kind: ConversationKind;
  /** Both names of two people; a channel's, guild's or party's name; a raid's boss. */
  readonly title: string;
  /** What tells it apart from others of that title, such as its server; null where nothing does. */
  readonly subtitle: string | null;
  /** The search text that shows its messages. */
  readonly query: string;
  readonly messageCount: number;
  /** Only direct messages can be unread. */
  readonly unreadCount: number;
  /** UTC, `YYYY-MM-DD HH:MM:SS[.sss]`; null when the backup had no time for its last message. */
  readonly lastAt: string | null;
  /** The beginning of the last message. */
  readonly lastText: string;
  readonly lastAuthor: string;
}

/** By last message, newest first. `next` leads to older ones; null at the end. */
export interface ConversationPage {
  readonly items: readonly ConversationItem[];
  readonly next: string | null;
}

/** The conversation that a message stands in. */
export interface MessageConversation {
  /** `server`: none of the others; the messages of its type on its server. */
  readonly kind: ConversationKind | 'server';
  readonly title: string;
  /** The search text that shows it. */
  readonly query: string;
}
