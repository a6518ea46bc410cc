import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sessionStateSchema } from '../../shared/session/channels.ts';
import type { SessionState } from '../../shared/session/types.ts';
import type { Log } from '../app-options.ts';
import { writeJsonFile } from '../settings/json-file.ts';

const mostRemembered = 20;

const fileSchema = z.array(
  z.strictObject({ libraryPath: z.string(), state: sessionStateSchema, topPlace: z.number().nullable() }),
);
type Entry = z.output<typeof fileSchema>[number];

/** A session, and the place in time order of its first message in view: where to look should that one be gone. */
export interface StoredSession {
  readonly state: SessionState;
  readonly topPlace: number | null;
}

/**
 * Where the person was in each library last time, in `sessions.json` of the user-data folder: a matter of this window
 * and computer, not of the library. What cannot be read or written is logged and does without: nothing here may keep
 * the app from starting.
 */
export class SessionStore {
  readonly #path: string;
  readonly #log: Log;
  #entries: readonly Entry[] | null = null;

  constructor(userDataFolder: string, log: Log) {
    this.#path = join(userDataFolder, 'sessions.json');
    this.#log = log;
  }

  find(libraryPath: string): StoredSession | null {
    return this.#read().find((entry) => entry.libraryPath === libraryPath) ?? null;
  }

  save(libraryPath: string, { state, topPlace }: StoredSession): void {
    const others = this.#read().filter((entry) => entry.libraryPath !== libraryPath);
    this.#entries = [{ libraryPath, state, topPlace }, ...others].slice(0, mostRemembered);
    try {
      writeJsonFile(this.#path, this.#entries);
    } catch (thrown) {
      this.#log.warn('Where the person is could not be written down', { reason: String(thrown) });
    }
  }

  #read(): readonly Entry[] {
    this.#entries ??= this.#readFile();
    return this.#entries;
  }

  #readFile(): readonly Entry[] {
    if (!existsSync(this.#path)) return [];
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch (thrown) {
      this.#log.warn('Where the person was last time could not be read', { path: this.#path, reason: String(thrown) });
      return [];
    }
  }
}
