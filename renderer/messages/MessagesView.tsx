import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { moveFocusTo } from '../app/focus-targets.ts';
import { timeFormatFor, toUtcText } from '../app/time-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { keys } from '../contract/query-client.ts';
import { HitBar } from './HitBar.tsx';
import { LibraryScrubber } from './LibraryScrubber.tsx';
import { MessageList } from './MessageList.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import classes from './MessagesView.module.css';
import { NoHits } from './NoHits.tsx';
import { useSearch, type Search, type ShownSearch } from './SearchProvider.tsx';
import { useMessageWindow } from './use-message-window.ts';

/** Before any message of a chat, and not so early that a place in time order could not hold it. */
const beginningOfTime = '1900-01-01';

interface Jump {
  /** The search that was shown when the person jumped: another one starts at its newest hit again. */
  readonly searchSerial: number;
  readonly at: string | null;
  readonly serial: number;
}

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
  const [jump, setJump] = useState<Jump>({ searchSerial: 0, at: null, serial: 0 });
  const [activeId, setActiveId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [firstVisible, setFirstVisible] = useState(0);
  const total = useHitCount(library.path, shown);
  const hasJumped = jump.searchSerial === shown.serial;
  const at = hasJumped ? jump.at : null;
  const { placed, error, loadNewer, loadOlder } = useMessageWindow({
    libraryPath: library.path,
    query: shown.query,
    timeZone: shown.timeZone,
    at,
    serial: shown.serial * 100_000 + (hasJumped ? jump.serial : 0),
    firstPage: at === null && !hasJumped ? shown.firstPage : null,
  });

  const jumpTo = useCallback(
    (target: string | null) =>
      setJump((before) => ({ searchSerial: shown.serial, at: target, serial: before.serial + 1 })),
    [shown.serial],
  );
  const onJump = useCallback(
    (edge: 'newest' | 'oldest') => jumpTo(edge === 'newest' ? null : beginningOfTime),
    [jumpTo],
  );
  const onOpen = useCallback((id: string) => {
    setActiveId(id);
    setOpenId(id);
  }, []);
  const onActivate = useCallback((id: string) => {
    setActiveId(id);
    // With the panel open, moving through the list leafs through the messages.
    setOpenId((open) => (open === null ? null : id));
  }, []);
  const closePanel = useCallback(() => {
    setOpenId(null);
    moveFocusTo('messageList');
  }, []);
  const timeFormat = timeFormatFor(shown.timeZone);
  const failure = error ?? search.error;

  return (
    <div className={classes.view}>
      <div className={classes.main}>
        <VisuallyHidden component="h1">Messages</VisuallyHidden>
        <HitBar total={total} query={shown.query} isStale={search.problems.length > 0 && search.isStale} />
        {failure && <ErrorNotice error={failure} />}
        <div className={classes.listAndDates}>
          {placed && placed.items.length > 0 ? (
            <MessageList
              placed={placed}
              total={total}
              activeId={activeId}
              timeFormat={timeFormat}
              isStale={search.isStale}
              loadNewer={loadNewer}
              loadOlder={loadOlder}
              onActivate={onActivate}
              onOpen={onOpen}
              onJump={onJump}
              onDismiss={closePanel}
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
      {openId !== null && <MessagePanel id={openId} timeFormat={timeFormat} onClose={closePanel} />}
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
