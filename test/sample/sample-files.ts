import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';
import { writeSampleBackup, type SampleOptions } from '../../electron/sample/write-sample-backup.ts';

export interface SampleFolder {
  readonly path: string;
  /** Writes a sample of this name into the folder and opens it. */
  open(name: string, options: SampleOptions): Database;
  remove(): void;
}

export function makeSampleFolder(): SampleFolder {
  const path = mkdtempSync(join(tmpdir(), 'raidscope-sample-'));
  const opened: Database[] = [];
  return {
    path,
    open(name, options) {
      const file = join(path, name);
      writeSampleBackup(file, options);
      const database = openDatabase(file, { readonly: true });
      opened.push(database);
      return database;
    },
    remove() {
      for (const database of opened) database.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}
