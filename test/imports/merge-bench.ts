import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBackup } from '../../electron/imports/import-backup.ts';
import { prepareSource, discardSource } from '../../electron/imports/source-file.ts';
import { tableRules } from '../../electron/imports/table-rules.ts';
import { createVerdict, giveVerdict } from '../../electron/imports/verdict.ts';
import { undoImport } from '../../electron/imports/undo-import.ts';
import { openWriter } from '../../electron/library/library-connection.ts';
import type { Database } from '../../electron/library/open-database.ts';
import type { OperationContext } from '../../electron/library/operation.ts';
import type { ImportResult } from '../../shared/imports/types.ts';

function soundVerdict(): SharedArrayBuffer {
  const verdict = createVerdict();
  giveVerdict(verdict, true);
  return verdict;
}

/** A library on the calling thread, for tests that import many small files. */
export interface MergeBench {
  readonly folder: string;
  readonly database: Database;
  import(path: string): Promise<ImportResult>;
  undo(importId: number): void;
  close(): void;
}

export function openMergeBench(): MergeBench {
  const folder = mkdtempSync(join(tmpdir(), 'raidscope-merge-'));
  const database = openWriter(join(folder, 'library.raidscope'));
  const context: OperationContext = { database, throwIfCancelled: () => {}, report: () => {} };
  return {
    folder,
    database,
    async import(path) {
      const source = await prepareSource(context, path, join(folder, 'work'));
      try {
        return importBackup(context, {
          source,
          startedAt: '2026-11-01T00:00:00.000Z',
          preparedMs: 0,
          verdict: soundVerdict(),
        });
      } finally {
        discardSource(source);
      }
    },
    undo: (importId) => undoImport(context, { importId, undoneAt: '2026-11-02T00:00:00.000Z' }),
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const summaryTables = [
  'summary_tables',
  'summary_users',
  'summary_channels',
  'summary_days',
  'summary_reactions',
  'summary_conversations',
] as const;

/** Every row of the server's tables, every message's place, every word of the search index and every summary, but not who brought what. */
export function describeLibrary(database: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = tableRules.map(({ table, key, columns, canBePlaceholder }) => {
    const names = columns.map((column) => column.name);
    if (table === 'messages' || table === 'direct_messages') names.push('seq');
    if (canBePlaceholder === true) names.push('is_placeholder');
    return [
      table,
      database
        .prepare(`SELECT ${names.join(', ')} FROM ${table} ORDER BY ${key.join(', ')}`)
        .raw()
        .all(),
    ];
  });
  const indexes = ['message_words'].map((index) => {
    database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}_terms USING fts5vocab(main, ${index}, instance)`);
    return [index, database.prepare(`SELECT term, doc, col, "offset" FROM temp.${index}_terms`).raw().all()];
  });
  const summaries = summaryTables.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).raw().all()]);
  return Object.fromEntries([...tables, ...indexes, ...summaries]) as Record<string, unknown[]>; // Object.fromEntries widens.
}
