import { RaidscopeError, toRaidscopeError, type ErrorCode } from '../../shared/contract/errors.ts';

interface CodedError extends Error {
  readonly code: string;
}

function isCoded(thrown: unknown): thrown is CodedError {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
}

/** What the driver's and the system's codes mean to a person. Prefixes, because SQLite's extended codes add words. */
const meanings: readonly (readonly [prefix: string, code: ErrorCode, sentence: string])[] = [
  ['SQLITE_NOTADB', 'unsupported_file', 'The file is not a SQLite database, or it is encrypted.'],
  ['SQLITE_CORRUPT', 'corrupt_file', 'The file is damaged: SQLite found a page that makes no sense.'],
  ['SQLITE_FULL', 'no_space', 'The disk is full.'],
  ['SQLITE_IOERR_WRITE', 'no_space', 'The disk refused a write; it may be full.'],
  ['SQLITE_READONLY', 'read_only', 'The file or its folder cannot be written.'],
  ['SQLITE_BUSY', 'locked', 'Another program is using the file.'],
  ['SQLITE_LOCKED', 'locked', 'Another program is using the file.'],
  ['SQLITE_PERM', 'no_permission', 'This account may not open the file.'],
  ['SQLITE_AUTH', 'no_permission', 'This account may not open the file.'],
  ['SQLITE_CANTOPEN', 'no_permission', 'The file could not be opened.'],
  ['SQLITE_IOERR', 'corrupt_file', 'The disk could not be read.'],
  ['ENOENT', 'not_found', 'There is no such file.'],
  ['EISDIR', 'unsupported_file', 'This is a folder, not a file.'],
  ['EACCES', 'no_permission', 'This account may not open the file.'],
  ['EPERM', 'no_permission', 'This account may not open the file.'],
  ['EROFS', 'read_only', 'The disk is read-only.'],
  ['ENOSPC', 'no_space', 'The disk is full.'],
  ['Z_', 'corrupt_file', 'The compressed file is damaged or cut short.'],
  ['ZSTD_', 'corrupt_file', 'The compressed file is damaged or cut short.'],
  ['EDQUOT', 'no_space', 'The disk quota is used up.'],
];

/** Any thrown value as a RaidscopeError; errors of SQLite and of the file system get their plain meaning. */
export function explainError(thrown: unknown, details: Readonly<Record<string, string>> = {}): RaidscopeError {
  if (thrown instanceof RaidscopeError || !isCoded(thrown)) return toRaidscopeError(thrown);
  const meaning = meanings.find(([prefix]) => thrown.code.startsWith(prefix));
  if (meaning === undefined) return toRaidscopeError(thrown);
  const [, code, sentence] = meaning;
  return new RaidscopeError(code, sentence, { ...details, cause: thrown.code }, { cause: thrown });
}
