/**
 * The same page and the same app as under Electron, in a window of an installed browser. The host speaks to the browser
 * over the pipe of its debugging protocol; there is no server and no port. The browser tests drive the same shell.
 */
import { chromium, errors } from 'playwright-core';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { App } from '../../app.ts';
import type { Log } from '../../app-options.ts';
import { createBundleAssets } from '../bundle-assets.ts';
import { pathsOfFiles } from './file-paths.ts';
import { findBrowser } from './find-browser.ts';
import { connectPage } from './connect-page.ts';
import { confinePage, servePage } from './page-requests.ts';
import { isPageUrl, pageUrl } from './page-address.ts';
import type { PageDialogs } from './page-dialogs.ts';

export interface ChromiumShellOptions {
  readonly app: App;
  /** The built page: a folder with `index.html`. */
  readonly rendererFolder: string;
  readonly headless: boolean;
  /** The browser's profile; kept between starts so that the window's size and zoom are. */
  readonly userDataDir: string;
  /** Default: the first browser found. */
  readonly executablePath?: string;
  /** Default: the size of the window. Give one for tests and screenshots. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Default: the system's. */
  readonly colorScheme?: 'light' | 'dark';
  /** Dialogs that the app was made with, if they are to open in this page. */
  readonly dialogs?: PageDialogs;
  readonly log?: Log;
}

export interface ChromiumShell {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Resolves once the window is gone, whoever closed it. */
  readonly closed: Promise<void>;
  /** Closes the window; the app stays open and is the caller's to close. */
  close(): Promise<void>;
}

/** A window is up within two seconds. A browser of before that is only just ending keeps a new one waiting for ever. */
const launchTimeoutMs = 20_000;

/**
 * Opens the window, connects it to the app and resolves once the page is loaded. Throws when no browser is found or it
 * does not start; a window that was half open is closed again.
 */
export async function openChromiumShell(options: ChromiumShellOptions): Promise<ChromiumShell> {
  const context = await launch(options).catch((thrown: unknown) => {
    if (!(thrown instanceof errors.TimeoutError)) throw thrown;
    options.log?.warn('browser did not start in time; trying once more');
    return launch(options);
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    await confinePage(context, page, options.log);
    await servePage(context, createBundleAssets(options.rendererFolder), options.log);
    const session = await context.newCDPSession(page);
    options.dialogs?.attach((expression) => pathsOfFiles(session, expression));
    await connectPage({ app: options.app, context, page, session });
    // Where closing a window does not end the browser (macOS), this does; elsewhere it is gone already.
    page.once('close', () => void context.close().catch(() => {}));
    await page.goto(pageUrl);
    keepOnPage(page, options.log);
    return { page, context, closed, close: () => closeContext(context) };
  } catch (thrown) {
    await closeContext(context);
    throw thrown;
  }
}

async function launch(options: ChromiumShellOptions): Promise<BrowserContext> {
  const executablePath = options.executablePath ?? findBrowser();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found.');
  // The sandbox of the browser stays on, except for root on Linux, where browsers refuse to start with it.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const appearance: BrowserContextOptions = {
    viewport: options.viewport ? { ...options.viewport } : null,
    // null: as the system says; left out, the driver would force a light one.
    colorScheme: options.colorScheme ?? null,
    reducedMotion: null,
    forcedColors: null,
  };
  return chromium.launchPersistentContext(options.userDataDir, {
    ...appearance,
    headless: options.headless,
    timeout: launchTimeoutMs,
    executablePath,
    chromiumSandbox: !isRoot,
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // It would put a bar about automated tests into the window.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      `--app=${pageUrl}`,
      // The browser's own services look for servers; no name resolves. The page's requests never get this far.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-proxy-server',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-features=Translate,OptimizationHints,MediaRouter',
      '--window-size=1280,820',
      ...(isRoot ? ['--test-type'] : []),
    ],
  });
}

/** A browser that is just ending by itself is as good as closed. */
async function closeContext(context: BrowserContext): Promise<void> {
  await context.close().catch(() => {});
}

/** A page that crashed is loaded again; one that got away from the bundle is brought back. */
function keepOnPage(page: Page, log?: Log): void {
  const goBack = (): void => {
    void page.goto(pageUrl).catch(() => log?.warn('page not loaded again'));
  };
  page.on('crash', () => {
    log?.error('page process ended');
    goBack();
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || isPageUrl(frame.url())) return;
    log?.warn('page left the bundle', { url: frame.url().slice(0, 200) });
    goBack();
  });
}
