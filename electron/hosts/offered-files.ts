import type { Dialogs } from '../app-options.ts';

export interface OfferedFiles {
  readonly dialogs: Dialogs;
  /** Keeps files for the next time that the window asks which backups to import. */
  offer(paths: readonly string[]): void;
}

/**
 * A backup that a person opened from the desktop or named on the command line takes the same way as one chosen in a
 * dialog: the host sends the `import-files` command, and the question that the window then asks is answered with these
 * files, without a dialog. So the preview is shown, and nothing is imported before a person agreed.
 */
export function withOfferedFiles(dialogs: Dialogs): OfferedFiles {
  let offered: readonly string[] = [];
  return {
    offer(paths) {
      offered = [...new Set([...offered, ...paths])];
    },
    dialogs: {
      canChooseSavePath: dialogs.canChooseSavePath,
      chooseFilesToImport: async () => {
        if (offered.length === 0) return dialogs.chooseFilesToImport();
        const paths = offered;
        offered = [];
        return paths;
      },
      chooseLibrary: () => dialogs.chooseLibrary(),
      chooseNewLibraryPath: (suggestedName) => dialogs.chooseNewLibraryPath(suggestedName),
      chooseExportPath: (suggestedName, format) => dialogs.chooseExportPath(suggestedName, format),
    },
  };
}
