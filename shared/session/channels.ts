import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { SessionState } from './types.ts';

export const sessionStateSchema = z.strictObject({
  view: z.string().min(1).max(40),
  query: z.string().max(4000),
  topMessage: z.strictObject({ id: z.string().min(1).max(1000), createdAt: z.string().max(40).nullable() }).nullable(),
});

export const sessionChannels = {
  /** Where the person was in the open library last time; null the first time, or when that could not be read. */
  'session.get': channel(z.strictObject({})).answers<SessionState | null>(),
  /** Keeps where the person is in the open library, on this computer and not in the library. */
  'session.save': channel(sessionStateSchema).answers<null>(),
} as const;
