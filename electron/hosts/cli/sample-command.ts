import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { Command } from './command.ts';
import { readWholeNumber } from './read-options.ts';
import { alignColumns } from './terminal.ts';

export const sampleCommand: Command = {
  name: 'sample',
  usage: '<out.db> [--messages N] [--raids N] [--seed S] [--schema 1.0|1.1]',
  summary: 'Writes a backup file of a made-up server, as the real one would',
  help: `
Writes a SQLite backup file in the server's own schema, with two years of chat and raid nights. The same
options make the same rows. Touches no library.

  --messages N      How many messages (default 20000); all else is scaled to it
  --raids N         About how many pulls of bosses, up to 100000 (default: as fit the messages)
  --seed S          Another seed makes another server (default 1)
  --schema 1.0|1.1  The server's schema (default 1.1)

JSON: {"file","schema","seconds","tables":{"messages":rows,...}}
`,
  options: {
    messages: { type: 'string' },
    raids: { type: 'string' },
    seed: { type: 'string' },
    schema: { type: 'string' },
  },
  valueCount: [1, 1],
  async run({ terminal, values, options }) {
    const file = resolve(values[0] ?? '');
    const schema = options['schema'] ?? '1.1';
    if (schema !== '1.0' && schema !== '1.1') throw new RaidscopeError('bad_input', '--schema must be 1.0 or 1.1.');
    const messageCount = readWholeNumber(options, 'messages', [1, 100_000_000], 20_000);
    const raidCount = readWholeNumber(options, 'raids', [1, 100_000], undefined);
    const seed = readWholeNumber(options, 'seed', [0, 2 ** 32 - 1], 1);
    if (existsSync(file)) throw new RaidscopeError('bad_input', `There is a file already: ${file}`, { path: file });

    const startedAt = performance.now();
    const { writeSampleBackup } = await import('../../sample/write-sample-backup.ts');
    // Under its own name only once it is whole: a run that was killed must not look like a backup.
    const unfinished = `${file}.part`;
    rmSync(unfinished, { force: true });
    const tables = writeSampleBackup(unfinished, {
      messageCount,
      ...(raidCount === undefined ? {} : { raidCount }),
      seed,
      schema,
      onProgress: (done, total) => terminal.progress(`Writing ${Math.floor((100 * done) / Math.max(total, 1))} %`),
    });
    renameSync(unfinished, file);
    const seconds = (performance.now() - startedAt) / 1000;
    terminal.answer({ file, schema, seconds, tables }, () => [
      `${file} (schema ${schema}) written in ${seconds.toFixed(1)} s`,
      ...alignColumns(Object.entries(tables).map(([table, rowCount]) => [`  ${table}`, rowCount])),
    ]);
  },
};
