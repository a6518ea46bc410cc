/** The Electron host against a stand-in for the `electron` module: what it asks Electron for, and in which order. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startElectronHost } from '../../electron/hosts/electron/start-electron-host.ts';
import { makeBundleFolder } from './bundle-folder.ts';
import {
  appStandIn,
  BrowserWindowStandIn,
  dialogStandIn,
  ipcMainStandIn,
  menuStandIn,
  protocolStandIn,
  shellStandIn,
  utilityProcessStandIn,
  type IpcHandler,
} from './electron-stand-in.ts';

vi.mock('electron', async () => (await import('./electron-stand-in.ts')).electronStandIn);

const dataFolder = mkdtempSync(join(tmpdir(), 'raidscope-electron-'));
const { folder: rendererFolder } = makeBundleFolder();

function onlyWindow(): BrowserWindowStandIn {
  const [window] = BrowserWindowStandIn.all;
  if (!window || BrowserWindowStandIn.all.length > 1) throw new Error('There should be exactly one window');
  return window;
}

function sentCommands(): unknown[] {
  return onlyWindow()
    .webContents.sent.filter(({ channel }) => channel === 'raidscope:event')
    .map(({ payload }) => payload)
    .filter((payload) => (payload as { name: string }).name === 'app.command'); // an event, by its channel
}

async function call(channel: string, input: unknown): Promise<unknown> {
  const handler: IpcHandler | undefined = ipcMainStandIn.handlers.get('raidscope:call');
  return handler?.({ senderFrame: onlyWindow().webContents.mainFrame }, `${Math.random()}`, channel, input);
}

beforeAll(async () => {
  vi.stubEnv('RAIDSCOPE_DATA', dataFolder);
  await startElectronHost({ rendererFolder, preloadPath: '/built/preload.cjs' });
});
afterAll(() => {
  vi.unstubAllEnvs();
  process.removeAllListeners('uncaughtException');
  process.removeAllListeners('unhandledRejection');
});

describe('the start', () => {
  it('asks for a sandbox, a scheme of its own, and no network before Electron is ready', () => {
    expect(appStandIn.isSandboxEnabled).toBe(true);
    expect(protocolStandIn.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    expect(appStandIn.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(appStandIn.paths.get('userData')).toBe(dataFolder);
  });

  it('opens one window whose page has no Node, a sandbox and its own world', () => {
    expect(onlyWindow().options).toMatchObject({
      minWidth: 900,
      minHeight: 600,
      name: 'main',
      windowStatePersistence: true,
    });
    expect(onlyWindow().options['webPreferences']).toEqual({
      preload: '/built/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    });
    expect(onlyWindow().webContents.url).toBe('app://raidscope/');
  });

  it('shows the window once it has something to show', () => {
    expect(onlyWindow().isShown).toBe(false);
    onlyWindow().emit('ready-to-show');
    expect(onlyWindow().isShown).toBe(true);
  });

  it('serves the page under the strict policy, and no other host of the scheme', async () => {
    const serve = protocolStandIn.handlers.get('app');
    const page = await serve?.(new Request('app://raidscope/'));
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await page?.text()).not.toContain('__CSP_NONCE__');
    expect((await serve?.(new Request('app://elsewhere/index.html')))?.status).toBe(403);
  });
});

describe('the window', () => {
  it('is answered by the app', async () => {
    expect(await call('app.getInfo', {})).toMatchObject({ ok: true, value: { host: 'electron' } });
    expect(await call('no.such', {})).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  });

  it('hears of events', async () => {
    await call('settings.update', { theme: 'dark' });
    expect(onlyWindow().webContents.sent).toContainEqual({
      channel: 'raidscope:event',
      payload: { name: 'settings.changed', payload: expect.objectContaining({ theme: 'dark' }) as unknown },
    });
  });

  it('is loaded again after a crash, but not for ever', () => {
    const { webContents } = onlyWindow();
    for (let index = 0; index < 6; index += 1) {
      webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    }
    expect(webContents.reloadCount).toBe(3);
    expect(readFileSync(join(dataFolder, 'logs', 'electron.log'), 'utf8')).toContain('page process ended');
  });
});

describe('files from outside', () => {
  it('of a second start are offered for import in this window', async () => {
    const backup = join(dataFolder, 'backup.db');
    appStandIn.emit('second-instance', {}, ['raidscope', '--flag', backup], dataFolder);
    expect(sentCommands()).toContainEqual({ name: 'app.command', payload: 'import-files' });
  });

  it('that are no library are told about, and the window stays as it is', async () => {
    const path = join(dataFolder, 'gone.raidscope');
    appStandIn.emit('second-instance', {}, ['raidscope', path], dataFolder);
    await vi.waitFor(() => expect(dialogStandIn.errors).toHaveLength(1));
    expect(dialogStandIn.errors[0]).toMatch(/^The library was not opened: /u);
    expect(await call('library.getStatus', {})).toMatchObject({ ok: true, value: { state: 'closed' } });
  });

  it('that are links have the window show the message, by nothing but its id', async () => {
    const openedMessages = () =>
      onlyWindow()
        .webContents.sent.map(({ payload }) => payload as { name: string; payload: unknown }) // events, by their channel
        .filter(({ name }) => name === 'app.openMessage')
        .map(({ payload }) => payload);
    onlyWindow().webContents.sent.length = 0;
    appStandIn.emit('second-instance', {}, ['raidscope', '--flag', 'raidscope://message/m%2F1'], dataFolder);
    await vi.waitFor(() => expect(openedMessages()).toEqual([{ id: 'm/1' }]));
    const preventDefault = vi.fn<() => void>();
    appStandIn.emit('open-url', { preventDefault }, 'raidscope://message/m-2');
    appStandIn.emit('open-url', { preventDefault }, 'raidscope://other/m-3');
    await vi.waitFor(() => expect(openedMessages()).toEqual([{ id: 'm/1' }, { id: 'm-2' }]));
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });

  it('make a second start end at once', async () => {
    appStandIn.hasInstanceLock = false;
    await startElectronHost({ rendererFolder, preloadPath: '/built/preload.cjs' });
    appStandIn.hasInstanceLock = true;
    expect(appStandIn.quitCount).toBe(1);
    expect(BrowserWindowStandIn.all).toHaveLength(1);
  });
});

describe('the menu', () => {
  interface Item {
    readonly label?: string;
    readonly submenu?: readonly Item[];
    readonly click?: () => void;
  }

  it('sends each command to the window', () => {
    const items = (menuStandIn.applicationMenu as readonly Item[]).flatMap(({ submenu }) => submenu ?? []); // our template
    onlyWindow().webContents.sent.length = 0;
    for (const item of items) item.click?.();
    expect(sentCommands().map((event) => (event as { payload: string }).payload)).toEqual([
      'import-files',
      'new-library',
      'open-library',
      'show-messages',
      'show-conversations',
      'show-live',
      'show-raids',
      'show-library',
      'focus-search',
      'toggle-theme',
    ]);
  });
});

describe('quitting', () => {
  it('waits until the app is closed', async () => {
    const quitsBefore = appStandIn.quitCount;
    const preventDefault = vi.fn<() => void>();
    appStandIn.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(appStandIn.quitCount).toBe(quitsBefore);
    await vi.waitFor(() => expect(appStandIn.quitCount).toBe(quitsBefore + 1));
    appStandIn.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('exports and statements', () => {
  it('asks where to save with the system’s own dialog, and shows the file in its folder', async () => {
    await call('library.create', { name: 'Exports' });
    dialogStandIn.savePath = join(dataFolder, 'found');
    const chosen = (await call('exports.chooseFile', { suggestedName: 'Messages', format: 'csv' })) as {
      value: { token: string; name: string };
    }; // what the channel answers
    expect(chosen.value.name).toBe('found.csv');
    const source = { kind: 'messages', query: '' };
    const started = (await call('exports.start', { source, format: 'csv', file: chosen.value.token })) as {
      value: { jobId: string };
    }; // what the channel answers
    await vi.waitFor(
      async () => expect(await call('exports.showInFolder', started.value)).toMatchObject({ ok: true }),
      10_000,
    );
    expect(shellStandIn.opened).toContain(join(dataFolder, 'found.csv'));
    expect(readFileSync(join(dataFolder, 'found.csv'), 'utf8')).toMatch(/^Time /);
  });

  it('runs a statement in a utility process', async () => {
    const fork = vi.spyOn(utilityProcessStandIn, 'fork');
    const answer = await call('sql.run', { statement: 'SELECT count(*) FROM messages' });
    expect(answer).toMatchObject({ ok: true, value: { rows: [[0]] } });
    expect(fork).toHaveBeenCalledWith(expect.stringMatching(/sql-process\.ts$/u), [], expect.anything());
  });
});
