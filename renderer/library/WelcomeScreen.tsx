import { useDocumentTitle } from '@mantine/hooks';
import { Database, FileInput, Sparkles } from 'lucide-react';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import classes from './Library.module.css';
import { RecentLibraries } from './RecentLibraries.tsx';
import { StartChoices } from './StartChoices.tsx';
import { useLibraryChange } from './use-library.ts';

/** What a person sees while no library is open. */
export function WelcomeScreen() {
  const { startSample, chooseFiles } = useImportFlow();
  const { mutate: change } = useLibraryChange();
  useDocumentTitle('Raidscope');
  return (
    <main className={classes.start}>
      <div className={classes.startBox}>
        <div>
          <h1>Raidscope</h1>
          <p className={classes.lead}>
            Search years of your game server&apos;s chat and raid logs in an instant. Everything stays on this computer.
          </p>
        </div>
        <StartChoices
          choices={[
            {
              title: 'Try it with sample data',
              text: 'A made-up server with 20,000 messages, in a library of its own.',
              Icon: Sparkles,
              onChoose: startSample,
            },
            {
              title: 'Import a backup',
              text: "The server's database backup (.db, .gz, .zst). You can also drop it on this window.",
              Icon: FileInput,
              onChoose: chooseFiles,
            },
            {
              title: 'Open a library',
              text: 'A Raidscope library that is already on this computer.',
              Icon: Database,
              onChoose: () => change((client) => client.call('library.choose', {})),
            },
          ]}
        />
        <RecentLibraries openPath={null} />
      </div>
    </main>
  );
}
