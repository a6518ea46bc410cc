import { randomUUID } from 'node:crypto';
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { assertIsLibraryFile } from './library-file.ts';
import { assertVersionIsKnown, listMigrations } from './migrations.ts';
import { WorkerThread, type CallOptions } from './worker-thread.ts';
import type { OperationInput, OperationName, OperationOutput } from './worker-operations.ts';

/** Ending of library files. */
export const libraryFileEnding = '.raidscope';

/** Two, so that an exact count over millions of rows does not keep the next page waiting. */
const readerCount = 2;

export function libraryNameOf(path: string): string {
  return basename(path, extname(path));
}

export interface OpenLibraryOptions {
  /** Make a new library where no file is. */
  readonly mayCreate: boolean;
  /** Where a private copy goes when a read-only library still has a log to fold in. */
  readonly workFolder: string;
}

/** An open library: one writer thread, which holds the lock, and the reader threads. */
export class Library {
  readonly path: string;
  readonly #writer: WorkerThread | null;
  readonly #readers: readonly WorkerThread[];
  readonly #privateCopy: string | null;
  #revision = 1;

  private constructor(
    path: string,
    writer: WorkerThread | null,
    readers: readonly WorkerThread[],
    privateCopy: string | null,
  ) {
    this.path = path;
    this.#writer = writer;
    this.#readers = readers;
    this.#privateCopy = privateCopy;
  }

  /**
   * Throws `not_found`, `locked`, `newer_schema`, `unsupported_file`, `corrupt_file`, `no_permission`; a library that
   * cannot be written opens for reading only.
   */
  static async open(path: string, options: OpenLibraryOptions): Promise<Library> {
    if (!existsSync(path) && !options.mayCreate) {
      throw new RaidscopeError('not_found', 'The library file is no longer there.', { path });
    }
    if (!existsSync(dirname(path))) {
      throw new RaidscopeError('not_found', 'The folder for the library does not exist.', { path: dirname(path) });
    }
    if (existsSync(path) && !isWritable(path)) return Library.#openReadOnly(path, options.workFolder);
    const writer = await WorkerThread.start({ kind: 'writer', path });
    try {
      return new Library(path, writer, await startReaders(path), null);
    } catch (thrown) {
      await writer.close();
      throw thrown;
    }
  }

  /** SQLite needs to write beside a file in WAL mode even to read it, so one that was not closed well is copied. */
  static async #openReadOnly(path: string, workFolder: string): Promise<Library> {
    const header = assertIsLibraryFile(path);
    assertVersionIsKnown(header.userVersion);
    if (header.userVersion < listMigrations().length) {
      throw new RaidscopeError(
        'read_only',
        'This library is of an older version, and cannot be upgraded where it is because it cannot be written. Copy it to another folder first.',
        { path },
      );
    }
    if (!header.isWriteAheadLog) return new Library(path, null, await startReaders(path), null);
    mkdirSync(workFolder, { recursive: true });
    const copy = join(workFolder, `${randomUUID()}${libraryFileEnding}`);
    for (const suffix of ['', '-wal']) {
      if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix, constants.COPYFILE_FICLONE);
    }
    return new Library(path, null, await startReaders(copy), copy);
  }

  get isReadOnly(): boolean {
    return this.#writer === null;
  }

  /** Runs an operation on the reader that has least to do. */
  read<Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    options: CallOptions = {},
  ): Promise<OperationOutput<Name>> {
    const [first, ...others] = this.#readers;
    if (first === undefined) throw new RaidscopeError('internal', 'The library has no reader.');
    const idlest = others.reduce((best, reader) => (reader.pendingCount < best.pendingCount ? reader : best), first);
    return idlest.call(operation, input, options);
  }

  /** Runs an operation on the writer, after those before it. What was read until now is stale afterwards. */
  async write<Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    options: CallOptions = {},
  ): Promise<OperationOutput<Name>> {
    if (this.#writer === null) {
      throw new RaidscopeError('read_only', 'This library cannot be written: its file or folder is read-only.', {
        path: this.path,
      });
    }
    const result = await this.#writer.call(operation, input, options);
    this.#revision += 1;
    return result;
  }

  /** A reader of its own for long work, which the caller closes. */
  startReader(): Promise<WorkerThread> {
    return WorkerThread.start({ kind: 'reader', path: this.readPath });
  }

  /** The file that readers open: a private copy where the library itself cannot be opened for reading. */
  get readPath(): string {
    return this.#privateCopy ?? this.path;
  }

  /**
   * Has each reader read ahead what the first key press in the search box and the first look at the raids need; one after
   * the other, so that one is free for whatever else is asked. Never throws: a library that closes meanwhile needs nothing any more.
   */
  async warm(): Promise<void> {
    try {
      for (const reader of this.#readers.toReversed()) {
        await reader.call('messages.warmSuggestions', null);
        await reader.call('raids.warm', null);
      }
    } catch {
      // What could not be read ahead is read when it is asked for, and its error is told then.
    }
  }

  async getStatus(): Promise<OpenLibrary> {
    const contents = await this.read('library.readContents', null);
    return {
      state: 'open',
      name: libraryNameOf(this.path),
      path: this.path,
      sizeBytes: sizeOnDisk(this.path),
      isReadOnly: this.isReadOnly,
      revision: this.#revision,
      ...contents,
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.close()));
    await this.#writer?.close();
    if (this.#privateCopy !== null) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(this.#privateCopy + suffix, { force: true });
    }
  }
}

async function startReaders(path: string): Promise<readonly WorkerThread[]> {
  return Promise.all(Array.from({ length: readerCount }, () => WorkerThread.start({ kind: 'reader', path })));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sizeOnDisk(path: string): number {
  return [path, `${path}-wal`].filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, 0);
}
