import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { SessionState } from './types.ts';

const messageId = z.string().min(1).max(1000);

export const sessionStateSchema = z.strictObject({
  view: z.string().min(1).max(40),
  query: z.string().max(4000),
  path: z.string().max(20_000).optional(),
  position: z
    .strictObject({
      topId: messageId,
      topOffset: z.number().min(-10_000).max(10_000),
      activeId: messageId.nullable(),
      openId: messageId.nullable(),
    })
    .nullable(),
});

export const sessionChannels = {
  /**
   * Where the person was in the open library last time; null the first time, or when that could not be read. Messages
   * that are gone meanwhile are not named: the one nearest in time stands in for the first in view.
   */
  'session.get': channel(z.strictObject({})).answers<SessionState | null>(),
  /** Keeps where the person is in the open library, on this computer and not in the library. */
  'session.save': channel(sessionStateSchema).answers<null>(),
} as const;
