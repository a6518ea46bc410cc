import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../../shared/imports/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { keys } from '../contract/query-client.ts';
import { FilePreview } from './FilePreview.tsx';
import classes from './ImportDialog.module.css';
import { useImportFlow, type FileChoice } from './ImportFlowProvider.tsx';

/** What importing the chosen files would do, each shown as soon as it has been looked at; nothing is written. */
export function ImportPreviewStep({ files }: { readonly files: readonly FileChoice[] }) {
  const client = useClient();
  const { start, close } = useImportFlow();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const chosen = files.filter(({ token }) => !skipped.has(token));
  const inspections = useQueries({
    queries: chosen.map(({ token }) => ({
      queryKey: [...keys.preview, token],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<ImportPreview> => {
        const [preview] = await client.call('imports.inspect', { files: [token] }, { signal });
        if (preview === undefined) throw new RaidscopeError('internal', 'The file was not looked at.');
        return preview;
      },
      gcTime: 0,
    })),
  });
  const importable = chosen.filter((_, position) => inspections[position]?.data?.canImport === true);
  const isInspecting = inspections.some(({ isPending }) => isPending);
  const leftOut = isInspecting ? 0 : chosen.length - importable.length;
  const skip = (token: string) => {
    if (chosen.length === 1) close();
    else setSkipped((before) => new Set([...before, token]));
  };

  return (
    <Stack gap="md" data-testid="import-preview" data-inspecting={isInspecting || undefined}>
      {chosen.map((file, position) => (
        <FilePreview
          key={file.token}
          file={file}
          preview={inspections[position]?.data ?? null}
          error={inspections[position]?.error ?? null}
          onSkip={() => skip(file.token)}
        />
      ))}
      <Group justify="flex-end" gap="sm" className={classes.actions ?? ''}>
        <Text size="sm" c="dimmed" style={{ flex: 1 }}>
          {leftOut > 0 &&
            importable.length > 0 &&
            `${formatQuantity(leftOut, 'file')} cannot be imported and will be left out. `}
          Nothing has been written yet. The files themselves are never changed.
        </Text>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button
          disabled={isInspecting || importable.length === 0}
          loading={isInspecting}
          onClick={() => start(importable)}
          data-autofocus
        >
          Import {formatQuantity(isInspecting ? chosen.length : importable.length, 'file')}
        </Button>
      </Group>
    </Stack>
  );
}
