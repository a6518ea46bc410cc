import { BrowserWindow, nativeTheme } from 'electron';
import type { Log } from '../../app-options.ts';
import { pageUrl } from './page-address.ts';

export interface WindowOptions {
  readonly preloadPath: string;
  readonly isDevelopment: boolean;
  readonly log: Log;
}

/** A renderer that died this often within the span is left alone: it would only die again. */
const reloadLimit = { count: 3, spanMs: 60_000 };

/** Makes the one window and loads the page. Its size and place come back by `name` at the next start. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    title: 'Raidscope',
    width: 1280,
    height: 820,
    minWidth: 900,
    minHeight: 600,
    show: false,
    // Shown until the page paints; a white flash in a dark room is unkind.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: options.preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spell checker fetches its dictionaries from a server.
      spellcheck: false,
      devTools: options.isDevelopment,
    },
  });
  window.once('ready-to-show', () => window.show());
  recoverFromCrashes(window, options.log);
  void window.loadURL(pageUrl).catch((thrown: unknown) => {
    options.log.error('page not loaded', { message: String(thrown) });
  });
  return window;
}

function recoverFromCrashes(window: BrowserWindow, log: Log): void {
  let crashedAt: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('page process ended', { reason: details.reason, exitCode: details.exitCode });
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashedAt = [...crashedAt.filter((time) => now - time < reloadLimit.spanMs), now];
    if (crashedAt.length <= reloadLimit.count) window.webContents.reload();
  });
  window.on('unresponsive', () => log.warn('window unresponsive'));
}
