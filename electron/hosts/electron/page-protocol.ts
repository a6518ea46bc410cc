import { protocol } from 'electron';
import type { BundleAssets } from '../bundle-assets.ts';
import { isPageUrl, pageScheme } from './page-address.ts';

/** Must run before Electron is ready. `standard` gives the page an origin; `secure` gives it the clipboard. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://raidscope/...` from the bundle folder; any other host of the scheme is refused. */
export function servePage(assets: BundleAssets): void {
  protocol.handle(pageScheme, async (request) => {
    if (!isPageUrl(request.url)) return new Response('Not a file of this page.', { status: 403 });
    const response = await assets(request.method, request.url);
    return new Response(new Uint8Array(response.body), { status: response.status, headers: response.headers });
  });
}
