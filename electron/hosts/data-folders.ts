import { readdirSync, rmSync } from 'node:fs';
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

/**
 * The app empties its work folder when it starts. Each process has its own, or a command in the terminal would take
 * away what an open window is just reading; those of processes that ended without tidying up are removed here.
 */
export function appPaths(folder: string, processId: number = process.pid): AppPaths {
  const workFolders = join(folder, 'work');
  for (const name of listNames(workFolders)) {
    if (!isRunning(Number(name))) rmSync(join(workFolders, name), { recursive: true, force: true });
  }
  return { userData: folder, libraries: join(folder, 'libraries'), work: join(workFolders, String(processId)) };
}

/** The last thing a host does, once its app is closed. */
export function removeWorkFolder(paths: AppPaths): void {
  rmSync(paths.work, { recursive: true, force: true });
}

/** The log of one host; hosts do not share a file, because each sets its own aside when it is full. */
export function logPath(folder: string, host: 'electron' | 'chromium' | 'cli'): string {
  return join(folder, 'logs', `${host}.log`);
}

/** The file that a person means by "my library" when naming none. */
export function defaultLibraryPath(paths: AppPaths): string {
  return join(paths.libraries, 'Raidscope.raidscope');
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (thrown) {
    // Not ours to signal, but there.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
