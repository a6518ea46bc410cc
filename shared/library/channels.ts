import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { LibraryStatus, RecentLibrary } from './types.ts';

const libraryName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u, 'holds a character that a file name cannot hold')
  .refine((name) => !name.startsWith('.'), 'starts with a dot');

export const libraryChannels = {
  'library.getStatus': channel(z.strictObject({})).answers<LibraryStatus>(),
  /** Makes a new library of this name in the default folder and opens it. `bad_input` if one of that name exists. */
  'library.create': channel(z.strictObject({ name: libraryName })).answers<LibraryStatus>(),
  /** Asks for a place by the host's own dialog, then as `library.create`. The status is unchanged if dismissed. */
  'library.createElsewhere': channel(z.strictObject({})).answers<LibraryStatus>(),
  /** Asks for a library file by the host's own dialog and opens it. The status is unchanged if dismissed. */
  'library.choose': channel(z.strictObject({})).answers<LibraryStatus>(),
  /** Opens a library file that a person dropped or chose; `file` is the token of `Bridge.grantFiles`. */
  'library.open': channel(z.strictObject({ file: z.string().min(1).max(4096) })).answers<LibraryStatus>(),
  'library.listRecent': channel(z.strictObject({})).answers<readonly RecentLibrary[]>(),
  'library.openRecent': channel(z.strictObject({ id: z.string().min(1).max(64) })).answers<LibraryStatus>(),
  /** Takes a library off the list; its file stays where it is. */
  'library.forgetRecent': channel(z.strictObject({ id: z.string().min(1).max(64) })).answers<
    readonly RecentLibrary[]
  >(),
  'library.close': channel(z.strictObject({})).answers<LibraryStatus>(),
} as const;
