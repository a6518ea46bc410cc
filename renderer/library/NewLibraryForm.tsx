import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { describeError } from '../contract/error-sentences.ts';
import { useImportFlow, type FileChoice } from '../imports/ImportFlowProvider.tsx';
import { useAppInfo, useLibraryChange } from './use-library.ts';

/** Asks for a new library's name; files that wait for it are then looked at. */
export function NewLibraryForm({ files }: { readonly files: readonly FileChoice[] }) {
  const { preview, close } = useImportFlow();
  const info = useAppInfo();
  const change = useLibraryChange({ reportsErrors: false });
  const [name, setName] = useState(() => suggestedName(files));
  const goOn = () => (files.length > 0 ? preview(files) : close());
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate((client) => client.call('library.create', { name }), { onSuccess: goOn });
  };
  const createElsewhere = () =>
    change.mutate((client) => client.call('library.createElsewhere', {}), {
      onSuccess: (status) => status.state === 'open' && goOn(),
    });

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Text size="sm">
          A library is one file on this computer that holds what you import.
          {files.length > 0 && ' Next you see what the import would do.'}
        </Text>
        <TextInput
          label="Name"
          value={name}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
          {...(info ? { description: `Made in ${info.defaultLibraryFolder}` } : {})}
          {...(change.error ? { error: describeError(change.error).message } : {})}
        />
        <Group justify="flex-end" gap="sm">
          {info?.canChooseSavePath && (
            <Button variant="subtle" onClick={createElsewhere}>
              In another place
            </Button>
          )}
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending} disabled={name.trim() === ''}>
            Create library
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The first file's name without its endings and without what a file name cannot hold. */
function suggestedName(files: readonly FileChoice[]): string {
  const source = files[0]?.name ?? '';
  const bare = source.replace(/(?:\.(?:gz|zst|zstd|db|sqlite3?|bak|backup))+$/i, '');
  return (
    bare
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/^[.\s]+/, '')
      .trim()
      .slice(0, 100) || 'My library'
  );
}
