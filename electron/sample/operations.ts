import type { OperationContext } from '../library/operation.ts';
import { writeSampleBackup, type SampleOptions, type SampleSummary } from './write-sample-backup.ts';

/** What a caller on another thread may choose; progress and cancelling come with the operation itself. */
export interface SampleInput extends Pick<SampleOptions, 'messageCount' | 'seed' | 'schema'> {
  /** Where the backup file goes; nothing may be there yet. */
  readonly path: string;
}

/** `writeSampleBackup` on a worker thread. The library that the worker holds open is not touched. */
function write(context: OperationContext, { path, ...options }: SampleInput): SampleSummary {
  return writeSampleBackup(path, {
    ...options,
    onProgress: (done, total) => {
      context.report({ phase: 'Making up a sample server', done, total });
    },
    throwIfCancelled: () => {
      context.throwIfCancelled();
    },
  });
}

export const sampleOperations = { 'sample.write': write } as const;
