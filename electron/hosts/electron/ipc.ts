/**
 * The one place where messages of the page arrive. Four channels carry everything; what may be asked is decided by the
 * contract, and who may ask is decided here: the main frame of our own window while it shows our own page.
 */
import { ipcMain } from 'electron';
import type { BrowserWindow, WebFrameMain } from 'electron';
import type { App } from '../../app.ts';
import type { Sender } from '../../app-options.ts';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { Envelope } from '../../../shared/contract/bridge.ts';
import { ipcChannels } from './ipc-channels.ts';
import { isPageUrl } from './page-address.ts';

interface IpcEvent {
  readonly senderFrame: WebFrameMain | null;
}

/** Connects the window that `currentWindow` answers with to the app. Returns what disconnects it. */
export function connectIpc(app: App, currentWindow: () => BrowserWindow | null): () => void {
  const senderOf = (event: IpcEvent): Sender => {
    const frame = event.senderFrame;
    const window = currentWindow();
    const isOurs = frame !== null && window !== null && !window.isDestroyed() && frame === window.webContents.mainFrame;
    return { isTrusted: isOurs && isPageUrl(frame.url) };
  };

  ipcMain.handle(ipcChannels.call, async (event, requestId: unknown, channel: unknown, input: unknown) => {
    if (typeof requestId !== 'string' || typeof channel !== 'string') return malformedCall();
    return app.dispatch({ requestId, channel, input, sender: senderOf(event) });
  });
  ipcMain.on(ipcChannels.cancel, (event, requestId: unknown) => {
    if (typeof requestId === 'string' && senderOf(event).isTrusted) app.cancel(requestId);
  });
  ipcMain.handle(ipcChannels.grantFile, (event, paths: unknown) => {
    if (!senderOf(event).isTrusted || !Array.isArray(paths)) return [];
    return paths.filter((path) => typeof path === 'string' && path.length > 0).map((path) => app.grantFile(path));
  });
  const unsubscribe = app.subscribe((event) => {
    const window = currentWindow();
    if (window && !window.isDestroyed()) window.webContents.send(ipcChannels.event, event);
  });

  return () => {
    unsubscribe();
    ipcMain.removeHandler(ipcChannels.call);
    ipcMain.removeHandler(ipcChannels.grantFile);
    ipcMain.removeAllListeners(ipcChannels.cancel);
  };
}

function malformedCall(): Envelope {
  const error = new RaidscopeError('bad_input', 'A call needs a request id and a channel name.');
  return { ok: false, error: error.serialize() };
}
