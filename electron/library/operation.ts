import type { Database } from './open-database.ts';

/**
 * What a worker thread hands to each operation. Operations are plain functions `(context, input) => output`: a small
 * module per feature holds them, one registry names them (`worker-operations.ts`).
 */
export interface OperationContext {
  /** The worker's connection: read-only on readers, the only writing one on the writer. */
  readonly database: Database;
  /** Throws `cancelled` once the caller asked for it. Long work calls it between steps. */
  throwIfCancelled(): void;
  /** Tells how far the work is; cheap enough to call for each row. */
  report(progress: OperationProgress): void;
}

export interface OperationProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}
