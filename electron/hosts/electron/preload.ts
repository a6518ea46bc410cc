/**
 * The page's side of the bridge: a sandboxed script between the page and the main process. The page gets exactly the
 * four functions of `Bridge`; no message channel, no Node and no path ever reach it.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Envelope } from '../../../shared/contract/bridge.ts';
import type { RaidscopeEvent } from '../../../shared/contract/events.ts';
import { createEarlyEvents } from '../early-events.ts';
import { ipcChannels } from './ipc-channels.ts';

const events = createEarlyEvents();
ipcRenderer.on(ipcChannels.event, (_event, payload: RaidscopeEvent) => events.deliver(payload));

const bridge: Bridge = {
  call: (requestId, channel, input) =>
    ipcRenderer.invoke(ipcChannels.call, requestId, channel, input) as Promise<Envelope>, // the main process answers every call with an envelope
  cancel: (requestId) => ipcRenderer.send(ipcChannels.cancel, requestId),
  subscribe: (listener) => events.subscribe(listener),
  grantFiles: (files) =>
    ipcRenderer.invoke(
      ipcChannels.grantFile,
      files.map((file) => webUtils.getPathForFile(file)),
    ) as Promise<readonly string[]>, // the main process answers with tokens
};

contextBridge.exposeInMainWorld('raidscope', bridge);
