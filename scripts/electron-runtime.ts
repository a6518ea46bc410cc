/**
 * Electron's npm package holds no program; it fetches one from a download site at its first use, and some networks
 * block that site. So the fetch is bounded in time, its failure is remembered for a day, and nothing depends on it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const packageFolder = join(import.meta.dirname, '../node_modules/electron');
const failureMark = join(import.meta.dirname, '../out/electron-fetch-failed');
const failureHoldsMs = 24 * 60 * 60 * 1000;

/** Path of Electron's program, or null when it has not been fetched. `ELECTRON_OVERRIDE_DIST_PATH` names its folder. */
export function findElectron(environment: NodeJS.ProcessEnv = process.env): string | null {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  const nameFile = join(packageFolder, 'path.txt');
  const path = join(folder, existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : 'electron');
  return existsSync(path) ? path : null;
}

/** Tries to fetch Electron's program; null when the site does not answer within the time, or did not within a day. */
export async function fetchElectron(timeoutMs = 60_000): Promise<string | null> {
  if (failedLately()) return null;
  process.stdout.write("Fetching Electron's runtime (once; at most a minute) ...\n");
  const isFetched = await runInstaller(timeoutMs);
  if (isFetched) return findElectron();
  mkdirSync(dirname(failureMark), { recursive: true });
  writeFileSync(failureMark, `Delete this file to have npm start try again at once.\n`);
  return null;
}

function failedLately(): boolean {
  const mark = statSync(failureMark, { throwIfNoEntry: false });
  return mark !== undefined && Date.now() - mark.mtimeMs < failureHoldsMs;
}

function runInstaller(timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
