import type { ImportFormat, ImportIssue } from '../../shared/imports/types.ts';

export const formatLabels: Readonly<Record<ImportFormat, string>> = {
  sqlite: 'SQLite backup',
  'sqlite+gzip': 'SQLite backup, gzip',
  'sqlite+zstd': 'SQLite backup, zstd',
};

/** What became of a row that could not go in as it was. */
export const severityLabels: Readonly<Record<ImportIssue['severity'], string>> = {
  rejected: 'left out',
  mended: 'mended',
  waiting: 'waiting for its parent',
};
