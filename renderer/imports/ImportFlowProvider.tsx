import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { LibraryStatus } from '../../shared/library/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';
import { useLibraryChange, useLibraryStatus } from '../library/use-library.ts';
import { useJobEndNotice } from './use-job-end-notice.tsx';

/** A file to import, known by its token; the page never learns its path. */
export interface FileChoice {
  readonly token: string;
  readonly name: string;
}

/** Where the import stands; one dialog shows whatever this says. */
export type ImportStep =
  | { readonly step: 'closed' }
  /** A library must be made first; `files` are then imported into it, if there are any. */
  | { readonly step: 'name-library'; readonly files: readonly FileChoice[] }
  | { readonly step: 'preview'; readonly files: readonly FileChoice[] }
  | { readonly step: 'job'; readonly jobId: string };

export interface ImportFlow {
  readonly current: ImportStep;
  readonly chooseFiles: () => void;
  /** Files dropped on the window: backups to import, or a library to open. */
  readonly takeDropped: (files: readonly File[]) => void;
  readonly nameLibrary: (files: readonly FileChoice[]) => void;
  readonly preview: (files: readonly FileChoice[]) => void;
  readonly start: (files: readonly FileChoice[]) => void;
  /** Imports a made-up server's backup, into a library of its own if none is open. */
  readonly startSample: () => void;
  readonly undo: (importId: number) => void;
  readonly showJob: (jobId: string) => void;
  readonly close: () => void;
}

const libraryEnding = '.raidscope';
const closed: ImportStep = { step: 'closed' };
const ImportFlowContext = createContext<ImportFlow | null>(null);

export function ImportFlowProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<ImportStep>(closed);
  const flow = useImportActions(current, setCurrent);
  useJobEndNotice(current, flow.showJob);
  return <ImportFlowContext value={flow}>{children}</ImportFlowContext>;
}

export function useImportFlow(): ImportFlow {
  const flow = useContext(ImportFlowContext);
  if (flow === null) throw new Error('useImportFlow outside of ImportFlowProvider');
  return flow;
}

function useImportActions(current: ImportStep, setCurrent: (step: ImportStep) => void): ImportFlow {
  const client = useClient();
  const queries = useQueryClient();
  const isOpen = useLibraryStatus()?.state === 'open';
  const { mutateAsync: changeLibrary } = useLibraryChange({ reportsErrors: false });

  return useMemo(() => {
    const take = (files: readonly FileChoice[]) => {
      if (files.length > 0) setCurrent({ step: isOpen ? 'preview' : 'name-library', files });
    };
    const showJob = (jobId: string) => setCurrent({ step: 'job', jobId });
    const showStarted = async (started: Promise<{ readonly jobId: string }>) => {
      showJob((await started).jobId);
      await queries.invalidateQueries({ queryKey: keys.jobs });
    };
    const takeDropped = async (files: readonly File[]) => {
      const tokens = await client.grantFiles(files);
      // A thing without a path (a picture dragged out of a page) gets no token: then nothing says whose is whose.
      const hasAll = tokens.length === files.length;
      const choices = tokens.map((token, position) => ({ token, name: (hasAll && files[position]?.name) || 'File' }));
      const library = choices.find(({ name }) => name.toLowerCase().endsWith(libraryEnding));
      if (library) await changeLibrary((to) => to.call('library.open', { file: library.token }));
      else take(choices);
    };
    const startSample = async () => {
      if (!isOpen) await createSampleLibrary((name) => changeLibrary((to) => to.call('library.create', { name })));
      await showStarted(client.call('imports.startSample', {}));
    };
    const report = (work: Promise<unknown>) => void work.catch(notifyError);
    return {
      current,
      chooseFiles: () => report(client.call('imports.chooseFiles', {}).then(take)),
      takeDropped: (files) => report(takeDropped(files)),
      nameLibrary: (files) => setCurrent({ step: 'name-library', files }),
      preview: (files) => setCurrent({ step: 'preview', files }),
      start: (files) => report(showStarted(client.call('imports.start', { files: files.map(({ token }) => token) }))),
      startSample: () => report(startSample()),
      undo: (importId) => report(showStarted(client.call('imports.undo', { importId }))),
      showJob,
      close: () => setCurrent(closed),
    };
  }, [client, queries, isOpen, changeLibrary, current, setCurrent]);
}

const sampleNameLimit = 50;

/** `Sample`, or the first of `Sample 2`, `Sample 3` ... that is free. */
async function createSampleLibrary(create: (name: string) => Promise<LibraryStatus>): Promise<void> {
  for (let number = 1; ; number += 1) {
    try {
      await create(number === 1 ? 'Sample' : `Sample ${number}`);
      return;
    } catch (thrown) {
      const isTaken = thrown instanceof RaidscopeError && thrown.code === 'bad_input';
      if (!isTaken || number === sampleNameLimit) throw thrown;
    }
  }
}
