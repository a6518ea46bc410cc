import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, type App } from '../../electron/app.ts';
import type { AppPaths } from '../../electron/app-options.ts';
import type { ChannelName, InputOf, OutputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { Job } from '../../shared/jobs/types.ts';

/** The real app without a window: everything goes through the dispatcher, as it does for the page. */
export interface AppSession {
  readonly app: App;
  request<Name extends ChannelName>(channel: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** Resolves with the job as it ended, however it did. */
  waitForJob(jobId: string): Promise<Job>;
  /** Calls back for every event of a job that is still running. */
  onProgress(listener: (job: Job) => void): void;
  close(): Promise<void>;
}

export function appPathsIn(folder: string): AppPaths {
  const paths = {
    userData: join(folder, 'user-data'),
    libraries: join(folder, 'libraries'),
    work: join(folder, 'work'),
    exports: join(folder, 'exports'),
  };
  for (const path of Object.values(paths)) mkdirSync(path, { recursive: true });
  return paths;
}

export function startApp(folder: string, { trustsPaths = true } = {}): AppSession {
  const silent = (): void => undefined;
  const app = createApp({
    host: 'test',
    version: '0.0.0-test',
    paths: appPathsIn(folder),
    clock: Date.now,
    dialogs: {
      canChooseSavePath: false,
      chooseFilesToImport: () => Promise.resolve([]),
      chooseLibrary: () => Promise.resolve(null),
      chooseNewLibraryPath: () => Promise.resolve(null),
      chooseExportPath: () => Promise.resolve(null),
    },
    log: { info: silent, warn: silent, error: silent },
    trustsPaths,
  });
  const ended = new Map<string, Job>();
  const waiting = new Map<string, (job: Job) => void>();
  const progressListeners: ((job: Job) => void)[] = [];
  app.subscribe((event) => {
    if (event.name !== 'jobs.changed') return;
    const job = event.payload;
    if (job.state === 'running') {
      for (const listener of progressListeners) listener(job);
      return;
    }
    // A short job can end before its id is known to whoever waits.
    ended.set(job.id, job);
    waiting.get(job.id)?.(job);
  });
  return {
    app,
    async request<Name extends ChannelName>(channel: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
      const request = { requestId: randomUUID(), channel, input, sender: { isTrusted: true } };
      const envelope = await app.dispatch(request);
      if (!envelope.ok) throw RaidscopeError.from(envelope.error);
      return envelope.value as OutputOf<Name>; // the channel's handler answers with this type
    },
    waitForJob: (jobId) => {
      const job = ended.get(jobId);
      return job === undefined ? new Promise((resolve) => waiting.set(jobId, resolve)) : Promise.resolve(job);
    },
    onProgress: (listener) => {
      progressListeners.push(listener);
    },
    close: () => app.close(),
  };
}

/** Imports files and throws what the import ended with, unless it ended well. */
export async function importFiles(session: AppSession, files: string[]): Promise<Job> {
  const { jobId } = await session.request('imports.start', { files });
  const job = await session.waitForJob(jobId);
  if (job.error !== null) throw RaidscopeError.from(job.error);
  if (job.state !== 'done') throw new Error(`The import ended as ${job.state}`);
  return job;
}
