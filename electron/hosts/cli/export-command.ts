import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import { formatDescriptions } from '../../../shared/exports/formats.ts';
import { exportFormats, type ExportFormat } from '../../../shared/exports/types.ts';
import type { Command, OptionValues } from './command.ts';
import { findProblems, readSource } from './export-source.ts';
import { throwUnlessDone, withLibrary } from './library-session.ts';
import { groupDigits, printable } from './terminal.ts';

export const exportCommand: Command = {
  name: 'export',
  usage:
    '["<query>"] --out <file> [--table T] [--raid ID] [--columns a,b] [--format F] [--time-zone Z] [--bom] [--force]',
  summary: 'Writes all messages that a query finds, or a table about raids, to a file',
  help: `
Writes every message that the query finds, in its order, with time, type, server, channel, author,
text, edit, deletion, reactions, star, tags, note and id. With --table it writes what a query over raids
finds, as raids list takes it, or (with --raid) what there is of one raid. Texts that a spreadsheet would run
as a formula get an apostrophe in CSV and TSV. Ctrl+C stops it and leaves no file. A mistake in the query is
a warning on standard error; the rest of the query still counts.

  --out FILE       Where to; a file that is there is only replaced with --force
  --table T        messages (default), or of raids: pulls, nights, players, progression;
                   with --raid: participants (default), events
  --raid ID        The raid whose participants or events are written; there is no query then
  --columns a,b    Only these columns, in this order, by their keys in JSON Lines (tables of raids)
  --format F       csv, tsv, jsonl, markdown or text (default: by the ending of the file)
  --time-zone Z    Zone of the times, nights and the query's dates (default UTC; "local", or as Europe/Berlin)
  --night-start H  Hour at which a raid night ends and the next begins, 0 to 23 (default 6)
  --bom            Begins with a byte order mark, for spreadsheets that take UTF-8 for something else
  --force          Replaces a file that is there

JSON: {"path","rowCount","sizeBytes"}

Examples: raidscope export "type:raid during:2025-11" --out november.csv --library guild.raidscope
          raidscope export "during:2025-11" --table players --out players.csv --library guild.raidscope
`,
  options: {
    out: { type: 'string' },
    table: { type: 'string' },
    raid: { type: 'string' },
    columns: { type: 'string' },
    format: { type: 'string' },
    'time-zone': { type: 'string' },
    'night-start': { type: 'string' },
    bom: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  valueCount: [0, 1],
  async run({ terminal, values, options }) {
    const source = readSource(values[0], options);
    const { file, format, overwrites } = readTarget(options);
    await withLibrary(options, 'required', terminal, async (session) => {
      for (const problem of await findProblems(session, source)) terminal.note(`warning: ${printable(problem)}`);
      const bom = options['bom'] === true;
      const { jobId } = await session.request('exports.start', { source, format, file, bom, overwrites });
      const job = await session.waitForJob(jobId);
      throwUnlessDone(job);
      if (job.result?.kind !== 'export') throw new RaidscopeError('internal', 'The export told nothing of its end.');
      const { path, rowCount, sizeBytes } = job.result;
      terminal.answer({ path, rowCount, sizeBytes }, () => [
        `${groupDigits(rowCount)} ${source.kind === 'messages' ? 'messages' : 'rows'} written to ${path} (${groupDigits(sizeBytes)} bytes)`,
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
