import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import { sqlLimits, type SqlResult } from './types.ts';

export const sqlChannels = {
  /** A search as one readable statement over the library's tables: without its limit it finds the same messages. */
  'sql.fromQuery': channel(
    z.strictObject({
      query: z.string().max(4000),
      timeZone: z.string().max(64).default('local'),
      /** As for `messages.search`. */
      defaultOrder: z.enum(['new', 'old']).default('new'),
    }),
  ).answers<{ readonly statement: string }>(),
  /**
   * Runs one statement that only reads, in a process of its own that ends with it; a new one stops the one before.
   * `bad_input` says why a statement is refused, what SQLite found wrong with it, or that it took too long or too much
   * memory; `start` and `end` in its details are the place, where there is one.
   */
  'sql.run': channel(
    z.strictObject({
      statement: z.string().max(100_000),
      maxRows: z.int().min(1).max(sqlLimits.maxRows).default(sqlLimits.defaultRows),
      maxSeconds: z.number().min(0.1).max(sqlLimits.maxSeconds).default(sqlLimits.defaultSeconds),
    }),
  ).answers<SqlResult>(),
} as const;
