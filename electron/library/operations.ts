import { libraryTables, type LibraryTableSummary } from '../../shared/library/types.ts';
import type { OperationContext } from './operation.ts';
import { readVersion } from './migrations.ts';

/** What the library holds, from the summary tables alone: costs the same for a thousand rows and for ten million. */
export interface LibraryContents {
  readonly schemaVersion: number;
  readonly tables: readonly LibraryTableSummary[];
  readonly firstMessageAt: string | null;
  readonly lastMessageAt: string | null;
}

interface TableRow {
  readonly table_name: string;
  readonly row_count: number;
}

interface TimeRow {
  readonly created_at: string | null;
}

function readContents({ database }: OperationContext, _input: null): LibraryContents {
  const counts = new Map(
    database
      .prepare<[], TableRow>('SELECT table_name, row_count FROM summary_tables')
      .all()
      .map((row) => [row.table_name, row.row_count]),
  );
  const edge = (direction: 'ASC' | 'DESC'): string | null => {
    // Messages of unknown time stand at second 0, before all others.
    const outermost = (table: string): string =>
      `SELECT * FROM (SELECT seq, created_at FROM ${table} WHERE seq >= 1 << 20 ORDER BY seq ${direction} LIMIT 1)`;
    return (
      database
        .prepare<[], TimeRow>(
          `${outermost('messages')} UNION ALL ${outermost('direct_messages')} ORDER BY seq ${direction} LIMIT 1`,
        )
        .get()?.created_at ?? null
    );
  };
  return {
    schemaVersion: readVersion(database),
    tables: libraryTables.map((table) => ({ table, rowCount: counts.get(table) ?? 0 })),
    firstMessageAt: edge('ASC'),
    lastMessageAt: edge('DESC'),
  };
}

export const libraryOperations = {
  'library.readContents': readContents,
} as const;
