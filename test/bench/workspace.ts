import { existsSync, mkdirSync, mkdtempSync, openSync, readSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';

/** Where a benchmark keeps its generated files; removed at the end unless a folder to keep was named. */
export interface Workspace {
  readonly folder: string;
  /** The sample backup of this size, made if it is not there yet. */
  sample(messageCount: number): string;
  /** A path in the folder at which nothing is. */
  fresh(name: string): string;
  remove(): void;
}

/** `raidCount`: of each sample; what fits its size unless it is given. */
export function openWorkspace(kept: string | null, raidCount?: number): Workspace {
  if (kept !== null) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'raidscope-bench-'));
  return {
    folder,
    sample(messageCount) {
      const raids = raidCount === undefined ? {} : { raidCount };
      const path = join(folder, `sample-${[messageCount, ...Object.values(raids)].join('-')}.db`);
      if (!existsSync(path)) writeSampleBackup(path, { messageCount, ...raids });
      return path;
    },
    fresh(name) {
      const path = join(folder, name);
      for (const ending of ['', '-wal', '-shm', '-journal', '.lock']) {
        rmSync(`${path}${ending}`, { force: true, recursive: true });
      }
      return path;
    },
    remove() {
      if (kept === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Reads a file once, so that whoever measures next does not pay for the disk and whoever comes after does not gain. */
export function warm(path: string): void {
  const buffer = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    while (readSync(file, buffer) > 0);
  } finally {
    closeSync(file);
  }
}
