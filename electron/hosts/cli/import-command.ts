import { resolve } from 'node:path';
import type { ImportResult } from '../../../shared/imports/types.ts';
import { importsOf } from '../../../shared/jobs/types.ts';
import type { Command } from './command.ts';
import { throwUnlessDone, withLibrary } from './library-session.ts';
import { alignColumns, groupDigits } from './terminal.ts';

export const importCommand: Command = {
  name: 'import',
  usage: '<file...>',
  summary: 'Imports backup files into the library, which is made if it is missing',
  help: `
Imports each file whole or not at all, and prints how many rows of each table were added, updated,
left unchanged, or rejected with a reason. Importing a file twice changes nothing. Ctrl+C stops it;
the library is then as it was.

JSON: {"imports":[{"id","source","format","seconds","tables":{"messages":
      {"added","updated","unchanged","rejected"},...},"issues"}]}

Example: raidscope import backups/*.db --library guild.raidscope
`,
  options: {},
  valueCount: [1, 100],
  async run({ terminal, values, options }) {
    const files = values.map((value) => resolve(value));
    await withLibrary(options, 'created', terminal, async (session) => {
      const { jobId } = await session.request('imports.start', { files });
      const job = await session.waitForJob(jobId);
      throwUnlessDone(job);
      const imports = importsOf(job.result);
      terminal.answer({ imports: imports.map(importJson) }, () => imports.flatMap(importLines));
    });
  },
};

/** Named one by one: what scripts read must not change because the app's own type grows. */
function importJson({ id, source, format, seconds, tables, issues }: ImportResult): ImportResult {
  return { id, source, format, seconds, tables, issues };
}

function importLines(result: ImportResult): string[] {
  const counts = Object.entries(result.tables);
  const rows = counts.map(([table, { added, updated, unchanged, rejected }]) => {
    return [`  ${table}`, added, updated, unchanged, rejected];
  });
  const issues =
    result.issues === 0
      ? []
      : [`  ${groupDigits(result.issues)} notes: raidscope call imports.listIssues '{"importId":${result.id}}'`];
  return [
    `${result.source} (${result.format}) imported in ${result.seconds.toFixed(1)} s`,
    ...alignColumns([['  table', 'added', 'updated', 'unchanged', 'rejected'], ...rows]),
    ...issues,
  ];
}
