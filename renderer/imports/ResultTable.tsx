import { Table } from '@mantine/core';
import type { ImportResult } from '../../shared/imports/types.ts';
import { libraryTables } from '../../shared/library/types.ts';
import { formatCount } from '../app/number-format.ts';
import { tableLabels } from '../library/table-labels.ts';
import classes from './FilePreview.module.css';

/** Added, updated, unchanged and left out, per table. */
export function ResultTable({ tables }: { readonly tables: ImportResult['tables'] }) {
  return (
    <div className={classes.scroll}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Table</Table.Th>
            <Table.Th ta="right">Added</Table.Th>
            <Table.Th ta="right">Updated</Table.Th>
            <Table.Th ta="right">Unchanged</Table.Th>
            <Table.Th ta="right">Left out</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {libraryTables.map((table) => {
            const counts = tables[table];
            if (counts === undefined) return null;
            return (
              <Table.Tr key={table}>
                <Table.Td>{tableLabels[table]}</Table.Td>
                <Table.Td ta="right">{formatCount(counts.added)}</Table.Td>
                <Table.Td ta="right">{formatCount(counts.updated)}</Table.Td>
                <Table.Td ta="right">{formatCount(counts.unchanged)}</Table.Td>
                <Table.Td ta="right" className={counts.rejected > 0 ? classes.rejected : undefined}>
                  {formatCount(counts.rejected)}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
