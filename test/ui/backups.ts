import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import { createApp } from '../../electron/app.ts';
import { callApp } from './start-window.ts';

/** A folder for the files of one test file. */
export function makeFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'raidscope-ui-files-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a server backup and answers its path; another seed gives other rows. */
export function writeBackup(folder: string, name: string, messageCount: number, seed = 1): string {
  const path = join(folder, name);
  writeSampleBackup(path, { messageCount, seed });
  return path;
}

/** Gives some players a level that the schema forbids, as a hand-edited backup has it. */
export function breakSomeRows(path: string, count: number): void {
  const database = openDatabase(path);
  database.pragma('ignore_check_constraints = ON');
  database.prepare('UPDATE users SET level = 999 WHERE rowid IN (SELECT rowid FROM users LIMIT ?)').run(count);
  database.close();
}

/** Adds players whose names all begin with the same letters: more than a search would guess among. */
export function addNamesakes(path: string, beginning: string, count: number): void {
  const database = openDatabase(path);
  const insert = database.prepare(
    'INSERT INTO users (id, username, server_id) SELECT ?, ?, id FROM servers ORDER BY id LIMIT 1',
  );
  database.transaction(() => {
    for (let number = 1; number <= count; number++) insert.run(`${beginning}-${number}`, `${beginning}${number}`);
  })();
  database.close();
}

/** Makes a library with a backup's rows in it, and closes it again; answers its path. */
export async function makeLibrary(
  folder: string,
  messageCount: number,
  change: (backup: string) => void = () => {},
): Promise<string> {
  const backup = writeBackup(folder, `backup-${messageCount}.db`, messageCount);
  change(backup);
  const library = join(folder, `Library ${messageCount}.raidscope`);
  const app = createApp({
    host: 'test',
    version: '0.0.0',
    paths: {
      userData: join(folder, 'user'),
      libraries: folder,
      work: join(folder, 'work'),
      exports: join(folder, 'exports'),
    },
    clock: () => Date.now(),
    dialogs: {
      canChooseSavePath: false,
      chooseFilesToImport: () => Promise.resolve([]),
      chooseLibrary: () => Promise.resolve(null),
      chooseNewLibraryPath: () => Promise.resolve(null),
      chooseExportPath: () => Promise.resolve(null),
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    trustsPaths: true,
  });
  await app.openLibrary(library, { mayCreate: true });
  const ended = new Promise<string>((resolve) => {
    app.subscribe((event) => {
      if (event.name === 'jobs.changed' && event.payload.state !== 'running') resolve(event.payload.state);
    });
  });
  await callApp(app, 'imports.start', { files: [backup] });
  const state = await ended;
  await app.close();
  if (state !== 'done') throw new Error(`The library was not filled: ${state}`);
  return library;
}
