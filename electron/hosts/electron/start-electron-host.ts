/** Puts Raidscope into an Electron window: the order of steps before and after Electron is ready is what matters here. */
import { app, dialog, nativeTheme, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { OutputOf } from '../../../shared/contract/channels.ts';
import { linkScheme, printMessageLink } from '../../../shared/messages/message-link.ts';
import { createApp } from '../../app.ts';
import type { App } from '../../app.ts';
import type { Log } from '../../app-options.ts';
import { createBundleAssets } from '../bundle-assets.ts';
import { appPaths, dataFolder, logPath } from '../data-folders.ts';
import { openLaunchLibrary, readLaunchFiles } from '../launch-files.ts';
import type { LaunchFiles } from '../launch-files.ts';
import { createLogFile, logUncaughtErrors } from '../log-file.ts';
import { withOfferedFiles } from '../offered-files.ts';
import { packageVersion } from '../package-version.ts';
import { createDialogs } from './dialogs.ts';
import { askAndOpenExternalLink } from './external-links.ts';
import { forbidNetwork, guardAllContents } from './guards.ts';
import { connectIpc } from './ipc.ts';
import { setApplicationMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { forkUtilityProcess } from './utility-process.ts';
import { openWindow } from './window.ts';

export interface ElectronHostOptions {
  readonly rendererFolder: string;
  readonly preloadPath: string;
}

/** Longest that quitting waits for jobs to be cancelled and threads to end. */
const closeTimeoutMs = 10_000;

/** Starts the host, or hands the files it was started with to the copy that already runs. Resolves once the window is up. */
export async function startElectronHost(options: ElectronHostOptions): Promise<void> {
  app.enableSandbox();
  const folder = dataFolder();
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'electron'));
  forbidNetwork();
  declarePageScheme();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const log = createLogFile({ path: logPath(folder, 'electron'), clock: Date.now });
  logUncaughtErrors(log);

  // macOS names the files and links before the app is ready.
  const early: string[] = [];
  let openFiles = (values: readonly string[]): void => void early.push(...values);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles([path]);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    openFiles([url]);
  });
  app.on('second-instance', (_event, argv, workingFolder) => {
    const { library, backups, messageId } = readLaunchFiles(argv.slice(1), workingFolder);
    const link = messageId === null ? [] : [printMessageLink(messageId)];
    openFiles([...(library === null ? [] : [library]), ...backups, ...link]);
  });

  await app.whenReady();
  const values = [...process.argv.slice(app.isPackaged ? 1 : 2), ...early];
  try {
    openFiles = await openHost(options, log, folder, readLaunchFiles(values, process.cwd()));
  } catch (thrown) {
    log.error('start failed', { message: String(thrown) });
    dialog.showErrorBox(
      'Raidscope could not start',
      `${String(thrown)}\n\nNothing was changed. The log is in ${folder}.`,
    );
    app.exit(1);
  }
}

/** What follows once Electron is ready. Returns what opens further files in the running app. */
async function openHost(
  options: ElectronHostOptions,
  log: Log,
  folder: string,
  launchFiles: LaunchFiles,
): Promise<(values: readonly string[]) => void> {
  let window: BrowserWindow | null = null;
  const paths = appPaths(folder);
  const files = withOfferedFiles(createDialogs(() => window, paths));
  const raidscope = createApp({
    host: 'electron',
    version: packageVersion,
    paths,
    clock: Date.now,
    dialogs: files.dialogs,
    log,
    showInFolder: (path) => shell.showItemInFolder(path),
    startChildProcess: forkUtilityProcess,
  });
  const isDevelopment = !app.isPackaged;
  // From source, the system would be told to open links with a bare Electron.
  if (!isDevelopment) app.setAsDefaultProtocolClient(linkScheme);

  servePage(createBundleAssets(options.rendererFolder));
  guardAllContents({
    log,
    openExternalLink: (url) => void askAndOpenExternalLink(url, window, log),
  });
  setApplicationMenu({
    platform: process.platform,
    isDevelopment,
    sendCommand: (command) => raidscope.sendCommand(command),
  });
  connectIpc(raidscope, () => window);
  closeBeforeQuit(raidscope, log);
  await followTheme(raidscope);

  const tellFailure = (error: RaidscopeError): void => {
    log.warn('library not opened', { code: error.code, message: error.message });
    dialog.showErrorBox('The library was not opened', error.message);
  };
  await openLaunchLibrary(raidscope, launchFiles, tellFailure);
  window = openWindow({ preloadPath: options.preloadPath, isDevelopment, log });
  window.on('closed', () => {
    window = null;
  });

  const offerBackups = (backups: readonly string[]): void => {
    if (backups.length === 0) return;
    files.offer(backups);
    raidscope.sendCommand('import-files');
  };
  const showMessage = (id: string | null): void => {
    if (id !== null) raidscope.openMessage(id);
  };
  window.webContents.once('did-finish-load', () => {
    offerBackups(launchFiles.backups);
    showMessage(launchFiles.messageId);
  });
  return (values) => {
    const opened = readLaunchFiles(values, process.cwd());
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const isLibraryOpen =
      opened.library === null ? Promise.resolve() : openLaunchLibrary(raidscope, opened, tellFailure);
    void isLibraryOpen.then(() => showMessage(opened.messageId));
    offerBackups(opened.backups);
  };
}

/** A quit waits until the library is closed, so that its lock is released and its journal is folded in. */
function closeBeforeQuit(raidscope: App, log: Log): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    const timeout = new Promise<void>((resolve) => {
      setTimeout(() => resolve(log.error('closing took too long')), closeTimeoutMs).unref();
    });
    void Promise.race([raidscope.close(), timeout])
      .catch((thrown: unknown) => log.error('closing failed', { message: String(thrown) }))
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}

/** Menus and dialogs are drawn by the system; they follow the theme that a person chose for the page. */
async function followTheme(raidscope: App): Promise<void> {
  raidscope.subscribe((event) => {
    if (event.name === 'settings.changed') nativeTheme.themeSource = event.payload.theme;
  });
  const answer = await raidscope.dispatch({
    requestId: 'theme of the window',
    channel: 'settings.get',
    input: {},
    sender: { isTrusted: true },
  });
  if (answer.ok) nativeTheme.themeSource = (answer.value as OutputOf<'settings.get'>).theme; // what this channel answers
}
