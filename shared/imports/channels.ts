import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import type { ChosenFile, ImportIssuePage, ImportPreview, ImportRecord } from './types.ts';

const files = z.array(z.string().min(1).max(4096)).min(1).max(100);
const importId = z.int().positive();

export const importChannels = {
  /** Asks for backup files by the host's own dialog; empty when dismissed. */
  'imports.chooseFiles': channel(z.strictObject({})).answers<readonly ChosenFile[]>(),
  /** What importing each file would do, in the order given. A file that cannot be read has a problem, not an error. */
  'imports.inspect': channel(z.strictObject({ files })).answers<readonly ImportPreview[]>(),
  /** Imports the files one after another, each whole or not at all. */
  'imports.start': channel(z.strictObject({ files })).answers<{ readonly jobId: string }>(),
  /** Makes a sample server's backup and imports it, as a first look at what Raidscope does. */
  'imports.startSample': channel(
    z.strictObject({ messageCount: z.int().min(100).max(1_000_000).default(20_000) }),
  ).answers<{ readonly jobId: string }>(),
  /** Past imports, newest first. */
  'imports.list': channel(z.strictObject({})).answers<readonly ImportRecord[]>(),
  'imports.listIssues': channel(
    z.strictObject({
      importId,
      cursor: z.string().max(64).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
  ).answers<ImportIssuePage>(),
  /** Takes an import back: the library is as if it had never been, all other imports kept. */
  'imports.undo': channel(z.strictObject({ importId })).answers<{ readonly jobId: string }>(),
} as const;
