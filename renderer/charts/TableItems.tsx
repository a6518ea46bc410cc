import { Menu } from '@mantine/core';
import { ClipboardCopy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { shownSource } from '../exports/shown-source.ts';
import { useCopyResult, useExportToFile } from '../exports/use-export.tsx';
import type { ChartTableData } from './ChartTable.tsx';

interface TableItemsProps {
  readonly fileName: string;
  readonly table: ChartTableData | (() => ChartTableData);
}

/** Exports of a chart's data; where making the table takes long, it is made when the menu opens. */
export function TableItems({ fileName, table }: TableItemsProps) {
  const [data] = useState(table);
  const request = { source: shownSource(data), suggestedName: fileName };
  const copy = useCopyResult(request);
  const write = useExportToFile(request);
  return (
    <>
      <Menu.Item leftSection={<ClipboardCopy size="0.875rem" aria-hidden />} onClick={() => copy.mutate('tsv')}>
        Copy for a spreadsheet
      </Menu.Item>
      <Menu.Item leftSection={<FileDown size="0.875rem" aria-hidden />} onClick={() => write.mutate({ format: 'csv' })}>
        Save as CSV
      </Menu.Item>
    </>
  );
}
