import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import { formatDescriptions } from '../../../shared/exports/formats.ts';
import { exportFormats, type ExportFormat } from '../../../shared/exports/types.ts';
import type { Command, OptionValues } from './command.ts';
import { throwUnlessDone, withLibrary } from './library-session.ts';
import { groupDigits, printable } from './terminal.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: '"<query>" --out <file> [--format F] [--time-zone Z] [--bom] [--force]',
  summary: 'Writes all messages that a query finds to a file',
  help: `
Writes every message that the query finds, in its order, with time, type, server, channel, author,
text, edit, deletion, reactions, star, tags, note and id. Texts that a spreadsheet would run as a formula
get an apostrophe in CSV and TSV. Ctrl+C stops it and leaves no file. A mistake in the query is a warning
on standard error; the rest of the query still counts.

  --out FILE      Where to; a file that is there is only replaced with --force
  --format F      csv, tsv, jsonl, markdown or text (default: by the ending of the file)
  --time-zone Z   Zone of the times, and of the query's dates (default UTC; "local", or as Europe/Berlin)
  --bom           Begins with a byte order mark, for spreadsheets that take UTF-8 for something else
  --force         Replaces a file that is there

JSON: {"path","rowCount","sizeBytes"}

Example: raidscope export "type:raid during:2025-11" --out november.csv --library guild.raidscope
`,
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    'time-zone': { type: 'string' },
    bom: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  valueCount: [1, 1],
  async run({ terminal, values, options }) {
    const query = values[0] ?? '';
    const timeZone = typeof options['time-zone'] === 'string' ? options['time-zone'] : 'UTC';
    const { file, format, overwrites } = readTarget(options);
    await withLibrary(options, 'required', terminal, async (session) => {
      const { problems } = await session.request('messages.search', { query, timeZone, limit: 1 });
      for (const { message } of problems) terminal.note(`warning: ${printable(message)}`);
      const source = { kind: 'messages', query, timeZone } as const;
      const bom = options['bom'] === true;
      const { jobId } = await session.request('exports.start', { source, format, file, bom, overwrites });
      const job = await session.waitForJob(jobId);
      throwUnlessDone(job);
      if (job.result?.kind !== 'export') throw new RaidscopeError('internal', 'The export told nothing of its end.');
      const { path, rowCount, sizeBytes } = job.result;
      terminal.answer({ path, rowCount, sizeBytes }, () => [
        `${groupDigits(rowCount)} messages written to ${path} (${groupDigits(sizeBytes)} bytes)`,
      ]);
    });
  },
};

interface Target {
  readonly file: string;
  readonly format: ExportFormat;
  readonly overwrites: boolean;
}

/** Throws `bad_input`, also for a file that is there and may not give way. */
function readTarget(options: OptionValues): Target {
  const out = options['out'];
  if (typeof out !== 'string' || out === '') throw new RaidscopeError('bad_input', 'Name the file with --out.');
  const file = resolve(out);
  const overwrites = options['force'] === true;
  if (!overwrites && existsSync(file)) {
    throw new RaidscopeError('bad_input', 'There is a file of this name already. Replace it with --force.', {
      path: file,
    });
  }
  return { file, format: readFormat(options['format'], file), overwrites };
}

function readFormat(named: string | boolean | undefined, file: string): ExportFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format =
    named === undefined
      ? exportFormats.find((known) => formatDescriptions[known].fileEnding === ending)
      : exportFormats.find((known) => known === named);
  if (format !== undefined) return format;
  throw new RaidscopeError(
    'bad_input',
    named === undefined
      ? `The ending of the file names no format: add --format ${exportFormats.join('|')}.`
      : `--format must be one of ${exportFormats.join(', ')}.`,
  );
}
