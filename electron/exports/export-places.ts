import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { formatDescriptions } from '../../shared/exports/formats.ts';
import type { ExportFormat, ExportTarget, ImageFormat } from '../../shared/exports/types.ts';
import type { Dialogs } from '../app-options.ts';
import type { ExportPlace } from './export-file.ts';

export interface ExportPlacesOptions {
  readonly dialogs: Pick<Dialogs, 'canChooseSavePath' | 'chooseExportPath'>;
  /** Where exports go when the host has no save dialog. */
  readonly folder: string;
  /** True for the command line and tests only: a token may be a path itself. */
  readonly trustsPaths: boolean;
}

/**
 * Where exports may be written. As with files that are read, the page holds tokens and never a path; a token for reading is
 * none for writing.
 */
export class ExportPlaces {
  readonly #options: ExportPlacesOptions;
  readonly #places = new Map<string, ExportPlace>();

  constructor(options: ExportPlacesOptions) {
    this.#options = options;
  }

  /** Null when the dialog was dismissed. */
  async choose(suggestedName: string, format: ExportFormat | ImageFormat): Promise<ExportTarget | null> {
    const { dialogs } = this.#options;
    const name = toFileName(suggestedName);
    if (!dialogs.canChooseSavePath) return this.#grant({ path: this.#freePath(name, format), mayOverwrite: false });
    const path = await dialogs.chooseExportPath(name, format);
    return path === null ? null : this.#grant({ path: resolve(path), mayOverwrite: true });
  }

  /** Throws `forbidden` for a token that was never given out. */
  get(token: string, overwrites: boolean): ExportPlace {
    const place = this.#places.get(token);
    if (place !== undefined) return place;
    if (this.#options.trustsPaths) return { path: resolve(token), mayOverwrite: overwrites };
    throw new RaidscopeError('forbidden', 'This place was not chosen by a person.');
  }

  #grant(place: ExportPlace): ExportTarget {
    const token = randomUUID();
    this.#places.set(token, place);
    return { token, name: basename(place.path) };
  }

  /** `name.csv`, or the first of `name (2).csv`, `name (3).csv` ... that neither is there nor was given out. */
  #freePath(name: string, format: ExportFormat | ImageFormat): string {
    const given = new Set([...this.#places.values()].map(({ path }) => path));
    for (let number = 1; ; number++) {
      const numbered = number === 1 ? name : `${name} (${number})`;
      const path = resolve(join(this.#options.folder, `${numbered}.${formatDescriptions[format].fileEnding}`));
      if (!existsSync(path) && !given.has(path)) return path;
    }
  }
}

const longestName = 80;
const namesOfDevices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A text as the name of a file on any system, without its ending. */
function toFileName(text: string): string {
  const plain = text.toWellFormed().replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ');
  const characters = Array.from(plain.replaceAll(/\s+/g, ' ')).slice(0, longestName).join('');
  const name = characters.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  return name === '' || namesOfDevices.test(name) ? 'Raidscope export' : name;
}
