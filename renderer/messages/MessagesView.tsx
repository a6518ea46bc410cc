import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { timeFormatFor, toUtcText } from '../app/time-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { keys } from '../contract/query-client.ts';
import { LibraryScrubber } from './LibraryScrubber.tsx';
import { MessageList } from './MessageList.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import classes from './MessagesView.module.css';
import { NoHits } from './NoHits.tsx';
import { ResultBar } from './ResultBar.tsx';
import { useSearch, type Search, type ShownSearch } from './SearchProvider.tsx';
import { useJump } from './use-jump.ts';
import { useMessageWindow } from './use-message-window.ts';
import { useOpenMessage } from './use-open-message.ts';

/** The message list with its date scrubber, and the panel of the message that is open. */
export function MessagesView({ library }: { readonly library: OpenLibrary }) {
  const search = useSearch();
  if (search?.shown) return <ShownMessages library={library} search={search} shown={search.shown} />;
  return <div className={classes.message}>{search?.error && <ErrorNotice error={search.error} />}</div>;
}

interface ShownMessagesProps {
  readonly library: OpenLibrary;
  readonly search: Search;
  readonly shown: ShownSearch;
}

function ShownMessages({ library, search, shown }: ShownMessagesProps) {
  const [firstVisible, setFirstVisible] = useState(0);
  const total = useHitCount(library.path, shown);
  const { request, jumpTo, jumpToEdge } = useJump(library, shown);
  const { placed, error, loadNewer, loadOlder } = useMessageWindow(request);
  const message = useOpenMessage();
  const timeFormat = timeFormatFor(shown.timeZone);
  const failure = error ?? search.error;
  return (
    <div className={classes.view}>
      <div className={classes.main}>
        <VisuallyHidden component="h1">Messages</VisuallyHidden>
        <ResultBar total={total} query={shown.query} isStale={search.problems.length > 0 && search.isStale} />
        {failure && <ErrorNotice error={failure} />}
        <div className={classes.listAndDates}>
          {placed && placed.items.length > 0 ? (
            <MessageList
              placed={placed}
              total={total}
              activeId={message.activeId}
              timeFormat={timeFormat}
              isStale={search.isStale}
              loadNewer={loadNewer}
              loadOlder={loadOlder}
              onActivate={message.activate}
              onOpen={message.open}
              onJump={jumpToEdge}
              onDismiss={message.close}
              onFirstVisible={setFirstVisible}
            />
          ) : (
            <NoHits query={shown.query} isKnown={placed !== null} />
          )}
          <LibraryScrubber
            libraryPath={library.path}
            createdAt={placed?.items[firstVisible]?.createdAt ?? null}
            onJump={(moment) => jumpTo(toUtcText(moment))}
          />
        </div>
      </div>
      {message.openId !== null && <MessagePanel id={message.openId} timeFormat={timeFormat} onClose={message.close} />}
    </div>
  );
}

/** Counted apart from the first page, which never waits for it. */
function useHitCount(libraryPath: string, { query, timeZone }: ShownSearch): number | null {
  const client = useClient();
  const { data } = useQuery({
    queryKey: [...keys.messages, 'count', libraryPath, timeZone, query],
    queryFn: ({ signal }) => client.call('messages.count', { query, timeZone }, { signal }),
    gcTime: 30_000,
  });
  return data?.total ?? null;
}
