import { Text } from '@mantine/core';
import { FileInput, Sparkles } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import classes from './Library.module.css';
import { StartChoices } from './StartChoices.tsx';

interface EmptyLibraryProps {
  readonly library: OpenLibrary;
  readonly of: 'messages' | 'raids';
}

/** How to get what there is none of. */
const ways = {
  messages: {
    backup: "Choose the server's database backup, or drop it anywhere on this window.",
    sample: 'A made-up server with 20,000 messages. You can undo it later.',
  },
  raids: {
    backup: "Choose a backup of the server's database that holds raids, or drop it anywhere on this window.",
    sample: 'A made-up server whose guilds raid on some evenings of the week. You can undo it later.',
  },
} as const;

/** An open library without messages or without raids, and how to get some. */
export function EmptyLibrary({ library, of }: EmptyLibraryProps) {
  const { startSample, chooseFiles } = useImportFlow();
  return (
    <div className={classes.page}>
      <div className={classes.column} data-testid="empty-library">
        <div className={classes.titleRow}>
          <h1>
            No {of} in {library.name} yet
          </h1>
        </div>
        {library.isReadOnly ? (
          <Text c="dimmed">This library can only be read, so nothing can be imported into it.</Text>
        ) : (
          <StartChoices
            choices={[
              {
                title: 'Import a backup',
                text: ways[of].backup,
                Icon: FileInput,
                onChoose: chooseFiles,
              },
              {
                title: 'Fill it with sample data',
                text: ways[of].sample,
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
