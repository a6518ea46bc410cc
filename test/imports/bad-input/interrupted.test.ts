import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../../electron/sample/write-sample-backup.ts';
import { startApp } from '../../bench/app-session.ts';
import { importsOf } from '../../../shared/jobs/types.ts';
import { dumpDatabase, isPlainSentence, openLibraryUnderTest } from './library-under-test.ts';

let folder: string;
let library: string;
const large = (): string => join(folder, 'large.db');

interface ChildLine {
  readonly phase?: string;
  readonly ended?: string;
  readonly code?: string | null;
  readonly message?: string | null;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raidscope-interrupted-'));
  writeSampleBackup(large(), { messageCount: 30_000, seed: 6 });
  const made = await openLibraryUnderTest({ messageCount: 200 });
  await made.session.close();
  copyFileSync(made.path, join(folder, 'library.raidscope'));
  rmSync(made.folder, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  const own = mkdtempSync(join(folder, 'test-'));
  library = join(own, 'library.raidscope');
  copyFileSync(join(folder, 'library.raidscope'), library);
});

function dump(path: string): string {
  const database = openDatabase(path, { readonly: true, mustExist: true });
  try {
    return dumpDatabase(database);
  } finally {
    database.close();
  }
}

/** Runs the import in a process of its own; `watch` may kill it. Resolves with all that it told. */
async function importInChild(
  path: string,
  source: string,
  watch: (line: ChildLine, kill: () => void) => void,
): Promise<readonly ChildLine[]> {
  const script = new URL('import-child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, join(folder, 'app'), path, source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: ChildLine[] = [];
  const exited = new Promise((resolve) => child.once('exit', resolve));
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as ChildLine; // import-child.ts prints nothing else
    lines.push(line);
    watch(line, () => child.kill('SIGKILL'));
  }
  await exited;
  return lines;
}

/** Opens the library once more by the app, as a person would after a crash, and leaves it. */
async function openAndClose(path: string): Promise<void> {
  const session = startApp(join(folder, 'app'));
  try {
    const status = await session.app.openLibrary(path);
    expect(status.state === 'open' && !status.isReadOnly).toBe(true);
  } finally {
    await session.close();
  }
}

describe('an import that is cancelled', () => {
  it.each([0, 1, 3, 6])(
    'at its progress event %i ends as cancelled and leaves the library as it was',
    async (moment) => {
      const session = startApp(join(folder, 'app'));
      onTestFinished(() => session.close());
      await session.app.openLibrary(library);
      const before = dump(library);
      let events = 0;
      session.onProgress((job) => {
        if (events++ === moment) void session.request('jobs.cancel', { jobId: job.id });
      });
      const { jobId } = await session.request('imports.start', { files: [large()] });
      const job = await session.waitForJob(jobId);
      // A fast machine may be done before the seventh event.
      if (job.state === 'done' && moment > 3) return;
      expect(job.state).toBe('cancelled');
      expect(job.error?.code ?? 'cancelled').toBe('cancelled');
      expect(dump(library)).toBe(before);
      expect(await session.request('imports.list', {})).toHaveLength(1);
    },
  );

  it('can be done again, whole', async () => {
    const session = startApp(join(folder, 'app'));
    onTestFinished(() => session.close());
    await session.app.openLibrary(library);
    let cancelled = false;
    session.onProgress((job) => {
      if (!cancelled) void session.request('jobs.cancel', { jobId: job.id });
      cancelled = true;
    });
    const first = await session.request('imports.start', { files: [large()] });
    expect((await session.waitForJob(first.jobId)).state).toBe('cancelled');
    const second = await session.request('imports.start', { files: [large()] });
    const job = await session.waitForJob(second.jobId);
    expect(importsOf(job.result)[0]?.tables.messages?.added).toBe(30_000);
  });
});

describe.skipIf(process.platform === 'win32')('a process that is killed', () => {
  it.each([1, 3, 6, 9])('after progress event %i leaves the library as it was', async (moment) => {
    const before = dump(library);
    let events = 0;
    const lines = await importInChild(library, large(), (line, kill) => {
      if (line.phase !== undefined && ++events === moment) kill();
    });
    await openAndClose(library);
    if (lines.some((line) => line.ended === 'done')) return;
    expect(dump(library)).toBe(before);
    expect(readdirSync(join(library, '..')).filter((name) => /-(wal|journal)$/.test(name))).toEqual([]);
  });
});

function mountSmallDisk(path: string, megabytes: number): boolean {
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a disk that is full', () => {
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'ends the import as no_space and leaves the library as it was',
    async (context) => {
      const disk = mkdtempSync(join(folder, 'disk-'));
      // Room for the library, not for thirty thousand messages more.
      if (!mountSmallDisk(disk, 12)) context.skip('this machine does not let a test mount a small disk');
      onTestFinished(() => {
        execFileSync('umount', [disk]);
      });
      const small = join(disk, 'library.raidscope');
      copyFileSync(library, small);
      const before = dump(small);
      const lines = await importInChild(small, large(), () => undefined);
      const end = lines.at(-1);
      expect(end?.ended).toBe('failed');
      expect(end?.code).toBe('no_space');
      expect(isPlainSentence(end?.message ?? '')).toBe(true);
      await openAndClose(small);
      expect(dump(small)).toBe(before);
      expect(existsSync(`${small}-wal`)).toBe(false);
    },
  );
});
