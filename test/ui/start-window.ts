/**
 * A window as a person has it: the built page in a real browser, over the real app with a data folder of its own. Only
 * the host's file dialogs are stood in for, because nobody is there to answer them.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { createApp, type App } from '../../electron/app.ts';
import type { Dialogs } from '../../electron/app-options.ts';
import { openChromiumShell } from '../../electron/hosts/chromium/open-chromium-shell.ts';
import type { ChannelName, InputOf, OutputOf } from '../../shared/contract/channels.ts';
import { RaidscopeError } from '../../shared/contract/errors.ts';

const root = join(import.meta.dirname, '../..');

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** A library file of which a copy is opened before the window is. */
  readonly library?: string;
}

export interface TestWindow {
  readonly page: Page;
  readonly app: App;
  /** The test's own folder, gone afterwards. */
  readonly folder: string;
  /** What the next file dialog answers. */
  readonly choose: (...paths: readonly string[]) => void;
  /** Asks the app what the window would ask it. */
  readonly call: <Name extends ChannelName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
}

export interface StartedWindow extends TestWindow {
  /** Console errors, uncaught errors and broken policies. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a window; the caller closes it. */
export async function startWindow(options: WindowOptions = {}): Promise<StartedWindow> {
  buildPage();
  const folder = mkdtempSync(join(tmpdir(), 'raidscope-ui-'));
  const chosen: string[][] = [];
  const app = createApp({
    host: 'test',
    version: '0.0.0',
    paths: {
      userData: join(folder, 'user'),
      libraries: join(folder, 'libraries'),
      work: join(folder, 'work'),
      exports: join(folder, 'exports'),
    },
    clock: () => Date.now(),
    dialogs: dialogsAnswering(chosen),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  if (options.library !== undefined) {
    const copy = join(folder, basename(options.library));
    copyFileSync(options.library, copy);
    await app.openLibrary(copy);
  }
  const shell = await openChromiumShell({
    app,
    rendererFolder: join(root, 'out/renderer'),
    headless: true,
    userDataDir: join(folder, 'browser'),
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colorScheme ?? 'light',
  });
  shell.page.setDefaultTimeout(20_000);
  const faults = collectFaults(shell.page);
  // What went wrong while the page was first loaded happened before anything listened.
  await shell.page.reload();
  return {
    page: shell.page,
    app,
    folder,
    faults,
    choose: (...paths) => chosen.push([...paths]),
    call: (name, input) => callApp(app, name, input),
    close: async () => {
      await shell.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One call, answered as the window would get it; throws RaidscopeError. */
export async function callApp<Name extends ChannelName>(
  app: App,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  callCount += 1;
  const envelope = await app.dispatch({
    requestId: `test-${callCount}`,
    channel: name,
    input,
    sender: { isTrusted: true },
  });
  if (!envelope.ok) throw RaidscopeError.from(envelope.error);
  return envelope.value as OutputOf<Name>; // what the channel's handler says
}

let callCount = 0;

function dialogsAnswering(chosen: string[][]): Dialogs {
  return {
    canChooseSavePath: false,
    chooseFilesToImport: () => Promise.resolve(chosen.shift() ?? []),
    chooseLibrary: () => Promise.resolve(chosen.shift()?.[0] ?? null),
    chooseNewLibraryPath: () => Promise.resolve(null),
    chooseExportPath: () => Promise.resolve(null),
  };
}

function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  return faults;
}

let isBuilt = false;

/** In a process of its own: the test runner's environment would make a developer's build of React. */
function buildPage(): void {
  if (isBuilt) return;
  const { NODE_ENV: _, ...environment } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--stale', 'renderer'], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The page could not be built: ${stderr}`);
  isBuilt = true;
}
