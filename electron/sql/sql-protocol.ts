import type { SerializedError } from '../../shared/contract/errors.ts';
import type { ExportCopy } from '../../shared/exports/types.ts';
import type { SqlResult } from '../../shared/sql/types.ts';
import type { RunInput, WriteInput } from './run-statement.ts';

/** What the process of a statement is asked, once. */
export type SqlTask =
  | ({ readonly kind: 'run'; readonly maxRows: number } & RunInput)
  | ({ readonly kind: 'copy' } & WriteInput)
  /** Writes into a file that is there already, and is the asker's to name and to remove. */
  | ({ readonly kind: 'write'; readonly partPath: string } & WriteInput);

export interface SqlRequest {
  readonly libraryPath: string;
  readonly task: SqlTask;
}

/** What each kind of task is answered with. */
export interface SqlAnswers {
  readonly run: SqlResult;
  readonly copy: ExportCopy;
  readonly write: { readonly rowCount: number };
}

export type SqlReply =
  /** The statement begins now; its time is counted from here. */
  | { readonly kind: 'started' }
  | { readonly kind: 'progress'; readonly rowCount: number }
  | { readonly kind: 'result'; readonly value: SqlAnswers[keyof SqlAnswers] }
  | { readonly kind: 'error'; readonly error: SerializedError };
