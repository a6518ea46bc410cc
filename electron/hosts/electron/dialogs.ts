import { dialog } from 'electron';
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { AppPaths, Dialogs } from '../../app-options.ts';
import { formatDescriptions } from '../../../shared/exports/formats.ts';
import type { ExportFormat, ImageFormat } from '../../../shared/exports/types.ts';
import { libraryFileEnding } from '../launch-files.ts';

const libraryFilter: FileFilter = { name: 'Raidscope library', extensions: ['raidscope'] };
const backupFilters: FileFilter[] = [
  { name: 'Server backups', extensions: ['db', 'sqlite', 'sqlite3', 'gz', 'zst'] },
  { name: 'All files', extensions: ['*'] },
];

/** The system's own file dialogs, attached to the window so that they cannot get lost behind it. */
export function createDialogs(
  currentWindow: () => BrowserWindow | null,
  { libraries: librariesFolder, exports: exportsFolder }: Pick<AppPaths, 'libraries' | 'exports'>,
): Dialogs {
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
    chooseExportPath: (suggestedName, format) => chooseExport(currentWindow(), exportsFolder, suggestedName, format),
  };
}

async function chooseExport(
  window: BrowserWindow | null,
  exportsFolder: string,
  suggestedName: string,
  format: ExportFormat | ImageFormat,
): Promise<string | null> {
  const { label, fileEnding } = formatDescriptions[format];
  // The folder is made by the first export that goes there; a dialog cannot begin in one that is missing.
  const folder = existsSync(exportsFolder) ? exportsFolder : dirname(exportsFolder);
  const options = {
    title: format === 'png' || format === 'svg' ? 'Save the picture' : 'Export',
    defaultPath: join(folder, `${suggestedName}.${fileEnding}`),
    filters: [{ name: label, extensions: [fileEnding] }],
  };
  const result = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  if (result.canceled || result.filePath === '') return null;
  if (extname(result.filePath) !== '') return result.filePath;
  const path = `${result.filePath}.${fileEnding}`;
  // The dialog asked about the name without its ending; this one may be another file's.
  return existsSync(path) ? chooseExport(window, exportsFolder, `${suggestedName} 2`, format) : path;
}
