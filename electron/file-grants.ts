import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { RaidscopeError } from '../shared/contract/errors.ts';
import type { ChosenFile } from '../shared/imports/types.ts';

/**
 * Which files the page may speak of. A path reaches Raidscope only from a dialog, a drop or the command line; the page
 * holds a token for it and can neither read nor make up a path.
 */
export class FileGrants {
  readonly #paths = new Map<string, string>();
  readonly #trustsPaths: boolean;

  constructor(trustsPaths: boolean) {
    this.#trustsPaths = trustsPaths;
  }

  grant(path: string): string {
    const token = randomUUID();
    this.#paths.set(token, resolve(path));
    return token;
  }

  /** Throws `forbidden` for a token that was never given out. */
  getPath(token: string): string {
    const granted = this.#paths.get(token);
    if (granted !== undefined) return granted;
    if (this.#trustsPaths) return isAbsolute(token) ? token : resolve(token);
    throw new RaidscopeError('forbidden', 'This file was not chosen by a person.');
  }

  describe(path: string): ChosenFile {
    return {
      token: this.grant(path),
      name: basename(path),
      sizeBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    };
  }
}
