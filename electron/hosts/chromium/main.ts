/** Entry of the browser-window host: `node electron/hosts/chromium/main.ts [file...]`. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { keepCompiledCode } from '../compiled-code-cache.ts';
import { findBrowser } from './find-browser.ts';
import type { ChromiumShell } from './open-chromium-shell.ts';

keepCompiledCode();
const { runChromiumHost } = await import('./start-chromium-host.ts');

const rendererFolder = join(import.meta.dirname, '../../../out/renderer');
/** Set by the developer's starter: the page is loaded again whenever it was built again. */
const reloadsOnBuild = process.env['RAIDSCOPE_DEV'] === '1';

async function main(): Promise<number> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    process.stderr.write('Install Chromium, Google Chrome or Microsoft Edge, or name one in RAIDSCOPE_BROWSER.\n');
    return 1;
  }
  try {
    await runChromiumHost({
      rendererFolder,
      executablePath,
      values: process.argv.slice(2),
      onProblem: (sentence) => process.stderr.write(`${sentence}\n`),
      onOpen: (shell) => {
        process.stdout.write('Raidscope is open. Close its window to end it.\n');
        if (reloadsOnBuild) reloadOnBuild(shell);
      },
    });
    return 0;
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const isOpenAlready = /existing browser session|ProcessSingleton|profile.*in use/iu.test(message);
    const reason = isOpenAlready ? 'Raidscope is already open in another window.' : message;
    process.stderr.write(`${reason}\n`);
    return 1;
  }
}

function reloadOnBuild(shell: ChromiumShell): void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(rendererFolder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void shell.page.reload().catch(() => {}), 200);
  });
  void shell.closed.then(() => watcher.close());
}

process.exitCode = await main();
