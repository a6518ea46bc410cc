import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import { themes, type AppInfo, type Settings } from './types.ts';

/** True for `local`, `UTC` and every IANA zone that this JavaScript engine knows. */
function isTimeZone(value: string): boolean {
  if (value === 'local') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

export const settingsPatchSchema = z.strictObject({
  theme: z.enum(themes).optional(),
  timeZone: z.string().max(64).refine(isTimeZone, 'is not a time zone that this computer knows').optional(),
  showsPersonalData: z.boolean().optional(),
  showsFacets: z.boolean().optional(),
  nightStartHour: z.int().min(0).max(23).optional(),
  /** Of the tables that it names; others stay as they are. */
  hiddenColumns: z
    .record(z.string().min(1).max(40), z.array(z.string().max(60)).max(60).readonly())
    .readonly()
    .optional(),
});

export const appChannels = {
  /** What runs here: version, host, platform. */
  'app.getInfo': channel(z.strictObject({})).answers<AppInfo>(),
  'settings.get': channel(z.strictObject({})).answers<Settings>(),
  /** Changes the given settings, keeps them on disk, and answers all of them. */
  'settings.update': channel(settingsPatchSchema).answers<Settings>(),
} as const;
