import { Text } from '@mantine/core';
import { FileInput, Sparkles } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import classes from './Library.module.css';
import { StartChoices } from './StartChoices.tsx';

/** An open library without messages, and how to get some. */
export function EmptyLibrary({ library }: { readonly library: OpenLibrary }) {
  const { startSample, chooseFiles } = useImportFlow();
  return (
    <div className={classes.page}>
      <div className={classes.column} data-testid="empty-library">
        <div className={classes.titleRow}>
          <h1>No messages in {library.name} yet</h1>
        </div>
        {library.isReadOnly ? (
          <Text c="dimmed">This library can only be read, so nothing can be imported into it.</Text>
        ) : (
          <StartChoices
            choices={[
              {
                title: 'Import a backup',
                text: "Choose the server's database backup, or drop it anywhere on this window.",
                Icon: FileInput,
                onChoose: chooseFiles,
              },
              {
                title: 'Fill it with sample data',
                text: 'A made-up server with 20,000 messages. You can undo it later.',
                Icon: Sparkles,
                onChoose: startSample,
              },
            ]}
          />
        )}
      </div>
    </div>
  );
}
