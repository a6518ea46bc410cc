import type { BrowserContext, Page, Request, Route } from 'playwright-core';
import type { Log } from '../../app-options.ts';
import type { BundleAssets } from '../bundle-assets.ts';
import { isPageUrl, pageUrl } from './page-address.ts';

/** Answers the page's requests from the bundle and ends all others before a connection is made. */
export async function servePage(context: BrowserContext, assets: BundleAssets, log?: Log): Promise<void> {
  const answer = async (route: Route, request: Request): Promise<void> => {
    const url = request.url();
    if (!isPageUrl(url)) {
      log?.warn('request denied', { url: url.slice(0, 200) });
      // `aborted` leaves the page as it is; any other reason would show an error page instead.
      await route.abort('aborted');
      return;
    }
    const response = await assets(request.method(), url);
    await route.fulfill({ status: response.status, headers: response.headers, body: response.body });
  };
  // An answer fails only when the page that asked is gone.
  await context.route('**/*', (route, request) => answer(route, request).catch(() => {}));
  await context.routeWebSocket(/.*/u, (socket) => void socket.close());
}

/** No second page and no permission, except to put text on the clipboard. */
export async function confinePage(context: BrowserContext, page: Page, log?: Log): Promise<void> {
  context.on('page', (opened) => {
    if (opened === page) return;
    log?.warn('window denied');
    void opened.close().catch(() => {});
  });
  // Granting a list denies all that is not on it, without asking.
  await context.grantPermissions(['clipboard-write'], { origin: new URL(pageUrl).origin });
}
