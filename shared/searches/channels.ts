import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { PastSearch, SavedSearch } from './types.ts';

const id = z.int().positive();
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u, 'holds a control character');
const query = z.string().trim().min(1).max(4000);

export const searchChannels = {
  /** All saved searches in the person's own order. */
  'searches.list': channel(z.strictObject({})).answers<readonly SavedSearch[]>(),
  /**
   * Keeps a search under a name, at the end or at `position` (0: first); answers all of them. Throws `bad_input` when
   * the name is taken, unless `replaces` says that the search of that name is to become this one; `read_only`.
   */
  'searches.save': channel(
    z.strictObject({ name, query, position: z.int().min(0).optional(), replaces: z.boolean().default(false) }),
  ).answers<readonly SavedSearch[]>(),
  /** Throws `bad_input` when another one has the name, `not_found`, `read_only`. */
  'searches.rename': channel(z.strictObject({ id, name })).answers<readonly SavedSearch[]>(),
  /** Throws `not_found`, `read_only`. */
  'searches.remove': channel(z.strictObject({ id })).answers<readonly SavedSearch[]>(),
  /** Puts a saved search at a place in the order (0: first). Throws `not_found`, `read_only`. */
  'searches.move': channel(z.strictObject({ id, position: z.int().min(0) })).answers<readonly SavedSearch[]>(),
  /** Searches of before, newest first. */
  'searches.listHistory': channel(z.strictObject({ limit: z.int().min(1).max(500).default(50) })).answers<
    readonly PastSearch[]
  >(),
  /** Remembers a search that a person settled on. Throws `read_only`. */
  'searches.record': channel(z.strictObject({ query })).answers<null>(),
  /** Forgets one search of before, or all. Throws `read_only`. */
  'searches.clearHistory': channel(z.strictObject({ query: query.optional() })).answers<null>(),
} as const;
