/** The app as commands see it: one library, open for the length of one command, and errors that are thrown. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createApp } from '../../app.ts';
import type { App } from '../../app.ts';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { ChannelName, InputOf, OutputOf } from '../../../shared/contract/channels.ts';
import type { Job } from '../../../shared/jobs/types.ts';
import { appPaths, dataFolder, defaultLibraryPath, logPath } from '../data-folders.ts';
import { createLogFile } from '../log-file.ts';
import { packageVersion } from '../package-version.ts';
import type { OptionValues } from './command.ts';
import type { Terminal } from './terminal.ts';

export interface LibrarySession {
  request<Name extends ChannelName>(channel: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** As `request`, for a channel that is only known when it runs. */
  requestAny(channel: string, input: unknown): Promise<unknown>;
  /** Waits until a job has ended and answers with how; the job is cancelled when the process is told to stop. */
  waitForJob(jobId: string): Promise<Job>;
}

/** `required`: without the library there is no answer. `created`: made if missing. `optional`: opened if it is there. */
export type LibraryNeed = 'required' | 'created' | 'optional';

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** Runs `work` with the library of `--library`, or the default one, and closes it in any case. */
export async function withLibrary(
  options: OptionValues,
  need: LibraryNeed,
  terminal: Terminal,
  work: (session: LibrarySession) => Promise<void>,
): Promise<void> {
  const folder = dataFolder();
  const paths = appPaths(folder);
  const app = createApp({
    host: 'cli',
    version: packageVersion,
    paths,
    clock: Date.now,
    dialogs: {
      canChooseSavePath: false,
      chooseFilesToImport: () => Promise.resolve([]),
      chooseLibrary: () => Promise.resolve(null),
      chooseNewLibraryPath: () => Promise.resolve(null),
      chooseExportPath: () => Promise.resolve(null),
    },
    log: createLogFile({ path: logPath(folder, 'cli'), clock: Date.now }),
    trustsPaths: true,
  });
  const stop = new AbortController();
  const stopOnSignal = (): void => {
    terminal.note('Stopping ...');
    stop.abort();
  };
  for (const signal of stopSignals) process.once(signal, stopOnSignal);
  try {
    const named = options['library'];
    const path = typeof named === 'string' ? resolve(named) : defaultLibraryPath(paths);
    const mayBeMissing = need === 'optional' && named === undefined;
    if (need === 'created' && named === undefined) mkdirSync(dirname(path), { recursive: true });
    if (!mayBeMissing || existsSync(path)) await app.openLibrary(path, { mayCreate: need === 'created' });
    await work(createSession(app, terminal, stop.signal));
  } finally {
    for (const signal of stopSignals) process.off(signal, stopOnSignal);
    await app.close();
  }
}

function createSession(app: App, terminal: Terminal, stop: AbortSignal): LibrarySession {
  const requestAny = async (channel: string, input: unknown): Promise<unknown> => {
    if (stop.aborted) throw stopped();
    const requestId = randomUUID();
    const cancel = (): void => app.cancel(requestId);
    stop.addEventListener('abort', cancel, { once: true });
    const envelope = await app.dispatch({ requestId, channel, input, sender: { isTrusted: true } });
    stop.removeEventListener('abort', cancel);
    if (!envelope.ok) throw RaidscopeError.from(envelope.error);
    return envelope.value;
  };
  const request = async <Name extends ChannelName>(channel: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
    return (await requestAny(channel, input)) as OutputOf<Name>; // the channel's handler answers with this type
  };
  // From the start on: a short job can end before its id is known here.
  const jobs = new Map<string, Job>();
  const waiting = new Map<string, (job: Job) => void>();
  app.subscribe((event) => {
    if (event.name !== 'jobs.changed') return;
    const job = event.payload;
    jobs.set(job.id, job);
    if (job.state === 'running') terminal.progress(progressLine(job));
    else waiting.get(job.id)?.(job);
  });

  const waitForJob = async (jobId: string): Promise<Job> => {
    const known = jobs.get(jobId);
    if (known && known.state !== 'running') return known;
    const ended = new Promise<Job>((resolve) => waiting.set(jobId, resolve));
    const cancel = (): void => {
      void app.dispatch({
        requestId: randomUUID(),
        channel: 'jobs.cancel',
        input: { jobId },
        sender: { isTrusted: true },
      });
    };
    if (stop.aborted) cancel();
    else stop.addEventListener('abort', cancel, { once: true });
    const job = await ended;
    terminal.progress(null);
    return job;
  };
  return { request, requestAny, waitForJob };
}

/** Throws what a job that did not end well ended with. */
export function throwUnlessDone(job: Job): void {
  if (job.state === 'cancelled') {
    throw stopped();
  }
  if (job.error) throw RaidscopeError.from(job.error);
}

function stopped(): RaidscopeError {
  return new RaidscopeError('cancelled', 'Stopped; the library is as it was before.');
}

function progressLine(job: Job): string {
  const percent = job.total > 0 ? ` ${Math.floor((100 * job.done) / job.total)} %` : '';
  return `${job.title}: ${job.phase}${percent}`;
}
