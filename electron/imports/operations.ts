import { importBackup } from './import-backup.ts';
import { inspectBackup } from './inspect-backup.ts';
import { prepareBackup, proveBackup } from './prove-backup.ts';
import { listImports, listIssues } from './records.ts';
import { undoImport } from './undo-import.ts';

/** What of importing runs on worker threads. */
export const importOperations = {
  'imports.inspect': inspectBackup,
  'imports.prepare': prepareBackup,
  'imports.prove': proveBackup,
  'imports.import': importBackup,
  'imports.undo': undoImport,
  'imports.list': listImports,
  'imports.listIssues': listIssues,
} as const;
