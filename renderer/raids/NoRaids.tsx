import { Text } from '@mantine/core';
import { FileInput, Sparkles } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import classes from '../library/Library.module.css';
import { StartChoices } from '../library/StartChoices.tsx';

/** An open library without raids, and how to get some. */
export function NoRaids({ library }: { readonly library: OpenLibrary }) {
  const { startSample, chooseFiles } = useImportFlow();
  return (
    <div className={classes.page}>
      <div className={classes.column} data-testid="no-raids">
        <div className={classes.titleRow}>
          <h1>No raids in {library.name} yet</h1>
        </div>
        {library.isReadOnly ? (
          <Text c="dimmed">This library can only be read, so nothing can be imported into it.</Text>
        ) : (
          <StartChoices
            choices={[
              {
                title: 'Import a backup',
                text: "Choose a backup of the server's database that holds raids, or drop it anywhere on this window.",
                Icon: FileInput,
                onChoose: chooseFiles,
              },
              {
                title: 'Fill it with sample data',
                text: 'A made-up server whose guilds raid on some evenings of the week. You can undo it later.',
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
