import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { explainError } from '../library/sqlite-errors.ts';

export interface ExportPlace {
  readonly path: string;
  /** A person said that a file of this name may give way. */
  readonly mayOverwrite: boolean;
}

/**
 * A file that is there whole or not at all: it is written beside its place as `<name>.part` and takes its name at the end.
 * Throws `no_space`, `no_permission`, and `bad_input` when the name is taken.
 */
export class ExportFile {
  readonly #place: ExportPlace;
  /** Where it is written until it is whole. */
  readonly partPath: string;
  readonly #file: number;

  private constructor(place: ExportPlace, partPath: string, file: number) {
    this.#place = place;
    this.partPath = partPath;
    this.#file = file;
  }

  static open(place: ExportPlace): ExportFile {
    if (!place.mayOverwrite && existsSync(place.path)) throw nameIsTaken(place.path);
    return explained(place.path, () => {
      mkdirSync(dirname(place.path), { recursive: true });
      const [partPath, file] = openPart(place.path);
      return new ExportFile(place, partPath, file);
    });
  }

  write(content: string | Uint8Array): void {
    explained(this.#place.path, () => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    });
  }

  /** Gives the file its name; answers its size in bytes. */
  finish(): number {
    const { path, mayOverwrite } = this.#place;
    return explained(path, () => {
      fsyncSync(this.#file);
      const { size } = fstatSync(this.#file);
      closeSync(this.#file);
      // Takes the name, or finds that somebody else has in the meantime; renaming alone would not tell.
      if (!mayOverwrite) closeSync(openSync(path, 'wx'));
      renameSync(this.partPath, path);
      return size;
    });
  }

  /** Removes what was written; never throws. */
  discard(): void {
    try {
      closeSync(this.#file);
    } catch {
      // closed already
    }
    rmSync(this.partPath, { force: true });
  }
}

const mostParts = 100;

/** A `.part` that is there already may be somebody's, or of an export that still runs. */
function openPart(path: string): readonly [partPath: string, file: number] {
  for (let number = 1; ; number++) {
    const partPath = number === 1 ? `${path}.part` : `${path}.${number}.part`;
    try {
      return [partPath, openSync(partPath, 'wx')];
    } catch (thrown) {
      if (!isTaken(thrown) || number === mostParts) throw thrown;
    }
  }
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
}

function nameIsTaken(path: string): RaidscopeError {
  return new RaidscopeError('bad_input', 'There is a file of this name already. It was left as it is.', { path });
}

/** `EACCES` and its like speak of opening a file; here it is the folder that cannot be written. */
function explained<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (isTaken(thrown)) throw nameIsTaken(path);
    const error = explainError(thrown, { path });
    if (error.code === 'no_permission' || error.code === 'read_only') {
      throw new RaidscopeError('no_permission', 'This account may not write to the folder.', error.details, {
        cause: thrown,
      });
    }
    throw error;
  }
}
