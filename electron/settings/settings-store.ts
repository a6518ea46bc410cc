import { join } from 'node:path';
import { settingsPatchSchema } from '../../shared/app/channels.ts';
import { defaultSettings, type Settings } from '../../shared/app/types.ts';
import type { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

type SettingsPatch = z.output<typeof settingsPatchSchema>;

/** A person's choices, kept in `settings.json` of the user-data folder. */
export class SettingsStore {
  readonly #path: string;
  #settings: Settings;

  constructor(userDataFolder: string) {
    this.#path = join(userDataFolder, 'settings.json');
    this.#settings = merge(defaultSettings, readJsonFile(this.#path, settingsPatchSchema, {}));
  }

  get(): Settings {
    return this.#settings;
  }

  /** Takes effect even where the disk refuses the file; the thrown error then says so. */
  update(patch: SettingsPatch): Settings {
    this.#settings = merge(this.#settings, patch);
    writeJsonFile(this.#path, this.#settings);
    return this.#settings;
  }
}

function merge(settings: Settings, patch: SettingsPatch): Settings {
  return {
    theme: patch.theme ?? settings.theme,
    timeZone: patch.timeZone ?? settings.timeZone,
    showsPersonalData: patch.showsPersonalData ?? settings.showsPersonalData,
    showsFacets: patch.showsFacets ?? settings.showsFacets,
    nightStartHour: patch.nightStartHour ?? settings.nightStartHour,
    hiddenColumns: { ...settings.hiddenColumns, ...patch.hiddenColumns },
  };
}
