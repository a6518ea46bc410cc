import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppCommand } from '../shared/app/types.ts';
import type { Envelope } from '../shared/contract/bridge.ts';
import type { EventName, Events, RaidscopeEvent } from '../shared/contract/events.ts';
import type { LibraryStatus } from '../shared/library/types.ts';
import type { AppOptions, Sender } from './app-options.ts';
import { createHandlers } from './contract/handlers.ts';
import { Dispatcher } from './contract/dispatcher.ts';
import { ExportPlaces } from './exports/export-places.ts';
import { ExportService } from './exports/export-service.ts';
import { FileGrants } from './file-grants.ts';
import { ImportService } from './imports/import-service.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { LibraryKeeper } from './library/library-keeper.ts';
import { SessionStore } from './session/session-store.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { forkChildProcess } from './sql/child-process.ts';
import { SqlService } from './sql/sql-service.ts';

export interface AppRequest {
  readonly requestId: string;
  readonly channel: string;
  readonly input: unknown;
  readonly sender: Sender;
}

/** All of Raidscope behind its contract; the hosts put a window, a browser or a terminal before it. */
export interface App {
  /** Answers every request with an envelope; never rejects. */
  dispatch(request: AppRequest): Promise<Envelope>;
  cancel(requestId: string): void;
  subscribe(listener: (event: RaidscopeEvent) => void): () => void;
  /** Lets the page refer to a file by the token returned; only hosts call it, with paths from dialogs and drops. */
  grantFile(path: string): string;
  /** Opens (or makes, if `mayCreate`) the library at a path from the command line. Throws RaidscopeError. */
  openLibrary(path: string, options?: { readonly mayCreate?: boolean }): Promise<LibraryStatus>;
  /** Opens the library of last time, if it is still there; never throws. */
  openLastLibrary(): Promise<LibraryStatus>;
  sendCommand(command: AppCommand): void;
  /** Has the window show a message that a link named; the window says so if the library does not hold it. */
  openMessage(id: string): void;
  /** Cancels jobs, ends the worker threads, releases the lock. */
  close(): Promise<void>;
}

/** Composes the main process. Plain Node: nothing here knows Electron, and nothing is global. */
export function createApp(options: AppOptions): App {
  const listeners = new Set<(event: RaidscopeEvent) => void>();
  const emit = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    const event = { name, payload } as RaidscopeEvent; // The union pairs each name with its payload, as this signature does.
    for (const listener of listeners) listener(event);
  };

  // A folder for each process: a copy of the app that starts does not sweep away what another one reads.
  const workFolder = join(options.paths.work, String(process.pid));
  const grants = new FileGrants(options.trustsPaths ?? false);
  const settings = new SettingsStore(options.paths.userData);
  const sessions = new SessionStore(options.paths.userData, options.log);
  const sql = new SqlService({ startChildProcess: options.startChildProcess ?? forkChildProcess, settings });
  const keeper = new LibraryKeeper({
    ...options,
    workFolder,
    emit: (status) => emit('library.changed', status),
    beforeClose: () => sql.stop(),
  });
  const jobs = new JobRunner({ clock: options.clock, log: options.log, emit: (job) => emit('jobs.changed', job) });
  const imports = new ImportService({
    clock: options.clock,
    jobs,
    workFolder,
    onLibraryChanged: () => keeper.announce(),
  });
  const exportPlaces = new ExportPlaces({
    dialogs: options.dialogs,
    folder: options.paths.exports,
    trustsPaths: options.trustsPaths ?? false,
  });
  const exports = new ExportService({ jobs, places: exportPlaces, sql });
  const dispatcher = new Dispatcher(
    createHandlers({ options, grants, settings, sessions, keeper, jobs, imports, exports, exportPlaces, sql, emit }),
    options.log,
  );

  return {
    dispatch: (request) => dispatcher.dispatch(request),
    cancel: (requestId) => dispatcher.cancel(requestId),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: (path) => grants.grant(path),
    openLibrary: (path, { mayCreate = false } = {}) => keeper.open(path, { mayCreate }),
    openLastLibrary: () => keeper.openLast(),
    sendCommand: (command) => emit('app.command', command),
    openMessage: (id) => emit('app.openMessage', { id }),
    close: async () => {
      await jobs.close();
      await keeper.close();
      rmSync(workFolder, { recursive: true, force: true });
    },
  };
}
