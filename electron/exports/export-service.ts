import { basename } from 'node:path';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ExportCopy, ExportResult } from '../../shared/exports/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
import type { JobContext, JobRunner } from '../jobs/job-runner.ts';
import type { Library } from '../library/library.ts';
import type { ExportPlace } from './export-file.ts';
import type { ExportPlaces } from './export-places.ts';

type StartInput = ParsedInputOf<'exports.start'>;

export interface ExportServiceOptions {
  readonly jobs: JobRunner;
  readonly places: ExportPlaces;
}

/** Exports as jobs, each on a reader thread of its own, so that those of the window stay free. */
export class ExportService {
  readonly #options: ExportServiceOptions;

  constructor(options: ExportServiceOptions) {
    this.#options = options;
  }

  /** Throws `forbidden` for a place that nobody chose. */
  start(input: StartInput, library: Library): Job {
    const place = this.#options.places.get(input.file, input.overwrites);
    return this.#options.jobs.start({
      kind: 'export',
      title: `Export ${basename(place.path)}`,
      run: async (job) => {
        job.setResult({ kind: 'export', ...(await writeMessages(input, place, library, job)) });
      },
    });
  }

  copy({ source, format }: ParsedInputOf<'exports.copy'>, library: Library, signal: AbortSignal): Promise<ExportCopy> {
    return library.read('exports.copyMessages', { ...source, format }, { signal });
  }

  /** Throws `not_found`. */
  getPath(jobId: string): string {
    const result = this.#options.jobs.list().find(({ id }) => id === jobId)?.result;
    if (result?.kind === 'export') return result.path;
    throw new RaidscopeError('not_found', 'There is no such export in this run.', { jobId });
  }
}

async function writeMessages(
  { source, format, bom }: StartInput,
  place: ExportPlace,
  library: Library,
  { signal, report }: JobContext,
): Promise<ExportResult> {
  const reader = await library.startReader();
  try {
    return await reader.call(
      'exports.writeMessages',
      { ...source, format, bom, place },
      { signal, onProgress: report },
    );
  } finally {
    await reader.close();
  }
}
