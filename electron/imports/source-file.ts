import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { constants } from 'node:fs';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ImportFormat } from '../../shared/imports/types.ts';
import { parseSqliteHeader, readFileStart, type SqliteHeader } from '../library/library-file.ts';
import { libraryApplicationId } from '../library/migrations.ts';
import type { OperationContext } from '../library/operation.ts';
import { explainError } from '../library/sqlite-errors.ts';

/** A backup made ready for reading. The person's own file is only ever read. */
export interface PreparedSource {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly format: ImportFormat;
  /** What SQLite opens: the file itself, or a private copy of it. */
  readonly databasePath: string;
  readonly isPrivateCopy: boolean;
  readonly fingerprint: string;
}

type Wrapping = 'none' | 'gzip' | 'zstd';

const companions = ['-wal', '-journal'] as const;

/**
 * Finds out what a file is and makes it readable without touching it. Unwrapping gzip and zstd needs a private copy;
 * so does a file with a log beside it (SQLite would fold the log in) and one in WAL mode (SQLite would put files next
 * to it). A plain backup is read in place.
 *
 * Throws `not_found`, `no_permission`, `unsupported_file`, `corrupt_file`, `source_changed`, `no_space`, `cancelled`.
 */
export async function prepareSource(
  context: Pick<OperationContext, 'throwIfCancelled' | 'report'>,
  path: string,
  workFolder: string,
): Promise<PreparedSource> {
  const start = readFileStart(path, 100);
  if (start.length === 0) throw new RaidscopeError('unsupported_file', 'The file is empty.', { path });
  if (parseSqliteHeader(start)?.applicationId === libraryApplicationId) {
    throw new RaidscopeError('unsupported_file', 'The file is a Raidscope library, not a backup. Open it instead.', {
      path,
    });
  }
  const wrapping = detectWrapping(start);
  const fingerprint = fingerprintFile(path);
  const source = {
    path,
    name: basename(path),
    sizeBytes: statSync(path).size,
    format: wrapping === 'none' ? ('sqlite' as const) : (`sqlite+${wrapping}` as const),
    fingerprint,
  };
  const needsCopy = wrapping !== 'none' || companionsOf(path).length > 0 || isWriteAheadLog(start);
  if (!needsCopy) {
    assertIsWholeDatabase(path, parseSqliteHeader(start));
    return { ...source, databasePath: path, isPrivateCopy: false };
  }

  await mkdir(workFolder, { recursive: true });
  const databasePath = join(workFolder, `${randomUUID()}.db`);
  try {
    if (wrapping === 'none') await copyWithCompanions(path, databasePath);
    else await unwrap(context, path, databasePath, wrapping);
    assertIsUnchanged({ path, fingerprint });
    if (companionsOf(databasePath).length === 0) {
      assertIsWholeDatabase(databasePath, parseSqliteHeader(readFileStart(databasePath, 100)));
    }
    return { ...source, databasePath, isPrivateCopy: true };
  } catch (thrown) {
    removeFiles(databasePath);
    throw explainError(thrown, { path });
  }
}

/** Removes the private copy, if there is one. */
export function discardSource(source: PreparedSource): void {
  if (source.isPrivateCopy) removeFiles(source.databasePath);
}

/** Throws `source_changed` when another program wrote the file since it was prepared. */
export function assertIsUnchanged(source: Pick<PreparedSource, 'path' | 'fingerprint'>): void {
  if (existsSync(source.path) && fingerprintFile(source.path) === source.fingerprint) return;
  throw new RaidscopeError(
    'source_changed',
    'The file changed while it was being read. Nothing was imported; try again when it is complete.',
    { path: source.path },
  );
}

function detectWrapping(start: Uint8Array): Wrapping {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd) return 'zstd';
  return 'none';
}

function isWriteAheadLog(start: Uint8Array): boolean {
  return parseSqliteHeader(start)?.isWriteAheadLog ?? false;
}

/** Logs beside a database that hold part of its content. An empty one holds nothing. */
function companionsOf(path: string): readonly string[] {
  return companions.filter((suffix) => existsSync(path + suffix) && statSync(path + suffix).size > 0);
}

/** Size and time of the file and of its logs, to the nanosecond where the file system has them. */
function fingerprintFile(path: string): string {
  return ['', ...companionsOf(path)]
    .map((suffix) => statSync(path + suffix, { bigint: true }))
    .map((stat) => `${stat.ino}:${stat.size}:${stat.mtimeNs}`)
    .join(' ');
}

function assertIsWholeDatabase(path: string, header: SqliteHeader | null): asserts header is SqliteHeader {
  if (header === null) {
    throw new RaidscopeError('unsupported_file', 'The file is not a SQLite database, or it is encrypted.', { path });
  }
  const expectedBytes = header.pageCount * header.pageSizeBytes;
  const actualBytes = statSync(path).size;
  if (actualBytes >= expectedBytes) return;
  throw new RaidscopeError(
    'corrupt_file',
    `The file is cut short: it should have ${expectedBytes} bytes and has ${actualBytes}. Copy it again from the server.`,
    { path, expectedBytes, actualBytes },
  );
}

async function copyWithCompanions(path: string, databasePath: string): Promise<void> {
  for (const suffix of ['', ...companionsOf(path)]) {
    // A file system that can share blocks between files copies in no time.
    await copyFile(path + suffix, databasePath + suffix, constants.COPYFILE_FICLONE);
  }
}

async function unwrap(
  context: Pick<OperationContext, 'throwIfCancelled' | 'report'>,
  path: string,
  databasePath: string,
  wrapping: 'gzip' | 'zstd',
): Promise<void> {
  const total = statSync(path).size;
  let done = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      try {
        context.throwIfCancelled();
        done += chunk.length;
        context.report({ phase: 'Unpacking the file', done, total });
        callback(null, chunk);
      } catch (thrown) {
        callback(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    },
  });
  const bufferBytes = 1 << 20;
  await pipeline(
    createReadStream(path, { highWaterMark: bufferBytes }),
    watch,
    wrapping === 'gzip' ? createGunzip({ chunkSize: bufferBytes }) : createZstdDecompress({ chunkSize: bufferBytes }),
    createWriteStream(databasePath, { highWaterMark: bufferBytes }),
  );
}

function removeFiles(databasePath: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(databasePath + suffix, { force: true });
}
