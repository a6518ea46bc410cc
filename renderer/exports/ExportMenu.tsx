import { Button, Menu } from '@mantine/core';
import { ClipboardCopy, Download, FileDown } from 'lucide-react';
import type { ExportFormat } from '../../shared/exports/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useCopyResult, useExportToFile, type ExportRequest, type FileFormat } from './use-export.tsx';

interface ExportMenuProps extends ExportRequest {
  /** Exact number of rows; null while it is not known. */
  readonly rowCount: number | null;
  /** What a row is: `message`. */
  readonly rowNoun: string;
  /** Of the button, where several stand on a page. */
  readonly label?: string;
}

const copyFormats: readonly (readonly [format: ExportFormat, label: string])[] = [
  ['tsv', 'For a spreadsheet (TSV)'],
  ['markdown', 'Markdown table'],
  ['text', 'Plain text'],
];

const fileFormats: readonly (readonly [format: FileFormat, label: string])[] = [
  [{ format: 'csv' }, 'CSV'],
  [{ format: 'csv', bom: true }, 'CSV for Excel (with byte order mark)'],
  [{ format: 'tsv' }, 'TSV'],
  [{ format: 'jsonl' }, 'JSON Lines'],
  [{ format: 'markdown' }, 'Markdown table'],
  [{ format: 'text' }, 'Plain text'],
];

/** Copies a whole result, or writes it to a file, as it is shown: all rows, same order, same times. */
export function ExportMenu({ rowCount, rowNoun, label = 'Export', ...request }: ExportMenuProps) {
  const copy = useCopyResult(request);
  const write = useExportToFile(request);
  const rows = rowCount === null ? `all ${rowNoun}s` : formatQuantity(rowCount, rowNoun);
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      shadow="md"
      withinPortal
      middlewares={{ flip: true, shift: true, size: { padding: 8 } }}
    >
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          fw={500}
          leftSection={<Download size="0.875rem" aria-hidden />}
          loading={copy.isPending || write.isPending}
          disabled={rowCount === 0}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Export" style={{ overflowY: 'auto' }}>
        <Menu.Label>Copy {rows}</Menu.Label>
        {copyFormats.map(([format, label]) => (
          <Menu.Item
            key={label}
            leftSection={<ClipboardCopy size="0.875rem" aria-hidden />}
            onClick={() => copy.mutate(format)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Write {rows} to a file</Menu.Label>
        {fileFormats.map(([format, label]) => (
          <Menu.Item
            key={label}
            leftSection={<FileDown size="0.875rem" aria-hidden />}
            onClick={() => write.mutate(format)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
