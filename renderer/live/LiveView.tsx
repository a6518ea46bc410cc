import { Select, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Pause, Radio } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { messageTypes } from '../../shared/messages/types.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { keys } from '../contract/query-client.ts';
import { ListArea } from '../messages/ListArea.tsx';
import { ListScrubber } from '../messages/ListScrubber.tsx';
import { typeLooks } from '../messages/message-types.ts';
import { MessagePanel } from '../messages/MessagePanel.tsx';
import viewClasses from '../messages/MessagesView.module.css';
import { useSearch, type Search, type ShownSearch } from '../messages/SearchProvider.tsx';
import { useShownList } from '../messages/use-shown-list.ts';
import classes from './LiveView.module.css';
import { filterText, withFilter } from './query-filters.ts';

interface LiveViewProps {
  readonly library: OpenLibrary;
}

/** The newest messages of one server or all, at the bottom; what an import adds appears there. */
export function LiveView({ library }: LiveViewProps) {
  const search = useSearch();
  if (search?.shown?.view === 'live') return <LiveLog library={library} search={search} shown={search.shown} />;
  return <div className={viewClasses.message}>{search?.error && <ErrorNotice error={search.error} />}</div>;
}

interface LiveLogProps extends LiveViewProps {
  readonly search: Search;
  readonly shown: ShownSearch;
}

function LiveLog({ library, search, shown }: LiveLogProps) {
  const list = useShownList(library, shown);
  const failure = list.error ?? search.error;
  return (
    <div className={viewClasses.view}>
      <div className={viewClasses.main}>
        <VisuallyHidden component="h1">Live log</VisuallyHidden>
        <div className={classes.bar}>
          <ServerSelect libraryPath={library.path} timeZone={shown.timeZone} />
          <TypeSelect />
          <span className={classes.state} role="status" data-testid="live-state" data-follows={list.news.isAtEnd}>
            {list.news.isAtEnd ? (
              <>
                <Radio size="0.875rem" aria-hidden /> Follows the newest message
              </>
            ) : (
              <>
                <Pause size="0.875rem" aria-hidden /> Holds still until you are back at the end
              </>
            )}
          </span>
        </div>
        {failure && <ErrorNotice error={failure} />}
        <div className={viewClasses.listAndDates}>
          <ListArea library={library} list={list} shown={shown} problems={search.problems} isStale={search.isStale} />
          <ListScrubber library={library} shown={shown} list={list} />
        </div>
      </div>
      {list.message.openId !== null && (
        <MessagePanel id={list.message.openId} timeFormat={list.timeFormat} onClose={list.message.close} />
      )}
    </div>
  );
}

const everything = '';

/** Which server's messages are shown. The choice is a filter in the search box, as any other. */
function ServerSelect({ libraryPath, timeZone }: { readonly libraryPath: string; readonly timeZone: string }) {
  const client = useClient();
  const { state, dispatch } = useView();
  const { query } = state.place;
  const { data } = useQuery({
    queryKey: [...keys.messages, 'servers', libraryPath],
    queryFn: ({ signal }) => client.call('messages.facets', { query: '', timeZone, limit: 100 }, { signal }),
  });
  const servers = data?.facets.find(({ facet }) => facet === 'server')?.values ?? [];
  const chosen = filterText(query, 'server');
  const options = servers.map(({ value, label }) => ({ value, label }));
  const isListed = chosen === null || options.some(({ value }) => value === chosen);
  return (
    <Select
      size="xs"
      aria-label="Server"
      data={[
        { value: everything, label: 'All servers' },
        ...options,
        ...(isListed ? [] : [{ value: chosen, label: chosen }]),
      ]}
      value={chosen ?? everything}
      allowDeselect={false}
      onChange={(value) => dispatch({ type: 'set-query', query: withFilter(query, 'server', value || null) })}
      withScrollArea={false}
      styles={{ options: { maxHeight: '16rem', overflowY: 'auto' } }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function TypeSelect() {
  const { state, dispatch } = useView();
  const { query } = state.place;
  const chosen = filterText(query, 'type');
  const isListed = chosen === null || messageTypes.some((type) => type === chosen);
  return (
    <Select
      size="xs"
      aria-label="Type"
      data={[
        { value: everything, label: 'All types' },
        ...messageTypes.map((type) => ({ value: type, label: typeLooks[type].label })),
        ...(isListed ? [] : [{ value: chosen, label: chosen }]),
      ]}
      value={chosen ?? everything}
      allowDeselect={false}
      onChange={(value) => dispatch({ type: 'set-query', query: withFilter(query, 'type', value || null) })}
      withScrollArea={false}
      styles={{ options: { maxHeight: '16rem', overflowY: 'auto' } }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
