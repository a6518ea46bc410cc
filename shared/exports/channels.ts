import { z } from 'zod';
import { channel } from '../contract/channel.ts';
import { raidTable } from '../raids/tables.ts';
import { shownTable } from './shown-table.ts';
import {
  exportFormats,
  imageFormats,
  longestImage,
  type ExportCopy,
  type ExportTarget,
  type WrittenImage,
} from './types.ts';

/** Zone in which times are written and the query's dates are read; `local` is the main process's own. */
const timeZone = z.string().max(64).default('local');
/** The order of a query that says nothing of it, as for `messages.search`. */
const defaultOrder = z.enum(['new', 'old']).default('new');
const format = z.enum(exportFormats);

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('messages'), query: z.string().max(4000), timeZone, defaultOrder }),
  z.strictObject({ kind: z.literal('sql'), statement: z.string().max(100_000) }),
  z.strictObject({ kind: z.literal('raids'), table: raidTable }),
  z.strictObject({ kind: z.literal('shown'), table: shownTable }),
]);

export const exportChannels = {
  /**
   * Asks where to save, by the host's own dialog; a host without one names a new file in the exports folder. Null when
   * dismissed.
   */
  'exports.chooseFile': channel(
    z.strictObject({
      suggestedName: z.string().trim().min(1).max(200),
      format: z.enum([...exportFormats, ...imageFormats]),
    }),
  ).answers<ExportTarget | null>(),
  /**
   * Writes all rows of a result to a file, as a job. `file` is a token of `exports.chooseFile`; `overwrites` counts for
   * the command line alone, elsewhere the dialog has asked. `bom`: begins with a byte order mark, for old spreadsheets.
   */
  'exports.start': channel(
    z.strictObject({
      source,
      format,
      file: z.string().min(1).max(4096),
      bom: z.boolean().default(false),
      overwrites: z.boolean().default(false),
    }),
  ).answers<{ readonly jobId: string }>(),
  /** A whole result as text for the clipboard, unless it is too large for one. */
  'exports.copy': channel(z.strictObject({ source, format })).answers<ExportCopy>(),
  /**
   * Writes a picture that the window drew: the text of an SVG, the base64 of a PNG. `file` is a token of
   * `exports.chooseFile`. Throws `forbidden`, `no_space`, `no_permission`, and `bad_input` for what is no such picture.
   */
  'exports.writeImage': channel(
    z.strictObject({
      file: z.string().min(1).max(4096),
      format: z.enum(imageFormats),
      content: z.string().min(1).max(longestImage),
    }),
  ).answers<WrittenImage>(),
  /**
   * Shows a file that was written in the system's file manager, where the host can: that of an export by its job, that of a
   * picture by its token.
   */
  'exports.showInFolder': channel(
    z.union([
      z.strictObject({ jobId: z.string().min(1).max(64) }),
      z.strictObject({ file: z.string().min(1).max(4096) }),
    ]),
  ).answers<null>(),
} as const;
