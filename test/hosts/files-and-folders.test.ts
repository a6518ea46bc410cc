import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dialogs } from '../../electron/app-options.ts';
import { dataFolder } from '../../electron/hosts/data-folders.ts';
import { createEarlyEvents } from '../../electron/hosts/early-events.ts';
import { readLaunchFiles } from '../../electron/hosts/launch-files.ts';
import { createLogFile } from '../../electron/hosts/log-file.ts';
import { withOfferedFiles } from '../../electron/hosts/offered-files.ts';
import { findBrowser } from '../../electron/hosts/chromium/find-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raidscope-hosts-'));
});

describe('the data folder', () => {
  it('is where each system keeps such files', () => {
    expect(dataFolder({}, 'linux', '/home/a')).toBe('/home/a/.local/share/raidscope');
    expect(dataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe('/data/raidscope');
    expect(dataFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Raidscope');
    expect(dataFolder({ APPDATA: '/roaming' }, 'win32', '/Users/a')).toBe('/roaming/Raidscope');
    expect(dataFolder({ RAIDSCOPE_DATA: '/mine', APPDATA: '/roaming' }, 'win32', '/Users/a')).toBe('/mine');
  });
});

describe('the log', () => {
  const clock = (): number => Date.UTC(2025, 10, 22, 20, 15);

  it('holds one line of JSON for each event and is for its owner only', () => {
    const path = join(folder, 'logs', 'app.log');
    const log = createLogFile({ path, clock });
    log.info('opened', { rows: 3 });
    log.error('failed');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { time: '2025-11-22T20:15:00.000Z', level: 'info', message: 'opened', rows: 3 },
      { time: '2025-11-22T20:15:00.000Z', level: 'error', message: 'failed' },
    ]);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('sets itself aside when it is full', () => {
    const path = join(folder, 'app.log');
    const log = createLogFile({ path, clock, maxSizeBytes: 400 });
    for (let index = 0; index < 20; index += 1) log.info('something happened', { index });
    expect(statSync(path).size).toBeLessThanOrEqual(400);
    expect(statSync(`${path}.old`).size).toBeLessThanOrEqual(400);
    expect(readFileSync(path, 'utf8')).toContain('"index":19');
  });

  it('falls back to the terminal, for what matters, when it cannot be written', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    writeFileSync(join(folder, 'file'), '');
    const log = createLogFile({ path: join(folder, 'file', 'app.log'), clock });
    log.info('quiet');
    log.error('loud');
    expect(said.mock.calls.map(([line]) => (JSON.parse(String(line)) as { message: string }).message)).toEqual([
      'loud',
    ]);
    said.mockRestore();
  });
});

describe('files of the command line', () => {
  it('are a library and backups; switches and addresses are neither', () => {
    const values = ['--inspect', 'a.db', '/data/Guild.raidscope', 'https://example.com/a.db', '-x', ''];
    expect(readLaunchFiles(values, '/desk')).toEqual({
      library: '/data/Guild.raidscope',
      backups: ['/desk/a.db'],
      messageId: null,
    });
  });

  it('may be a link to a message, of which the id is taken', () => {
    const values = ['raidscope://message/one', 'raidscope://message/m%201', 'raidscope://elsewhere/x'];
    expect(readLaunchFiles(values, '/desk')).toEqual({ library: null, backups: [], messageId: 'm 1' });
  });
});

describe('offered files', () => {
  it('answer the next question for backups once, instead of a dialog', async () => {
    const dialogs: Dialogs = {
      canChooseSavePath: true,
      chooseFilesToImport: () => Promise.resolve(['/from/dialog.db']),
      chooseLibrary: () => Promise.resolve('/library'),
      chooseNewLibraryPath: (name) => Promise.resolve(`/${name}`),
      chooseExportPath: (name, format) => Promise.resolve(`/${name}.${format}`),
    };
    const files = withOfferedFiles(dialogs);
    files.offer(['/a.db']);
    files.offer(['/a.db', '/b.db']);
    expect(await files.dialogs.chooseFilesToImport()).toEqual(['/a.db', '/b.db']);
    expect(await files.dialogs.chooseFilesToImport()).toEqual(['/from/dialog.db']);
    expect(await files.dialogs.chooseLibrary()).toBe('/library');
    expect(await files.dialogs.chooseNewLibraryPath('n')).toBe('/n');
    expect(await files.dialogs.chooseExportPath('n', 'csv')).toBe('/n.csv');
    expect(files.dialogs.canChooseSavePath).toBe(true);
  });
});

describe('early events', () => {
  it('wait for the first listener only', () => {
    const events = createEarlyEvents();
    const seen: string[] = [];
    events.deliver({ name: 'app.command', payload: 'import-files' });
    const unsubscribe = events.subscribe(({ payload }) => seen.push(`first ${JSON.stringify(payload)}`));
    events.subscribe(({ payload }) => seen.push(`second ${JSON.stringify(payload)}`));
    unsubscribe();
    events.deliver({ name: 'app.command', payload: 'open-library' });
    expect(seen).toEqual(['first "import-files"', 'second "open-library"']);
  });
});

describe('the browser', () => {
  const search = (
    platform: NodeJS.Platform,
    installed: readonly string[],
    environment: NodeJS.ProcessEnv,
  ): string | null => findBrowser({ platform, environment, isExecutable: (path) => installed.includes(path) });

  it('is the first that is installed', () => {
    const both = ['/opt/bin/google-chrome', '/usr/bin/chromium'];
    expect(search('linux', both, { PATH: '/opt/bin:/usr/bin' })).toBe('/usr/bin/chromium');
    expect(search('linux', both.slice(0, 1), { PATH: '/opt/bin:/usr/bin' })).toBe('/opt/bin/google-chrome');
    const macPath = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(search('darwin', [macPath], { HOME: '/Users/a' })).toBe(macPath);
    const windowsPath = join('/Programs', 'Google', 'Chrome', 'Application', 'chrome.exe');
    expect(search('win32', [windowsPath], { PROGRAMFILES: '/Programs' })).toBe(windowsPath);
  });

  it('is the named one, whatever else is there', () => {
    expect(search('linux', ['/usr/bin/chromium'], { PATH: '/usr/bin', RAIDSCOPE_BROWSER: '/my/chrome' })).toBe(
      '/my/chrome',
    );
  });

  it('may be missing', () => {
    expect(search('linux', [], { PATH: '/usr/bin' })).toBeNull();
  });
});
