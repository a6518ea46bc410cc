import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { SqlPanel } from '../sql/SqlPanel.tsx';
import { ListArea } from './ListArea.tsx';
import { ListScrubber } from './ListScrubber.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import classes from './MessagesView.module.css';
import { ResultBar } from './ResultBar.tsx';
import { ResultTools } from './ResultTools.tsx';
import { useSearch, type Search, type ShownSearch } from './SearchProvider.tsx';
import { useShownList } from './use-shown-list.ts';

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
  const [showsSql, setShowsSql] = useState(false);
  const list = useShownList(library, shown);
  const { total, message, timeFormat } = list;
  const failure = list.error ?? search.error;
  return (
    <div className={classes.view}>
      <div className={classes.main}>
        <VisuallyHidden component="h1">Messages</VisuallyHidden>
        <ResultBar total={total} query={shown.query} isStale={search.problems.length > 0 && search.isStale}>
          <ResultTools shown={shown} total={total} showsSql={showsSql} onShowSql={setShowsSql} />
        </ResultBar>
        {failure && <ErrorNotice error={failure} />}
        {showsSql ? (
          <SqlPanel
            libraryPath={library.path}
            query={shown.query}
            timeZone={shown.timeZone}
            onOpenMessage={message.open}
          />
        ) : (
          <div className={classes.listAndDates}>
            <ListArea list={list} shown={shown} isStale={search.isStale} />
            <ListScrubber library={library} list={list} />
          </div>
        )}
      </div>
      {message.openId !== null && <MessagePanel id={message.openId} timeFormat={timeFormat} onClose={message.close} />}
    </div>
  );
}
