import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { LibraryStatus, Player, RecentLibrary } from './types.ts';

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
  /** The players who are oneself: what `me` stands for in a search. */
  'library.getMe': channel(z.strictObject({})).answers<readonly Player[]>(),
  /** Says which players are oneself, instead of those of before. Waits while an import writes. Throws `read_only`. */
  'library.setMe': channel(z.strictObject({ userIds: z.array(z.string().min(1).max(1000)).max(50) })).answers<
    readonly Player[]
  >(),
  /** Players whose name holds `text` (folded as in a search) or whose id it is, those who wrote most first. */
  'library.findPlayers': channel(
    z.strictObject({ text: z.string().trim().min(1).max(200), limit: z.int().min(1).max(100).default(20) }),
  ).answers<readonly Player[]>(),
} as const;
