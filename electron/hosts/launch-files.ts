import { extname, resolve } from 'node:path';
import type { App } from '../app.ts';
import { toRaidscopeError, type RaidscopeError } from '../../shared/contract/errors.ts';
import { readMessageLink } from '../../shared/messages/message-link.ts';

export const libraryFileEnding = '.raidscope';

/** What a person started the app with, or opened while it runs. */
export interface LaunchFiles {
  /** The library to open instead of last time's. */
  readonly library: string | null;
  /** Backups, offered for import once the window is up. */
  readonly backups: readonly string[];
  /** The message that a link named. */
  readonly messageId: string | null;
}

/**
 * Files and links named on the command line or opened from the desktop. Switches are the runtime's business, and
 * anything that is neither a link of ours nor a file name by its look is left alone.
 */
export function readLaunchFiles(values: readonly string[], workingFolder: string): LaunchFiles {
  const paths = values
    .filter((value) => value.length > 0 && !value.startsWith('-') && !/^[a-z][a-z\d+.-]+:\/\//iu.test(value))
    .map((value) => resolve(workingFolder, value));
  const isLibrary = (path: string): boolean => extname(path).toLowerCase() === libraryFileEnding;
  return {
    library: paths.findLast(isLibrary) ?? null,
    backups: paths.filter((path) => !isLibrary(path)),
    messageId: values.map(readMessageLink).findLast((id) => id !== null) ?? null,
  };
}

/**
 * Opens the named library, or else last time's. One that cannot be opened is told to `onFailure` and leaves the app
 * usable, with last time's library.
 */
export async function openLaunchLibrary(
  app: App,
  files: LaunchFiles,
  onFailure: (error: RaidscopeError) => void,
): Promise<void> {
  if (files.library !== null) {
    try {
      await app.openLibrary(files.library);
      return;
    } catch (thrown) {
      onFailure(toRaidscopeError(thrown));
    }
  }
  await app.openLastLibrary();
}
