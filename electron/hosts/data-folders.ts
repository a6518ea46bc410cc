import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AppPaths } from '../app-options.ts';

/**
 * Where Raidscope keeps its files on this system. All hosts share the folder, so a library made in the terminal is
 * found by the window. `RAIDSCOPE_DATA` names another one.
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (environment['RAIDSCOPE_DATA']) return environment['RAIDSCOPE_DATA'];
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Raidscope');
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Raidscope');
    default:
      return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'raidscope');
  }
}

/** What the app may write to: the data folder, and a folder for exports where a person looks for files. */
export function appPaths(folder: string, exports: string = exportsFolder()): AppPaths {
  return { userData: folder, libraries: join(folder, 'libraries'), work: join(folder, 'work'), exports };
}

/** Exports of a host that cannot ask for a place. A data folder that was moved holds them too. */
export function exportsFolder(environment: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  const moved = environment['RAIDSCOPE_DATA'];
  return moved ? join(moved, 'exports') : join(home, 'Documents', 'Raidscope');
}

/** The log of one host; hosts do not share a file, because each sets its own aside when it is full. */
export function logPath(folder: string, host: 'electron' | 'chromium' | 'cli'): string {
  return join(folder, 'logs', `${host}.log`);
}

/** The file that a person means by "my library" when naming none. */
export function defaultLibraryPath(paths: AppPaths): string {
  return join(paths.libraries, 'Raidscope.raidscope');
}
