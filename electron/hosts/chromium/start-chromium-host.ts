import { homedir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../app.ts';
import { appPaths, dataFolder, logPath } from '../data-folders.ts';
import { openLaunchLibrary, readLaunchFiles } from '../launch-files.ts';
import { createLogFile, logUncaughtErrors } from '../log-file.ts';
import { withOfferedFiles } from '../offered-files.ts';
import { packageVersion } from '../package-version.ts';
import { openChromiumShell } from './open-chromium-shell.ts';
import type { ChromiumShell } from './open-chromium-shell.ts';
import { createPageDialogs } from './page-dialogs.ts';

export interface ChromiumHostOptions {
  readonly rendererFolder: string;
  readonly executablePath: string;
  /** Files to open, as a person named them. */
  readonly values: readonly string[];
  readonly headless?: boolean;
  /** Called with a sentence for the person who started it, when the window comes up without what was asked for. */
  readonly onProblem?: (sentence: string) => void;
  /** Called once the window shows the page. */
  readonly onOpen?: (shell: ChromiumShell) => void;
}

/** Runs Raidscope in a window of an installed browser. Resolves when the window is closed and the app with it. */
export async function runChromiumHost(options: ChromiumHostOptions): Promise<void> {
  const folder = dataFolder();
  const paths = appPaths(folder);
  const log = createLogFile({ path: logPath(folder, 'chromium'), clock: Date.now });
  logUncaughtErrors(log);
  const pageDialogs = createPageDialogs();
  const files = withOfferedFiles(pageDialogs);
  const app = createApp({
    host: 'chromium',
    version: packageVersion,
    paths,
    clock: Date.now,
    dialogs: files.dialogs,
    log,
  });
  try {
    const launchFiles = readLaunchFiles(options.values, process.cwd());
    await openLaunchLibrary(app, launchFiles, (error) => {
      log.warn('library not opened', { code: error.code, message: error.message });
      options.onProblem?.(error.message);
    });
    const shell = await openChromiumShell({
      app,
      rendererFolder: options.rendererFolder,
      headless: options.headless ?? false,
      executablePath: options.executablePath,
      userDataDir: profileFolder(options.executablePath, folder),
      dialogs: pageDialogs,
      log,
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shell.close());
    if (launchFiles.backups.length > 0) {
      files.offer(launchFiles.backups);
      app.sendCommand('import-files');
    }
    if (launchFiles.messageId !== null) app.openMessage(launchFiles.messageId);
    options.onOpen?.(shell);
    await shell.closed;
  } finally {
    await app.close();
  }
}

/** A browser installed as a snap may not write to hidden folders of the home folder, so its profile lies in its own. */
function profileFolder(executablePath: string, folder: string): string {
  if (!executablePath.startsWith('/snap/')) return join(folder, 'chromium');
  return join(homedir(), 'snap', 'chromium', 'common', 'raidscope');
}
