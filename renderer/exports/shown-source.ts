import type { ExportSource } from '../../shared/exports/types.ts';

/** A table on screen: its headings, and its cells as they are written there. */
export interface TableOnScreen {
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** What an export of such a table is asked for by. */
export function shownSource({ columns, rows }: TableOnScreen): Extract<ExportSource, { readonly kind: 'shown' }> {
  return {
    kind: 'shown',
    table: {
      columns: columns.map(({ label, isNumber = false }) => ({ label, isNumber })),
      rows: rows.map((row) => [...row]),
    },
  };
}
