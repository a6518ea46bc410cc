import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/library/open-database.ts';
import { openLibraryUnderTest, refuse, refusedWith, type LibraryUnderTest } from './library-under-test.ts';

let test: LibraryUnderTest;

beforeAll(async () => {
  test = await openLibraryUnderTest();
});
afterAll(async () => {
  await test.close();
});

function program(name: string, schema: string): string {
  const path = test.file(name);
  const database = openDatabase(path);
  database.exec(schema);
  database.close();
  return path;
}

describe('a file that is no backup is refused, and the library stays as it was', () => {
  it('text', async () => {
    const path = test.file('notes.db');
    writeFileSync(path, 'Monday: raid. Tuesday: raid. '.repeat(1000));
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('an empty file', async () => {
    const path = test.file('empty.db');
    writeFileSync(path, '');
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('a file of a few bytes that begins like a database', async () => {
    const path = test.file('stub.db');
    writeFileSync(path, 'SQLite format 3\0');
    const refusal = await refuse(test, path);
    expect(refusal).toEqual(refusedWith(refusal.code === 'corrupt_file' ? 'corrupt_file' : 'unsupported_file'));
  });

  it('noise, as an encrypted database looks', async () => {
    const path = test.file('encrypted.db');
    writeFileSync(
      path,
      Buffer.from(Array.from({ length: 8192 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 0xff)),
    );
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('a folder', async () => {
    const path = test.file('folder.db');
    mkdirSync(path);
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('nothing at all', async () => {
    expect(await refuse(test, test.file('gone.db'))).toEqual(refusedWith('not_found'));
  });

  it('the database of another program', async () => {
    const path = program(
      'places.db',
      'CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT); CREATE TABLE moz_origins (id)',
    );
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('a database without any table', async () => {
    const path = program('bare.db', 'PRAGMA user_version = 3');
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it("another program's database that happens to have a table of a backup's name", async () => {
    const path = program('shop.db', 'CREATE TABLE users (nickname TEXT); CREATE TABLE orders (id)');
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('a gzip of something else', async () => {
    const path = test.file('notes.gz');
    writeFileSync(path, gzipSync('not a database, but long enough to be looked at '.repeat(200)));
    expect(await refuse(test, path)).toEqual(refusedWith('unsupported_file'));
  });

  it('a gzip cut in half', async () => {
    const path = test.file('half.db.gz');
    const whole = gzipSync(Buffer.alloc(1 << 16, 'SQLite format 3\0'));
    writeFileSync(path, whole.subarray(0, whole.length >> 1));
    expect(await refuse(test, path)).toEqual(refusedWith('corrupt_file'));
  });

  it('the open library itself', async () => {
    const refusal = await refuse(test, test.path);
    expect(refusal.canImport).toBe(false);
    expect(refusal.code).not.toBe(null);
    expect(refusal.libraryIsUnchanged).toBe(true);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() !== 0)(
    'a file that this account may not read (tried by a child process of another account)',
    () => {
      const path = test.file('secret.db');
      copyFileSync(test.file('before.db'), path);
      execFileSync('chmod', ['000', path]);
      execFileSync('chmod', ['755', test.folder]);
      const script = new URL('import-as-nobody.ts', import.meta.url).pathname;
      const answer = execFileSync(process.execPath, [script, path], { encoding: 'utf8', timeout: 60_000 });
      expect(JSON.parse(answer)).toEqual({ previewCode: 'no_permission', code: 'no_permission' });
    },
  );
});
