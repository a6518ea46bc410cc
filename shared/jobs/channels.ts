import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { Job } from './types.ts';

const jobId = z.string().min(1).max(64);

export const jobChannels = {
  /** Every job of this run, newest first: a window that was reloaded catches up from this alone. */
  'jobs.list': channel(z.strictObject({})).answers<readonly Job[]>(),
  /** Asks a job to stop. It ends as `cancelled` with the library as it was; one that already ended is left alone. */
  'jobs.cancel': channel(z.strictObject({ jobId })).answers<Job>(),
} as const;
