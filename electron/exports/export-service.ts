import { basename } from 'node:path';
import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ExportCopy, ExportResult, ExportSource } from '../../shared/exports/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
import type { JobContext, JobRunner } from '../jobs/job-runner.ts';
import type { Library } from '../library/library.ts';
import type { SqlService } from '../sql/sql-service.ts';
import { ExportFile, type ExportPlace } from './export-file.ts';
import type { ExportPlaces } from './export-places.ts';

type StartInput = ParsedInputOf<'exports.start'>;

export interface ExportServiceOptions {
  readonly jobs: JobRunner;
  readonly places: ExportPlaces;
  readonly sql: SqlService;
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
        const { source } = input;
        const result =
          source.kind === 'sql'
            ? await this.#writeStatement({ ...input, ...source }, place, library, job)
            : await writeRows({ ...input, source }, place, library, job);
        job.setResult({ kind: 'export', ...result });
      },
    });
  }

  copy({ source, format }: ParsedInputOf<'exports.copy'>, library: Library, signal: AbortSignal): Promise<ExportCopy> {
    switch (source.kind) {
      case 'messages':
        return library.read('exports.copyMessages', { ...source, format }, { signal });
      case 'raids':
        return library.read('exports.copyRaids', { ...source, format }, { signal });
      case 'shown':
        return library.read('exports.copyShown', { ...source, format }, { signal });
      case 'sql':
        return this.#options.sql.copy(source.statement, format, library, signal);
    }
  }

  /** Throws `not_found`. */
  getPath(jobId: string): string {
    const result = this.#options.jobs.list().find(({ id }) => id === jobId)?.result;
    if (result?.kind === 'export') return result.path;
    throw new RaidscopeError('not_found', 'There is no such export in this run.', { jobId });
  }

  async #writeStatement(
    { statement, format, bom }: StartInput & Extract<ExportSource, { readonly kind: 'sql' }>,
    place: ExportPlace,
    library: Library,
    { signal, report }: JobContext,
  ): Promise<ExportResult> {
    const file = ExportFile.open(place);
    try {
      const request = { statement, format, bom, partPath: file.partPath };
      const onProgress = (rows: number): void => report({ phase: 'Writing rows', done: rows, total: 0 });
      const rowCount = await this.#options.sql.write(request, library, { signal, onProgress });
      return { path: place.path, rowCount, sizeBytes: file.finish() };
    } catch (thrown) {
      file.discard();
      throw thrown;
    }
  }
}

async function writeRows(
  { source, format, bom }: StartInput & { readonly source: Exclude<ExportSource, { readonly kind: 'sql' }> },
  place: ExportPlace,
  library: Library,
  { signal, report }: JobContext,
): Promise<ExportResult> {
  const reader = await library.startReader();
  try {
    const file = { format, bom, place };
    const options = { signal, onProgress: report };
    switch (source.kind) {
      case 'messages':
        return await reader.call('exports.writeMessages', { ...source, ...file }, options);
      case 'raids':
        return await reader.call('exports.writeRaids', { ...source, ...file }, options);
      case 'shown':
        return await reader.call('exports.writeShown', { ...source, ...file }, options);
    }
  } finally {
    await reader.close();
  }
}
