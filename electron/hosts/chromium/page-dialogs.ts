import type { Dialogs } from '../../app-options.ts';
import { chooseFilesScript } from './page-bridge.ts';
import type { ChooserOptions } from './page-bridge.ts';

/** Evaluates an expression that yields files in the page and resolves with their paths. */
export type FileAsker = (arrayExpression: string) => Promise<readonly string[]>;

export interface PageDialogs extends Dialogs {
  /** Called by the shell once its page is up; before that, every dialog counts as dismissed. */
  attach(askForFiles: FileAsker): void;
}

const backups: ChooserOptions = { multiple: true, accept: '' };
const library: ChooserOptions = { multiple: false, accept: '.raidscope' };

/**
 * File dialogs of a browser window: its own chooser for opening. A browser has none that tells where to save to, so a
 * new library goes to the default folder and the page asks only for its name.
 */
export function createPageDialogs(): PageDialogs {
  let askForFiles: FileAsker | null = null;
  const choose = async (options: ChooserOptions): Promise<readonly string[]> => {
    try {
      return (await askForFiles?.(chooseFilesScript(options))) ?? [];
    } catch {
      return []; // the window was closed or reloaded while the chooser was open
    }
  };
  return {
    canChooseSavePath: false,
    attach(asker) {
      askForFiles = asker;
    },
    chooseFilesToImport: () => choose(backups),
    chooseLibrary: async () => (await choose(library))[0] ?? null,
    chooseNewLibraryPath: () => Promise.resolve(null),
    chooseExportPath: () => Promise.resolve(null),
  };
}
