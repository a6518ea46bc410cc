/**
 * `npm run dev`: the page is built again on every change and loaded again in the open window; a change in the main
 * process starts it again. Always in a browser window, because its developer tools and its start are quicker.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './run-step.ts';

process.chdir(projectRoot);

let host: ChildProcess | null = null;
let isRestarting = false;
let timer: NodeJS.Timeout | undefined;

function startHost(): void {
  isRestarting = false;
  host = spawn(process.execPath, ['electron/hosts/chromium/main.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, RAIDSCOPE_DEV: '1' },
  });
  host.once('exit', (code) => {
    if (isRestarting) startHost();
    else process.exit(code ?? 0);
  });
}

function restartSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    isRestarting = true;
    host?.kill('SIGTERM');
  }, 300);
}

async function buildPageOnChange(): Promise<void> {
  // Emptied here and not by each build, which would leave the open window without its files for a moment.
  rmSync('out/renderer', { recursive: true, force: true });
  const watcher = await build({
    configFile: 'vite.renderer.config.ts',
    logLevel: 'warn',
    build: { watch: {}, emptyOutDir: false },
  });
  if (!('on' in watcher)) throw new Error('The page is not watched');
  await new Promise<void>((resolve) => {
    watcher.on('event', ({ code }) => {
      if (code === 'END' || code === 'ERROR') resolve();
    });
  });
}

await buildPageOnChange();
for (const folder of ['electron', 'shared', 'migrations']) {
  watch(join(projectRoot, folder), { recursive: true }, restartSoon);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host?.kill('SIGTERM'));
startHost();
