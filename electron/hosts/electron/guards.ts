/**
 * What no page may do, whichever window it is in: leave the bundle, open windows, embed other pages, ask for the
 * camera, or reach the network. The page is ours, so each of these is a second lock behind the content security
 * policy; it holds when a defect lets text of a chat log become markup.
 */
import { app, session } from 'electron';
import type { Session, WebContents } from 'electron';
import type { Log } from '../../app-options.ts';
import { isPageUrl, pageScheme } from './page-address.ts';

/** Copying text is the one permission that the page needs; Electron asks for it as for any other. */
const allowedPermission = 'clipboard-sanitized-write';

export interface Guards {
  readonly log: Log;
  /** Gets the links that a person clicked and that lead out of the app. */
  readonly openExternalLink: (url: string) => void;
}

/** Must run before the first window is made. */
export function guardAllContents(guards: Guards): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, guards));
  guardSession(session.defaultSession, guards.log);
}

/** Chromium's own background services ask for servers by name; no name resolves. Must run before Electron is ready. */
export function forbidNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
}

function guardContents(contents: WebContents, { log, openExternalLink }: Guards): void {
  const stayInBundle = (event: { readonly url: string; preventDefault(): void }): void => {
    if (isPageUrl(event.url)) return;
    event.preventDefault();
    log.warn('navigation denied', { url: event.url.slice(0, 200) });
  };
  contents.on('will-navigate', stayInBundle);
  contents.on('will-redirect', stayInBundle);
  contents.on('will-frame-navigate', stayInBundle);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('embedded page denied');
  });
  contents.setWindowOpenHandler(({ url }) => {
    openExternalLink(url);
    return { action: 'deny' };
  });
}

function guardSession(guarded: Session, log: Log): void {
  guarded.setPermissionRequestHandler((contents, permission, callback) => {
    callback(permission === allowedPermission && isPageUrl(contents.getURL()));
  });
  guarded.setPermissionCheckHandler((contents, permission) => {
    return permission === allowedPermission && contents !== null && isPageUrl(contents.getURL());
  });
  guarded.setDevicePermissionHandler(() => false);
  guarded.on('will-download', (event) => event.preventDefault());
  guarded.webRequest.onBeforeRequest((details, callback) => {
    const isOwn = details.url.startsWith(`${pageScheme}:`) || /^(?:data|blob|devtools):/u.test(details.url);
    if (!isOwn) log.warn('request denied', { url: details.url.slice(0, 200) });
    callback({ cancel: !isOwn });
  });
}
