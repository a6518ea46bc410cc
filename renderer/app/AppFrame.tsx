import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { AnnotationsProvider } from '../annotations/AnnotationsProvider.tsx';
import { DropOverlay } from '../imports/DropOverlay.tsx';
import { ImportDialog } from '../imports/ImportDialog.tsx';
import type { ConversationChoice } from '../conversations/ConversationSide.tsx';
import { ConversationsView } from '../conversations/ConversationsView.tsx';
import { EmptyLibrary } from '../library/EmptyLibrary.tsx';
import { LibraryView } from '../library/LibraryView.tsx';
import { rowCountOf, useLibraryStatus } from '../library/use-library.ts';
import { WelcomeScreen } from '../library/WelcomeScreen.tsx';
import { LiveView } from '../live/LiveView.tsx';
import { MessagesView } from '../messages/MessagesView.tsx';
import { SearchProvider } from '../messages/SearchProvider.tsx';
import { RaidListProvider } from '../raids/RaidListProvider.tsx';
import { RaidSearchProvider } from '../raids/RaidSearchProvider.tsx';
import { RaidsView } from '../raids/RaidsView.tsx';
import { SessionKeeper } from '../session/SessionKeeper.tsx';
import classes from './AppFrame.module.css';
import { Header } from './Header.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useMessageLinks } from './use-message-links.ts';
import { useView } from './ViewProvider.tsx';

/** Rail, header, view and status bar around an open library; the welcome screen while there is none. */
export function AppFrame() {
  const status = useLibraryStatus();
  useGlobalKeys();
  useAppCommands();
  useMessageLinks();
  return (
    <>
      {status?.state === 'closed' && <WelcomeScreen />}
      {/* Another library starts with nothing of the one before. */}
      {status?.state === 'open' && (
        <AnnotationsProvider key={status.path} isReadOnly={status.isReadOnly}>
          <LibraryFrame library={status} />
        </AnnotationsProvider>
      )}
      <ImportDialog />
      <DropOverlay />
    </>
  );
}

function LibraryFrame({ library }: { readonly library: OpenLibrary }) {
  const { dispatch } = useView();
  useEffect(() => dispatch({ type: 'forget' }), [dispatch]);
  useDocumentTitle(`${library.name} - Raidscope`);
  return (
    <SearchProvider libraryPath={library.path}>
      <SessionKeeper />
      <RaidListProvider>
        <RaidSearchProvider libraryPath={library.path}>
          <div className={classes.frame}>
            <Rail />
            <Header library={library} />
            <main className={classes.main}>
              <CurrentView library={library} />
            </main>
            <StatusBar library={library} />
          </div>
        </RaidSearchProvider>
      </RaidListProvider>
    </SearchProvider>
  );
}

function CurrentView({ library }: { readonly library: OpenLibrary }) {
  const { view } = useView().state.place;
  const [conversations, setConversations] = useState<ConversationChoice>({
    kind: 'direct',
    text: '',
    opened: null,
  });
  if (view === 'library') return <LibraryView library={library} />;
  if (view === 'raids') return <RaidsView library={library} />;
  if (rowCountOf(library, 'messages') + rowCountOf(library, 'direct_messages') === 0) {
    return <EmptyLibrary library={library} of="messages" />;
  }
  if (view === 'conversations') {
    return <ConversationsView library={library} choice={conversations} onChoose={setConversations} />;
  }
  return view === 'live' ? <LiveView library={library} /> : <MessagesView library={library} />;
}
