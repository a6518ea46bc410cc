import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  isExecutable(path: string): boolean;
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * Path of an installed Chromium, Chrome or Edge, or null. `RAIDSCOPE_BROWSER` names one outright and is not
 * second-guessed: a wrong path there is an error to see, not a reason to take another browser.
 */
export function findBrowser(search: BrowserSearch = thisComputer()): string | null {
  const named = search.environment['RAIDSCOPE_BROWSER'];
  if (named) return named;
  return candidates(search).find((path) => search.isExecutable(path)) ?? null;
}

function candidates({ platform, environment }: BrowserSearch): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name]);
    return windowsPrograms.flatMap((parts) => roots.flatMap((root) => (root ? [join(root, ...parts)] : [])));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment['HOME'] ?? '/', 'Applications')];
    return macApplications.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const inFolders = linuxNames.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
  return [...inFolders, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function thisComputer(): BrowserSearch {
  return {
    platform: process.platform,
    environment: process.env,
    isExecutable: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}
