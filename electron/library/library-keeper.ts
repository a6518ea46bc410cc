import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { LibraryStatus } from '../../shared/library/types.ts';
import type { AppOptions } from '../app-options.ts';
import { Library, libraryFileEnding } from './library.ts';
import { RecentLibraries } from './recent-libraries.ts';

export interface LibraryKeeperOptions extends Pick<AppOptions, 'paths' | 'clock' | 'log'> {
  readonly workFolder: string;
  readonly emit: (status: LibraryStatus) => void;
  /** Ends what else has the library's file open. */
  readonly beforeClose: () => void;
}

/** The one library that is open, if any; opening another closes it first. */
export class LibraryKeeper {
  readonly recent: RecentLibraries;
  readonly #options: LibraryKeeperOptions;
  #library: Library | null = null;
  /** Opening and closing take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LibraryKeeperOptions) {
    this.#options = options;
    this.recent = new RecentLibraries(options.paths.userData);
    removeLeftovers(options.paths.work);
  }

  get current(): Library | null {
    return this.#library;
  }

  /** Throws `not_found` when none is open. */
  getCurrent(): Library {
    if (this.#library === null)
      throw new RaidscopeError('not_found', 'No library is open. Make one or open one first.');
    return this.#library;
  }

  async getStatus(): Promise<LibraryStatus> {
    return this.#library === null ? { state: 'closed' } : this.#library.getStatus();
  }

  /** Throws as `Library.open`; the library that was open before stays open then. */
  open(path: string, { mayCreate }: { readonly mayCreate: boolean }): Promise<LibraryStatus> {
    return this.#takeTurn(async () => {
      const absolute = resolve(path);
      if (this.#library?.path !== absolute) {
        const opened = await Library.open(absolute, { mayCreate, workFolder: this.#options.workFolder });
        this.#options.beforeClose();
        await this.#library?.close();
        this.#library = opened;
      }
      this.#remember(absolute);
      return this.#announceStatus();
    });
  }

  /** Makes a library in the default folder. Throws `bad_input` when one of that name is there. */
  create(name: string): Promise<LibraryStatus> {
    const path = join(this.#options.paths.libraries, name + libraryFileEnding);
    mkdirSync(this.#options.paths.libraries, { recursive: true });
    return this.createAt(path);
  }

  createAt(path: string): Promise<LibraryStatus> {
    if (existsSync(path)) {
      throw new RaidscopeError('bad_input', 'There is a file of this name already. Choose another name, or open it.', {
        path,
      });
    }
    return this.open(path, { mayCreate: true });
  }

  async openLast(): Promise<LibraryStatus> {
    const last = this.recent.list().find((library) => library.exists);
    if (last === undefined) return { state: 'closed' };
    try {
      return await this.open(last.path, { mayCreate: false });
    } catch (thrown) {
      this.#options.log.warn('The last library could not be opened', { path: last.path, reason: String(thrown) });
      return { state: 'closed' };
    }
  }

  close(): Promise<LibraryStatus> {
    return this.#takeTurn(async () => {
      const closing = this.#library;
      this.#library = null;
      this.#options.beforeClose();
      await closing?.close();
      return this.#announceStatus();
    });
  }

  /** Tells the window that the library's rows changed. */
  async announce(): Promise<void> {
    await this.#announceStatus();
  }

  async #announceStatus(): Promise<LibraryStatus> {
    const status = await this.getStatus();
    this.#options.emit(status);
    void this.#library?.warm();
    return status;
  }

  #remember(path: string): void {
    try {
      this.recent.remember(path, new Date(this.#options.clock()).toISOString());
    } catch (thrown) {
      // A full or read-only home folder must not keep a library from opening.
      this.#options.log.warn('The list of recent libraries could not be written', { reason: String(thrown) });
    }
  }

  #takeTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => null);
    return result;
  }
}

/** Private copies of a process that was killed stay behind; those of living ones are in use. */
function removeLeftovers(workRoot: string): void {
  if (!existsSync(workRoot)) return;
  for (const name of readdirSync(workRoot)) {
    if (/^\d+$/.test(name) && !isAlive(Number(name))) rmSync(join(workRoot, name), { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    // EPERM: it lives, but is somebody else's.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
