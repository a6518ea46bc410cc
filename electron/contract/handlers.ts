import type { EventName, Events } from '../../shared/contract/events.ts';
import type { AppOptions } from '../app-options.ts';
import type { ExportPlaces } from '../exports/export-places.ts';
import type { ExportService } from '../exports/export-service.ts';
import { writeImage } from '../exports/write-image.ts';
import type { FileGrants } from '../file-grants.ts';
import type { ImportService } from '../imports/import-service.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { LibraryKeeper } from '../library/library-keeper.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { SqlService } from '../sql/sql-service.ts';
import type { Handlers } from './dispatcher.ts';
import { keepHandlers } from './keep-handlers.ts';
import { raidHandlers } from './raid-handlers.ts';

export interface HandlerParts {
  readonly options: AppOptions;
  readonly grants: FileGrants;
  readonly settings: SettingsStore;
  readonly sessions: SessionStore;
  readonly keeper: LibraryKeeper;
  readonly jobs: JobRunner;
  readonly imports: ImportService;
  readonly exports: ExportService;
  readonly exportPlaces: ExportPlaces;
  readonly sql: SqlService;
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

/** What each channel does: thin, because the features do the work. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts),
    ...libraryHandlers(parts),
    ...importHandlers(parts),
    ...messageHandlers(parts),
    ...raidHandlers(parts),
    ...conversationHandlers(parts),
    ...exportHandlers(parts),
    'sql.fromQuery': (input, { signal }) => parts.keeper.getCurrent().read('sql.fromQuery', input, { signal }),
    'sql.run': (input, { signal }) => parts.sql.run(input, parts.keeper.getCurrent(), signal),
    ...keepHandlers(parts),
    'jobs.list': () => parts.jobs.list(),
    'jobs.cancel': ({ jobId }) => parts.jobs.cancel(jobId),
  };
}

type Part<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}.${string}`>>;

function appHandlers({ options, settings, emit }: HandlerParts): Part<'app'> & Part<'settings'> {
  return {
    'app.getInfo': () => ({
      version: options.version,
      host: options.host,
      platform: process.platform,
      defaultLibraryFolder: options.paths.libraries,
      canChooseSavePath: options.dialogs.canChooseSavePath,
      canShowInFolder: options.showInFolder !== undefined,
    }),
    'settings.get': () => settings.get(),
    'settings.update': (patch) => {
      const updated = settings.update(patch);
      emit('settings.changed', updated);
      return updated;
    },
  };
}

function libraryHandlers({
  options,
  grants,
  keeper,
  jobs,
}: HandlerParts): Omit<Part<'library'>, keyof ReturnType<typeof keepHandlers>> {
  /** Another library while a job writes this one would cut the job off. */
  const assertIdle = (): void => {
    const running = jobs.running;
    if (running !== null) {
      throw new RaidscopeError(
        'locked',
        `“${running.title}” is under way. Let it end, or cancel it, before you change the library.`,
      );
    }
  };
  return {
    'library.getStatus': () => keeper.getStatus(),
    'library.create': ({ name }) => {
      assertIdle();
      return keeper.create(name);
    },
    'library.createElsewhere': async () => {
      assertIdle();
      const path = await options.dialogs.chooseNewLibraryPath('My library');
      return path === null ? keeper.getStatus() : keeper.createAt(path);
    },
    'library.choose': async () => {
      assertIdle();
      const path = await options.dialogs.chooseLibrary();
      return path === null ? keeper.getStatus() : keeper.open(path, { mayCreate: false });
    },
    'library.open': ({ file }) => {
      assertIdle();
      return keeper.open(grants.getPath(file), { mayCreate: false });
    },
    'library.listRecent': () => keeper.recent.list(),
    'library.openRecent': ({ id }) => {
      assertIdle();
      return keeper.open(keeper.recent.getPath(id), { mayCreate: false });
    },
    'library.forgetRecent': ({ id }) => {
      keeper.recent.forget(id);
      return keeper.recent.list();
    },
    'library.close': () => {
      assertIdle();
      return keeper.close();
    },
  };
}

function importHandlers({ options, grants, keeper, imports }: HandlerParts): Part<'imports'> {
  return {
    'imports.chooseFiles': async () => {
      const paths = await options.dialogs.chooseFilesToImport();
      return paths.map((path) => grants.describe(path));
    },
    'imports.inspect': ({ files }, { signal }) =>
      imports.inspect(
        files.map((token) => ({ token, path: grants.getPath(token) })),
        keeper.current,
        signal,
      ),
    'imports.start': ({ files }) => ({
      jobId: imports.start(
        files.map((token) => grants.getPath(token)),
        keeper.getCurrent(),
      ).id,
    }),
    'imports.startSample': ({ messageCount }) => ({ jobId: imports.startSample(messageCount, keeper.getCurrent()).id }),
    'imports.list': (_input, { signal }) => keeper.getCurrent().read('imports.list', null, { signal }),
    'imports.listIssues': (input, { signal }) => keeper.getCurrent().read('imports.listIssues', input, { signal }),
    'imports.undo': ({ importId }) => ({ jobId: imports.undo(importId, keeper.getCurrent()).id }),
  };
}

function exportHandlers({ options, keeper, exports, exportPlaces }: HandlerParts): Part<'exports'> {
  return {
    'exports.chooseFile': ({ suggestedName, format }) => exportPlaces.choose(suggestedName, format),
    'exports.start': (input) => ({ jobId: exports.start(input, keeper.getCurrent()).id }),
    'exports.copy': (input, { signal }) => exports.copy(input, keeper.getCurrent(), signal),
    'exports.writeImage': ({ file, format, content }) => writeImage(exportPlaces.get(file, false), format, content),
    'exports.showInFolder': (shown) => {
      const path = 'jobId' in shown ? exports.getPath(shown.jobId) : exportPlaces.get(shown.file, false).path;
      options.showInFolder?.(path);
      return null;
    },
  };
}

function conversationHandlers({ keeper }: HandlerParts): Part<'conversations'> {
  return {
    'conversations.list': (input, { signal }) => keeper.getCurrent().read('conversations.list', input, { signal }),
  };
}

function messageHandlers({ keeper }: HandlerParts): Part<'messages'> {
  return {
    'messages.search': (input, { signal }) => keeper.getCurrent().read('messages.search', input, { signal }),
    'messages.count': (input, { signal }) => keeper.getCurrent().read('messages.count', input, { signal }),
    'messages.get': (input, { signal }) => keeper.getCurrent().read('messages.get', input, { signal }),
    'messages.listDays': (input, { signal }) => keeper.getCurrent().read('messages.listDays', input, { signal }),
    'messages.histogram': (input, { signal }) => keeper.getCurrent().read('messages.histogram', input, { signal }),
    'messages.facets': (input, { signal }) => keeper.getCurrent().read('messages.facets', input, { signal }),
    'messages.suggest': (input, { signal }) => keeper.getCurrent().read('messages.suggest', input, { signal }),
  };
}
