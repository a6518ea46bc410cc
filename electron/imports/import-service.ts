import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ImportPreview, ImportResult } from '../../shared/imports/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
import type { Clock } from '../app-options.ts';
import type { JobContext, JobRunner } from '../jobs/job-runner.ts';
import type { Library } from '../library/library.ts';
import { WorkerThread } from '../library/worker-thread.ts';
import type { ImportInput } from './import-backup.ts';
import { discardSource } from './source-file.ts';
import { createVerdict, giveVerdict } from './verdict.ts';

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
    const libraryPath = library?.isReadOnly === false ? library.path : null;
    const { workFolder } = this.#options;
    return withTaskThread(async (thread) => {
      const previews: ImportPreview[] = [];
      for (const { path, token } of files) {
        previews.push(await thread.call('imports.inspect', { path, token, workFolder, libraryPath }, { signal }));
      }
      return previews;
    });
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
          await withTaskThread((thread) =>
            thread.call(
              'sample.write',
              { path, messageCount, seed: sampleSeed, schema: '1.1' },
              { signal: job.signal, onProgress: job.report },
            ),
          );
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

  #importFile(path: string, library: Library, job: JobContext): Promise<ImportResult> {
    return withTaskThread(async (thread) => {
      const beganAt = performance.now();
      const startedAt = this.#now();
      const source = await thread.call(
        'imports.prepare',
        { path, workFolder: this.#options.workFolder },
        { signal: job.signal, onProgress: job.report },
      );
      try {
        const preparedMs = Math.round(performance.now() - beganAt);
        const result = await importWhileProving({ source, startedAt, preparedMs }, thread, library, job);
        await this.#options.onLibraryChanged();
        return result;
      } finally {
        discardSource(source);
      }
    });
  }

  #now(): string {
    return new Date(this.#options.clock()).toISOString();
  }
}

/** If the file is damaged, its check says so best: the import itself may only have stumbled over a page. */
async function importWhileProving(
  input: Omit<ImportInput, 'verdict'>,
  thread: WorkerThread,
  library: Library,
  { signal, report }: JobContext,
): Promise<ImportResult> {
  const verdict = createVerdict();
  const proof = thread.call('imports.prove', { source: input.source, verdict }, { signal }).catch((thrown: unknown) => {
    // Also where the check never began: the import must not wait for it for ever.
    giveVerdict(verdict, false);
    throw thrown;
  });
  const [proven, imported] = await Promise.allSettled([
    proof,
    library.write('imports.import', { ...input, verdict }, { signal, onProgress: report }),
  ]);
  if (proven.status === 'rejected') throw proven.reason;
  if (imported.status === 'rejected') throw imported.reason;
  return imported.value;
}

async function withTaskThread<Result>(run: (thread: WorkerThread) => Promise<Result>): Promise<Result> {
  const thread = await WorkerThread.start({ kind: 'task' });
  try {
    return await run(thread);
  } finally {
    await thread.close();
  }
}
