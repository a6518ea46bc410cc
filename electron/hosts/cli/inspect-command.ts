import { resolve } from 'node:path';
import { errorCodes, RaidscopeError } from '../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { ImportPreview } from '../../../shared/imports/types.ts';
import type { Command } from './command.ts';
import { withLibrary } from './library-session.ts';
import { alignColumns } from './terminal.ts';

export const inspectCommand: Command = {
  name: 'inspect',
  usage: '<file>',
  summary: 'Says what a file is and what importing it would do, without writing anything',
  help: `
Reads a backup file and prints its format, its schema, the rows of each table, and what to know before
importing it. Rows that the library already has are counted against the library, if there is one.
A file that cannot be imported is an error with its reason as code.

JSON: {"format","schema","tables":{"messages":rows,...},"problems":[{"severity","code","message"}]}
`,
  options: {},
  valueCount: [1, 1],
  async run({ terminal, values, options }) {
    const file = resolve(values[0] ?? '');
    await withLibrary(options, 'optional', terminal, async (session) => {
      const [preview] = await session.request('imports.inspect', { files: [file] });
      if (!preview) throw new RaidscopeError('internal', 'The file was not inspected.');
      throwUnlessImportable(preview);
      const tables = Object.fromEntries(preview.tables.map(({ table, rowCount }) => [table, rowCount]));
      const { format, schema, problems } = preview;
      terminal.answer({ format, schema, tables, problems }, () => previewLines(preview));
    });
  },
};

function throwUnlessImportable(preview: ImportPreview): void {
  if (preview.canImport) return;
  const problem = preview.problems.find(({ severity }) => severity === 'error');
  const code = errorCodes.find((known): known is ErrorCode => known === problem?.code) ?? 'unsupported_file';
  throw new RaidscopeError(code, problem?.message ?? 'The file cannot be imported.', { file: preview.file.name });
}

function previewLines(preview: ImportPreview): string[] {
  const rows = preview.tables.map(({ table, rowCount, alreadyPresentCount, rejectedCount }) => {
    return [`  ${table}`, rowCount, alreadyPresentCount, rejectedCount];
  });
  const times = preview.firstMessageAt ? [`  messages from ${preview.firstMessageAt} to ${preview.lastMessageAt}`] : [];
  return [
    `${preview.file.name}: ${preview.format}, schema ${preview.schema}`,
    ...times,
    ...alignColumns([['  table', 'rows', 'in the library', 'would be rejected'], ...rows]),
    ...preview.problems.map(({ severity, message }) => `  ${severity}: ${message}`),
  ];
}
