/**
 * `npm start [-- file...]`: opens Raidscope from source. Electron when its runtime is there or can be fetched, and
 * otherwise the same page and the same main-process code in a window of an installed browser.
 */
import { findBrowser } from '../electron/hosts/chromium/find-browser.ts';
import { findElectron, fetchElectron } from './electron-runtime.ts';
import { projectRoot, runStep, runTool } from './run-step.ts';

/** An Electron that ends sooner than this never showed a window: a missing library, or no sandbox on this system. */
const failedStartSeconds = 5;

async function main(values: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    return explain(
      'There is no display here to open a window on. Start it from a desktop session, or as `xvfb-run npm start`; ' +
        'the command line needs no display: npm run -s raidscope -- --help',
    );
  }
  const wanted = process.env['RAIDSCOPE_HOST'];
  const electron = wanted === 'chromium' ? null : (findElectron() ?? (await fetchElectron()));
  if (electron !== null) {
    const code = await startElectron(electron, values);
    if (code !== null) return code;
  }
  if (wanted === 'electron') return explain("Electron's runtime is not here and could not be fetched.");
  const browser = findBrowser();
  if (browser === null) {
    return explain(
      "Electron's runtime could not be fetched and no browser was found: install Chromium, Google Chrome or " +
        'Microsoft Edge (or name one in RAIDSCOPE_BROWSER) and run npm start again.',
    );
  }
  const reason = wanted === 'chromium' ? '' : "Electron's runtime is not available here; ";
  process.stdout.write(`${reason}${reason ? 'o' : 'O'}pening Raidscope in a window of ${browser}.\n`);
  const built = await runTool('scripts/build.ts', ['--stale', 'renderer']);
  if (built.code !== 0) return built.code;
  return (await runTool('electron/hosts/chromium/main.ts', values)).code;
}

/** The exit code, or null if Electron could not show a window. */
async function startElectron(electron: string, values: readonly string[]): Promise<number | null> {
  process.stdout.write('Opening Raidscope in Electron.\n');
  const built = await runTool('scripts/build.ts', ['--stale']);
  if (built.code !== 0) return built.code;
  // Chromium refuses to start its sandbox for root.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const result = await runStep(electron, [...(isRoot ? ['--no-sandbox'] : []), projectRoot, ...values]);
  if (result.code === 0 || result.seconds > failedStartSeconds) return result.code;
  process.stdout.write(`Electron ended at once (exit code ${result.code}).\n`);
  return null;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function explain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
