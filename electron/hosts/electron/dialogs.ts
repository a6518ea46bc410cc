import { dialog } from 'electron';
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron';
import { extname, join } from 'node:path';
import type { Dialogs } from '../../app-options.ts';
import { libraryFileEnding } from '../launch-files.ts';

const libraryFilter: FileFilter = { name: 'Raidscope library', extensions: ['raidscope'] };
const backupFilters: FileFilter[] = [
  { name: 'Server backups', extensions: ['db', 'sqlite', 'sqlite3', 'gz', 'zst'] },
  { name: 'All files', extensions: ['*'] },
];

/** The system's own file dialogs, attached to the window so that they cannot get lost behind it. */
export function createDialogs(currentWindow: () => BrowserWindow | null, librariesFolder: string): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const window = currentWindow();
    const result = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return result.canceled ? [] : result.filePaths;
  };
  return {
    canChooseSavePath: true,
    chooseFilesToImport: () =>
      open({ title: 'Import backups', properties: ['openFile', 'multiSelections'], filters: backupFilters }),
    chooseLibrary: async () => {
      const [path] = await open({
        title: 'Open library',
        defaultPath: librariesFolder,
        properties: ['openFile'],
        filters: [libraryFilter],
      });
      return path ?? null;
    },
    chooseNewLibraryPath: async (suggestedName) => {
      const options = {
        title: 'New library',
        defaultPath: join(librariesFolder, `${suggestedName}${libraryFileEnding}`),
        filters: [libraryFilter],
      };
      const window = currentWindow();
      const result = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      if (result.canceled || result.filePath === '') return null;
      // Linux dialogs do not add the ending of the filter.
      return extname(result.filePath) === libraryFileEnding
        ? result.filePath
        : `${result.filePath}${libraryFileEnding}`;
    },
  };
}
