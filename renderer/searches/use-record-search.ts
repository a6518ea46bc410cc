import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import type { LibraryStatus } from '../../shared/library/types.ts';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { useSearch } from '../messages/SearchProvider.tsx';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';

/**
 * Remembers a search that the person settled on: by Enter, or by opening one of its hits. One with a mistake in it is
 * not worth coming back to, nor are the surroundings of one message. Nobody waits for this, and nobody misses it where it fails.
 */
export function useRecordSearch(): (query: string) => void {
  const client = useClient();
  const queries = useQueryClient();
  return useCallback(
    (text) => {
      const query = text.trim();
      const status = queries.getQueryData<LibraryStatus>(keys.status);
      if (query === '' || status?.state !== 'open' || status.isReadOnly) return;
      const { problems, near } = parseQuery(query, messageLanguage);
      if (problems.length > 0 || near !== null) return;
      client
        .call('searches.record', { query })
        .then(() => queries.invalidateQueries({ queryKey: keys.searchHistory }))
        .catch(() => undefined);
    },
    [client, queries],
  );
}

/** Remembers the search that the person left to see one of its hits in its surroundings (`near:`). */
export function useRecordLeftForContext(query: string): void {
  const record = useRecordSearch();
  const { isTyping } = useView().state;
  const left = useRef(query);
  useEffect(() => {
    // Whoever types `near:` by hand has not settled on anything yet.
    if (!isTyping && query !== left.current && parseQuery(query, messageLanguage).near !== null) record(left.current);
    left.current = query;
  }, [query, isTyping, record]);
}

/** Remembers the search whose hit the person opened; leafing through its hits is one use of it. */
export function useRecordOpenedHit(messageId: string): void {
  const record = useRecordSearch();
  const query = useSearch()?.shown?.query ?? '';
  const recorded = useRef('');
  const recordShown = useEffectEvent(() => {
    if (recorded.current !== query) record(query);
    recorded.current = query;
  });
  // Not when the query changes while the panel is open: that is somebody typing.
  useEffect(() => {
    if (messageId !== '') recordShown();
  }, [messageId]);
}
