import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import { startApp } from '../../bench/app-session.ts';
import { fileHash, isPlainSentence, openLibraryUnderTest, type LibraryUnderTest } from './library-under-test.ts';

let test: LibraryUnderTest;

beforeEach(async () => {
  test = await openLibraryUnderTest();
});
afterEach(async () => {
  await test.close();
});

async function openingError(path: string, folder: string): Promise<RaidscopeError | null> {
  const session = startApp(folder);
  try {
    await session.app.openLibrary(path);
    return null;
  } catch (thrown) {
    if (thrown instanceof RaidscopeError) return thrown;
    throw thrown;
  } finally {
    await session.close();
  }
}

describe('a library that another copy of the app has open', () => {
  it('is refused as locked, and can be opened once the other is gone', async () => {
    const before = test.dump();
    const error = await openingError(test.path, test.file('other-app'));
    expect(error?.code).toBe('locked');
    expect(isPlainSentence(error?.message ?? '')).toBe(true);
    expect(test.dump()).toBe(before);
    await test.session.close();
    expect(await openingError(test.path, test.file('other-app'))).toBe(null);
  });

  it('is refused when that copy is another process, and opens after it was killed', async () => {
    await test.session.close();
    const script = new URL('hold-library.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [script, test.file('holder'), test.path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
    expect((await openingError(test.path, test.file('other-app')))?.code).toBe('locked');
    child.kill('SIGKILL');
    await exited;
    expect(await openingError(test.path, test.file('other-app'))).toBe(null);
  });
});

describe.skipIf(process.platform === 'win32' || process.getuid?.() !== 0)(
  'a library that this account may not write',
  () => {
    it('opens for reading, refuses imports as read_only, and stays as it was', async () => {
      await test.session.close();
      const folder = mkdtempSync(join(tmpdir(), 'raidscope-read-only-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true, force: true });
      });
      execFileSync('chmod', ['755', folder]);
      const library = join(folder, 'library.raidscope');
      const source = join(folder, 'source.db');
      copyFileSync(test.path, library);
      copyFileSync(test.file('before.db'), source);
      const before = fileHash(library);
      const script = new URL('read-only-child.ts', import.meta.url).pathname;
      const answer = execFileSync(process.execPath, [script, library, source], { encoding: 'utf8', timeout: 60_000 });
      expect(JSON.parse(answer)).toEqual({ isReadOnly: true, hits: 10, code: 'read_only', hasPlainSentence: true });
      expect(fileHash(library)).toBe(before);
    });
  },
);

describe('a library that is not one', () => {
  it("is refused: a server's backup, text, a folder, nothing", async () => {
    const codes = [];
    for (const path of [test.file('before.db'), test.folder, test.file('gone.raidscope')]) {
      codes.push((await openingError(path, test.file('other-app')))?.code);
    }
    expect(codes).toEqual(['unsupported_file', 'unsupported_file', 'not_found']);
  });
});
