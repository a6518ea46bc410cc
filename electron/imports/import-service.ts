import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ImportPreview, ImportResult } from '../../shared/imports/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
import type { Clock } from '../app-options.ts';
import type { JobContext, JobRunner } from '../jobs/job-runner.ts';
import type { Library } from '../library/library.ts';
import { WorkerThread } from '../library/worker-thread.ts';
import type { OperationInput, OperationName, OperationOutput } from '../library/worker-operations.ts';
import type { ImportInput } from './import-backup.ts';
import { discardSource } from './source-file.ts';
import { createVerdict } from './verdict.ts';

export interface ImportServiceOptions {
  readonly clock: Clock;
  readonly jobs: JobRunner;
  readonly workFolder: string;
  /** Called after the library's rows changed. */
  readonly onLibraryChanged: () => Promise<void>;
}

/** The same sample at every first start. */
const sampleSeed = 1;

/** Importing and undoing as jobs. Files are looked at on threads of their own, which end with the look. */
export class ImportService {
  readonly #options: ImportServiceOptions;

  constructor(options: ImportServiceOptions) {
    this.#options = options;
  }

  async inspect(
    files: readonly { readonly path: string; readonly token: string }[],
    library: Library | null,
    signal: AbortSignal,
  ): Promise<readonly ImportPreview[]> {
    const previews: ImportPreview[] = [];
    const libraryPath = library?.isReadOnly === false ? library.path : null;
    for (const { path, token } of files) {
      previews.push(
        await runTask(
          'imports.inspect',
          { path, token, workFolder: this.#options.workFolder, libraryPath },
          { signal, report: () => {} },
        ),
      );
    }
    return previews;
  }

  start(paths: readonly string[], library: Library): Job {
    const [first = ''] = paths;
    const title = paths.length === 1 ? `Import ${basename(first)}` : `Import ${paths.length} files`;
    return this.#options.jobs.start({
      kind: 'import',
      title,
      run: async (job) => {
        const imports: ImportResult[] = [];
        for (const path of paths) {
          imports.push(await this.#importFile(path, library, job));
          job.setResult({ kind: 'import', imports: [...imports] });
        }
      },
    });
  }

  startSample(messageCount: number, library: Library): Job {
    return this.#options.jobs.start({
      kind: 'import',
      title: 'Import sample data',
      run: async (job) => {
        const folder = join(this.#options.workFolder, randomUUID());
        mkdirSync(folder, { recursive: true });
        try {
          const path = join(folder, 'sample-server.db');
          await runTask('sample.write', { path, messageCount, seed: sampleSeed, schema: '1.1' }, job);
          job.setResult({ kind: 'import', imports: [await this.#importFile(path, library, job)] });
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    });
  }

  undo(importId: number, library: Library): Job {
    return this.#options.jobs.start({
      kind: 'undo-import',
      title: `Undo import ${importId}`,
      run: async (job) => {
        await library.write(
          'imports.undo',
          { importId, undoneAt: this.#now() },
          { signal: job.signal, onProgress: job.report },
        );
        await this.#options.onLibraryChanged();
      },
    });
  }

  async #importFile(path: string, library: Library, job: JobContext): Promise<ImportResult> {
    const beganAt = performance.now();
    const startedAt = this.#now();
    const source = await runTask('imports.prepare', { path, workFolder: this.#options.workFolder }, job);
    try {
      const preparedMs = Math.round(performance.now() - beganAt);
      const result = await this.#importWhileProving({ source, startedAt, preparedMs }, library, job);
      await this.#options.onLibraryChanged();
      return result;
    } finally {
      discardSource(source);
    }
  }

  /** If the file is damaged, its check says so best: the import itself may only have stumbled over a page. */
  async #importWhileProving(
    input: Omit<ImportInput, 'verdict'>,
    library: Library,
    job: JobContext,
  ): Promise<ImportResult> {
    const verdict = createVerdict();
    const proof = runTask('imports.prove', { source: input.source, verdict }, { signal: job.signal, report: () => {} });
    const [proven, imported] = await Promise.allSettled([
      proof,
      library.write('imports.import', { ...input, verdict }, { signal: job.signal, onProgress: job.report }),
    ]);
    if (proven.status === 'rejected') throw proven.reason;
    if (imported.status === 'rejected') throw imported.reason;
    return imported.value;
  }

  #now(): string {
    return new Date(this.#options.clock()).toISOString();
  }
}

async function runTask<Name extends OperationName>(
  operation: Name,
  input: OperationInput<Name>,
  { signal, report }: Pick<JobContext, 'signal' | 'report'>,
): Promise<OperationOutput<Name>> {
  const thread = await WorkerThread.start({ kind: 'task' });
  try {
    return await thread.call(operation, input, { signal, onProgress: report });
  } finally {
    await thread.close();
  }
}
