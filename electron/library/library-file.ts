import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { libraryApplicationId } from './migrations.ts';
import { explainError } from './sqlite-errors.ts';

/** The first 100 bytes of every SQLite file. Source: the SQLite file format, section 1.3. */
export interface SqliteHeader {
  readonly isWriteAheadLog: boolean;
  readonly userVersion: number;
  readonly applicationId: number;
  readonly pageSizeBytes: number;
  /** Pages of the whole file, as its last writer noted them; 0 when an old writer did not. */
  readonly pageCount: number;
}

const magic = 'SQLite format 3\0';

/** Null when the bytes are not the start of a SQLite file. */
export function parseSqliteHeader(bytes: Uint8Array): SqliteHeader | null {
  if (bytes.length < 100 || new TextDecoder('latin1').decode(bytes.subarray(0, 16)) !== magic) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageSize = view.getUint16(16);
  const noteIsCurrent = view.getUint32(24) === view.getUint32(92);
  return {
    isWriteAheadLog: view.getUint8(18) === 2 || view.getUint8(19) === 2,
    userVersion: view.getUint32(60),
    applicationId: view.getUint32(68),
    pageSizeBytes: pageSize === 1 ? 65_536 : pageSize,
    pageCount: noteIsCurrent ? view.getUint32(28) : 0,
  };
}

/** The first bytes of a file; fewer than asked for when it is shorter. Throws RaidscopeError. */
export function readFileStart(path: string, length: number): Uint8Array {
  try {
    if (statSync(path).isDirectory()) {
      throw new RaidscopeError('unsupported_file', 'This is a folder, not a file.', { path });
    }
    const file = openSync(path, 'r');
    try {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    throw explainError(thrown, { path });
  }
}

/** Checks, without opening it as a database, that a file can be a library. Throws RaidscopeError. */
export function assertIsLibraryFile(path: string): SqliteHeader {
  const bytes = readFileStart(path, 100);
  if (bytes.length === 0) throw new RaidscopeError('unsupported_file', 'The file is empty.', { path });
  const header = parseSqliteHeader(bytes);
  if (header === null) {
    throw new RaidscopeError('unsupported_file', 'The file is not a Raidscope library.', { path });
  }
  if (header.applicationId !== libraryApplicationId) {
    throw new RaidscopeError(
      'unsupported_file',
      'The file is a database, but not a Raidscope library. If it is a server’s backup, import it instead.',
      { path },
    );
  }
  return header;
}
