import type { MessageConversation } from '../conversations/types.ts';
import type { TextRange, QueryProblem, ResolvedName } from '../query/types.ts';

/** Source: the server's schema, `messages.type`. */
export const messageTypes = ['user', 'raid', 'guild', 'party', 'system', 'dm'] as const;
export type MessageType = (typeof messageTypes)[number];

export interface NamedReference {
  readonly id: string;
  readonly name: string;
  /** True when the backup named it but did not contain it; its id stands for its name. */
  readonly isPlaceholder: boolean;
}

export interface ReactionCount {
  readonly reaction: string;
  readonly count: number;
}

/** One line of a message list. */
export interface MessageItem {
  readonly id: string;
  /** Place in time order; unique. `cursorAt`-able: pages start from it. */
  readonly seq: number;
  readonly type: MessageType;
  /** Cut to the query's `maxContentLength`; the whole text comes with `messages.get`. */
  readonly content: string;
  readonly isContentCut: boolean;
  /** UTC, `YYYY-MM-DD HH:MM:SS[.sss]`; null when the backup had none. */
  readonly createdAt: string | null;
  readonly author: NamedReference;
  readonly server: NamedReference;
  readonly channel: NamedReference | null;
  /** To whom a message of type `dm` was written; null where the backup does not say. */
  readonly recipient: NamedReference | null;
  /** True for a direct message that its recipient had not read. */
  readonly isUnread: boolean;
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
  readonly reactions: readonly ReactionCount[];
  /** What the person put on it: see `annotations.get`. */
  readonly isStarred: boolean;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
  /** Where the message stands among others, and the search text that shows it. */
  readonly conversation: MessageConversation;
  /** Where the query's words stand in `content`, in order, without overlap. */
  readonly highlights: readonly TextRange[];
}

/** In the query's order. `next` goes on in it, `previous` goes back; null at either end. */
export interface MessagePage {
  readonly items: readonly MessageItem[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly problems: readonly QueryProblem[];
  /** Newest first, oldest first, or best first and newest first among equals. */
  readonly order: 'new' | 'old' | 'best';
  /**
   * Null when the search came to its end. Else the time limit ended it here (UTC, `YYYY-MM-DD HH:MM:SS`): the page has
   * what was found, even if that is nothing, and `next` (or `previous`) goes on from there.
   */
  readonly stoppedAt: string | null;
  /** The message that `near:` or `around` named; with a time, the hit nearest after it. In `items` if it is a hit. */
  readonly focus: string | null;
  readonly resolved: readonly ResolvedName[];
}

export interface MessageCount {
  readonly total: number;
  /** False when the time limit ended the count: there are at least so many. */
  readonly isComplete: boolean;
}

export interface Reaction {
  readonly reaction: string;
  readonly user: NamedReference;
}

/** Whom or what an id in a message's metadata stands for. */
export interface NamedId {
  readonly kind: 'user' | 'raid' | 'guild' | 'party';
  readonly id: string;
  readonly name: string;
}

export interface MessageDetail extends Omit<MessageItem, 'reactions' | 'highlights' | 'isContentCut'> {
  readonly updatedAt: string | null;
  readonly editedAt: string | null;
  readonly deletionReason: string | null;
  /** The backup's own JSON text; null when there is none. */
  readonly metadata: string | null;
  /** The users, raids, guilds and parties that the metadata names by id. */
  readonly namedIds: readonly NamedId[];
  readonly reactions: readonly Reaction[];
  /** The person's own note on it. */
  readonly note: string | null;
  /** The import whose version of the row this is. */
  readonly importId: number | null;
}

/** Messages on one UTC day. */
export interface DayCount {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly count: number;
}

/** Hits of a query over time. */
export interface MessageHistogram {
  /** Local hours where all hits lie within 60 days, else local days. */
  readonly unit: 'day' | 'hour';
  /** Oldest first; hours and days without a hit are left out, as are messages without a readable time. */
  readonly buckets: readonly HistogramBucket[];
  /** False when the time was up: only the newest hits are counted. */
  readonly isComplete: boolean;
}

export interface HistogramBucket {
  /** First second of the local day or hour; seconds since 1970, UTC. */
  readonly start: number;
  readonly count: number;
}

export type FacetName = 'author' | 'channel' | 'server' | 'type' | 'month';

/** What the hits of a query have in common. */
export interface MessageFacets {
  readonly facets: readonly MessageFacet[];
  /** So many of the newest hits were counted for the facets that are not complete. */
  readonly countedHits: number;
}

export interface MessageFacet {
  readonly facet: FacetName;
  /** Most frequent first; months: newest first. */
  readonly values: readonly FacetValue[];
  /** How many more values there are. */
  readonly otherValueCount: number;
  /** False when the time was up: the counts are of the newest `countedHits` hits. */
  readonly isComplete: boolean;
}

export interface FacetValue {
  /** What stands behind the filter's colon (`from:`, `in:`, `server:`, `type:`, `during:`), quoted if needed. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
