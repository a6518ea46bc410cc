import type { SerializedError } from '../../shared/contract/errors.ts';
import type { OperationProgress } from './operation.ts';

/**
 * - `writer` holds the lock and the only writing connection.
 * - `reader` holds a read-only connection.
 * - `task` holds none: it inspects or writes other files, and ends after one call.
 */
export type WorkerRole =
  | { readonly kind: 'writer'; readonly path: string }
  | { readonly kind: 'reader'; readonly path: string }
  | { readonly kind: 'task' };

export interface WorkerCall {
  readonly id: number;
  readonly operation: string;
  readonly input: unknown;
  /** Int32 of shared memory: a running statement cannot receive a message, but it can read this. Non-zero: stop. */
  readonly cancelFlag: SharedArrayBuffer;
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly error: SerializedError }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: OperationProgress }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: SerializedError; readonly stack: string };
