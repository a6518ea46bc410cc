import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { RecentLibrary } from '../../shared/library/types.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import { libraryNameOf } from './library.ts';

const mostRemembered = 12;

const fileSchema = z.array(z.object({ path: z.string(), lastOpenedAt: z.string() }));
type Entry = z.output<typeof fileSchema>[number];

/** The libraries that were open before, newest first, kept in `recent-libraries.json` of the user-data folder. */
export class RecentLibraries {
  readonly #path: string;
  #entries: readonly Entry[];

  constructor(userDataFolder: string) {
    this.#path = join(userDataFolder, 'recent-libraries.json');
    this.#entries = readJsonFile(this.#path, fileSchema, []);
  }

  list(): readonly RecentLibrary[] {
    return this.#entries.map((entry) => ({
      id: idOf(entry.path),
      name: libraryNameOf(entry.path),
      path: entry.path,
      lastOpenedAt: entry.lastOpenedAt,
      exists: existsSync(entry.path),
    }));
  }

  remember(path: string, openedAt: string): void {
    const others = this.#entries.filter((entry) => entry.path !== path);
    this.#write([{ path, lastOpenedAt: openedAt }, ...others].slice(0, mostRemembered));
  }

  forget(id: string): void {
    this.#write(this.#entries.filter((entry) => idOf(entry.path) !== id));
  }

  /** Throws `not_found`. */
  getPath(id: string): string {
    const entry = this.#entries.find((candidate) => idOf(candidate.path) === id);
    if (entry === undefined) throw new RaidscopeError('not_found', 'This library is no longer on the list.');
    return entry.path;
  }

  #write(entries: readonly Entry[]): void {
    this.#entries = entries;
    writeJsonFile(this.#path, entries);
  }
}

/** Stands for a path in the page, which never sends one. */
function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
