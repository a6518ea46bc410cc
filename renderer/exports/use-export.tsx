import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { clipboardLimits, type ExportFormat, type ExportSource } from '../../shared/exports/types.ts';
import { copyText } from '../app/copy-text.ts';
import { formatCount, formatQuantity } from '../app/number-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';
import { withDay } from './suggested-name.ts';

export interface ExportRequest {
  readonly source: ExportSource;
  /** Without day and ending. */
  readonly suggestedName: string;
}

/** Puts a whole result on the clipboard; `copy` takes the format. */
export function useCopyResult({ source }: ExportRequest) {
  const client = useClient();
  return useMutation({
    mutationFn: (format: ExportFormat) => client.call('exports.copy', { source, format }),
    onSuccess: (copied) => {
      if (copied.kind === 'too_large') tellTooLarge();
      else putOnClipboard(copied.text, copied.rowCount);
    },
    onError: notifyError,
  });
}

function tellTooLarge(): void {
  notifications.show({
    title: 'Too much for the clipboard',
    message: `More than ${formatCount(clipboardLimits.rows)} rows are better off in a file: choose one of the formats below “Write to a file”.`,
    autoClose: 12_000,
  });
}

function putOnClipboard(text: string, rowCount: number): void {
  if (copyText(text)) {
    notifications.show({ message: `${formatQuantity(rowCount, 'row')} copied`, autoClose: 4000 });
    return;
  }
  // A browser lets a page copy only shortly after a click, and collecting the rows took longer.
  const id = notifications.show({
    title: `${formatQuantity(rowCount, 'row')} are ready`,
    message: (
      <Button
        size="compact-xs"
        onClick={() => {
          notifications.hide(id);
          putOnClipboard(text, rowCount);
        }}
      >
        Copy now
      </Button>
    ),
    autoClose: false,
  });
}

export interface FileFormat {
  readonly format: ExportFormat;
  readonly bom?: boolean;
}

/** Asks where to save and starts writing; how it ends is told by `ExportNotices`. */
export function useExportToFile({ source, suggestedName }: ExportRequest) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ format, bom = false }: FileFormat) => {
      const target = await client.call('exports.chooseFile', {
        suggestedName: withDay(suggestedName, new Date()),
        format,
      });
      if (target === null) return;
      await client.call('exports.start', { source, format, bom, file: target.token });
      await queries.invalidateQueries({ queryKey: keys.jobs });
    },
    onError: notifyError,
  });
}
