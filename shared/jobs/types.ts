import type { SerializedError } from '../contract/errors.ts';
import type { ExportResult } from '../exports/types.ts';
import type { ImportResult } from '../imports/types.ts';

export type JobKind = 'import' | 'undo-import' | 'export';
export type JobState = 'running' | 'done' | 'cancelled' | 'failed';

/** What a job ended with; `null` until it is done, and for kinds that have nothing to tell. */
export type JobResult =
  | { readonly kind: 'import'; readonly imports: readonly ImportResult[] }
  | ({ readonly kind: 'export' } & ExportResult)
  | null;

/** The imports that a job did; none for other jobs. */
export function importsOf(result: JobResult | undefined): readonly ImportResult[] {
  return result?.kind === 'import' ? result.imports : [];
}

/** A full snapshot of long work. A job ends exactly once. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** What a person would call it: `Import raid-night.db`. */
  readonly title: string;
  readonly state: JobState;
  /** The step under way in a few words: `Indexing words`. */
  readonly phase: string;
  /** Work units done and in all; their unit is the job's own. `total` 0: not known yet. */
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly result: JobResult;
  readonly error: SerializedError | null;
}
