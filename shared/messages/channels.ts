import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { DayCount, MessageCount, MessageDetail, MessageFacets, MessageHistogram, MessagePage } from './types.ts';
import type { SuggestionList } from '../query/types.ts';

/** A person's search text: see `docs/search.md`. Empty finds everything. */
const query = z.string().max(4000).default('');
/** Zone in which the query's dates are read; `local` is the main process's own. */
const timeZone = z.string().max(64).default('local');
const maxSeconds = z.number().min(0.05).max(3600).default(5);

export const messageChannels = {
  /**
   * One page of hits in the query's order. It begins, in this precedence, after a `cursor` of a page before, in the
   * middle of the page with a message (`around`: its id), at a time (`at`, UTC, `YYYY-MM-DD[ HH:MM:SS]`: the first hit in
   * the order that is not past it), with the last page (`isFromEnd`), where `near:` says, or at the first hit. A mistake
   * in the query is a problem in the answer, never an error. Throws `not_found` for an `around` that is not there.
   */
  'messages.search': channel(
    z.strictObject({
      query,
      timeZone,
      limit: z.int().min(1).max(200).default(100),
      cursor: z.string().max(64).nullable().default(null),
      around: z.string().min(1).max(1000).nullable().default(null),
      at: z.string().max(32).nullable().default(null),
      isFromEnd: z.boolean().default(false),
      /** The order of a query that names none, neither by `sort:` nor by `near:`. */
      defaultOrder: z.enum(['new', 'old']).optional(),
      /** After so long the page holds what was found until then. */
      maxSeconds,
      maxContentLength: z.int().min(100).max(2_000_000).default(1000),
    }),
  ).answers<MessagePage>(),
  /** Exactly how many messages the query finds, unless that takes longer than `maxSeconds`. */
  'messages.count': channel(
    z.strictObject({ query, timeZone, maxSeconds: maxSeconds.default(30) }),
  ).answers<MessageCount>(),
  'messages.get': channel(z.strictObject({ id: z.string().min(1).max(1000) })).answers<MessageDetail>(),
  /** Messages per day over the whole library, oldest first; days without any are left out. */
  'messages.listDays': channel(z.strictObject({})).answers<readonly DayCount[]>(),
  /** When the hits of a query were written; after `maxSeconds` it holds what was counted until then. */
  'messages.histogram': channel(
    z.strictObject({ query, timeZone, maxSeconds: maxSeconds.default(10) }),
  ).answers<MessageHistogram>(),
  /** What the hits of a query have in common, in about 300 ms; `limit`: values of each facet. */
  'messages.facets': channel(
    z.strictObject({ query, timeZone, limit: z.int().min(1).max(200).default(10) }),
  ).answers<MessageFacets>(),
  /** What may be typed at a position (UTF-16) of a search text. */
  'messages.suggest': channel(
    z.strictObject({
      query,
      position: z.int().min(0).max(4000),
      timeZone,
      limit: z.int().min(1).max(50).default(12),
    }),
  ).answers<SuggestionList>(),
} as const;
