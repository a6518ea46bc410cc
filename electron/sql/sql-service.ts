import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { ExportCopy, ExportFormat } from '../../shared/exports/types.ts';
import { sqlLimits, type SqlResult } from '../../shared/sql/types.ts';
import type { Library } from '../library/library.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { StartChildProcess } from './child-process.ts';
import type { SqlAnswers, SqlTask } from './sql-protocol.ts';
import { runInProcess, type SqlRunOptions } from './sql-runner.ts';

export interface SqlServiceOptions {
  readonly startChildProcess: StartChildProcess;
  readonly settings: SettingsStore;
}

export interface WriteRequest {
  readonly statement: string;
  readonly format: ExportFormat;
  readonly bom: boolean;
  readonly partPath: string;
}

/** Statements that a person wrote, over the open library. */
export class SqlService {
  readonly #options: SqlServiceOptions;
  readonly #running = new Set<AbortController>();
  #newest: AbortController | null = null;

  constructor(options: SqlServiceOptions) {
    this.#options = options;
  }

  /** Throws as `runInProcess`. A statement that still runs is stopped. */
  async run(
    { statement, maxRows, maxSeconds }: ParsedInputOf<'sql.run'>,
    library: Library,
    signal: AbortSignal,
  ): Promise<SqlResult> {
    this.#newest?.abort();
    const newest = new AbortController();
    this.#newest = newest;
    const options = { signal: AbortSignal.any([signal, newest.signal]), maxSeconds };
    return this.#perform<'run'>({ kind: 'run', statement, maxRows, ...this.#shown }, library, options);
  }

  /** What a statement answers as text for the clipboard. */
  copy(statement: string, format: ExportFormat, library: Library, signal: AbortSignal): Promise<ExportCopy> {
    const task = { kind: 'copy', statement, format, bom: false, ...this.#shown } as const;
    return this.#perform<'copy'>(task, library, { signal, maxSeconds: sqlLimits.maxSeconds });
  }

  /** Writes all rows into a file that is there; answers how many. It takes as long as it needs, until it is cancelled. */
  async write(
    request: WriteRequest,
    library: Library,
    options: { readonly signal: AbortSignal; readonly onProgress: (rowCount: number) => void },
  ): Promise<number> {
    const task = { kind: 'write', ...request, ...this.#shown } as const;
    const { rowCount } = await this.#perform<'write'>(task, library, { ...options, maxSeconds: null });
    return rowCount;
  }

  /** Stops whatever runs. */
  stop(): void {
    for (const running of this.#running) running.abort();
  }

  async #perform<Kind extends SqlTask['kind']>(
    task: Extract<SqlTask, { readonly kind: Kind }>,
    library: Library,
    options: SqlRunOptions,
  ): Promise<SqlAnswers[Kind]> {
    const running = new AbortController();
    this.#running.add(running);
    const signal = AbortSignal.any([options.signal, running.signal]);
    try {
      return await runInProcess(this.#options.startChildProcess, library.readPath, task, { ...options, signal });
    } finally {
      this.#running.delete(running);
    }
  }

  get #shown(): { readonly showsPersonalData: boolean } {
    return { showsPersonalData: this.#options.settings.get().showsPersonalData };
  }
}
