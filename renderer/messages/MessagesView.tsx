import { VisuallyHidden } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { messageLanguage } from '../../shared/messages/language.ts';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { parseUtc } from '../app/time-format.ts';
import { useSettings, useUpdateSettings } from '../app/use-settings.ts';
import { useView } from '../app/ViewProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { SqlPanel } from '../sql/SqlPanel.tsx';
import { createFacetChoice } from './facet-filters.ts';
import { FacetPanel } from './FacetPanel.tsx';
import { ListArea } from './ListArea.tsx';
import { ListScrubber } from './ListScrubber.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import classes from './MessagesView.module.css';
import { setOrder } from '../query/query-edit.ts';
import { ResultBar } from './ResultBar.tsx';
import { ResultTools } from './ResultTools.tsx';
import { useSearch, type Search, type ShownSearch } from './SearchProvider.tsx';
import { useShownList, type ShownList } from './use-shown-list.ts';

/** The message list with its facets and date scrubber, and the panel of the message that is open. */
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
        <ShownResultBar list={list} search={search} shown={shown}>
          <ResultTools shown={shown} total={total} showsSql={showsSql} onShowSql={setShowsSql} />
        </ShownResultBar>
        {failure && <ErrorNotice error={failure} />}
        {showsSql ? (
          <SqlPanel
            libraryPath={library.path}
            query={shown.query}
            timeZone={shown.timeZone}
            defaultOrder={shown.defaultOrder}
            onOpenMessage={message.open}
          />
        ) : (
          <div className={classes.listAndDates}>
            <ShownFacets library={library} search={search} shown={shown} />
            <ListArea library={library} list={list} shown={shown} problems={search.problems} isStale={search.isStale} />
            <ListScrubber library={library} shown={shown} list={list} />
          </div>
        )}
      </div>
      {message.openId !== null && <MessagePanel id={message.openId} timeFormat={timeFormat} onClose={message.close} />}
    </div>
  );
}

interface ShownResultBarProps {
  readonly list: ShownList;
  readonly search: Search;
  readonly shown: ShownSearch;
  readonly children: ReactNode;
}

function ShownResultBar({ list, search, shown, children }: ShownResultBarProps) {
  const { dispatch } = useView();
  const { showsFacets } = useSettings();
  const updateSettings = useUpdateSettings();
  const stoppedAt = parseUtc(list.stoppedAt);
  return (
    <ResultBar
      count={list.count}
      query={shown.query}
      order={list.order}
      onOrder={(order) => dispatch({ type: 'set-query', query: setOrder(search.text, order, messageLanguage) })}
      showsFacets={showsFacets}
      onToggleFacets={() => updateSettings({ showsFacets: !showsFacets })}
      stoppedAt={stoppedAt === null ? null : list.timeFormat.date(stoppedAt)}
      onSearchOn={list.searchOn}
    >
      {children}
    </ResultBar>
  );
}

function ShownFacets({ library, search, shown }: ShownMessagesProps) {
  const { dispatch } = useView();
  const { showsFacets } = useSettings();
  const updateSettings = useUpdateSettings();
  if (!showsFacets) return null;
  return (
    <FacetPanel
      libraryPath={library.path}
      query={shown.query}
      timeZone={shown.timeZone}
      // What the box says: the list may still show the query before, and a second choice must not undo the first.
      choice={createFacetChoice(search.text, (query) => dispatch({ type: 'set-query', query }))}
      onClose={() => updateSettings({ showsFacets: false })}
    />
  );
}
