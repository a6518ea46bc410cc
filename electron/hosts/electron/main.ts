/** Entry of the desktop app. Built to `out/main/main.js`; the page and the preload script are built beside it. */
import { join } from 'node:path';
import { startElectronHost } from './start-electron-host.ts';

const built = join(import.meta.dirname, '..');
// Not awaited: Electron becomes ready only after this module has been evaluated, so waiting here would wait for ever.
void startElectronHost({
  rendererFolder: join(built, 'renderer'),
  preloadPath: join(built, 'preload', 'preload.cjs'),
});
