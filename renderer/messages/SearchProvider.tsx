import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { MessagePage, QueryProblem } from '../../shared/messages/types.ts';
import { resolveTimeZone } from '../app/time-format.ts';
import { useSettings } from '../app/use-settings.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { pageSize } from './use-message-window.ts';

/** The last query that could be answered, with its first page. */
export interface ShownSearch {
  readonly query: string;
  readonly timeZone: string;
  readonly firstPage: MessagePage;
  /** Grows with every other query or zone. */
  readonly serial: number;
}

export interface Search {
  readonly text: string;
  readonly timeZone: string;
  /** Null until the first answer. A query with a mistake, or one still on its way, leaves the last good one shown. */
  readonly shown: ShownSearch | null;
  readonly isStale: boolean;
  readonly problems: readonly QueryProblem[];
  readonly error: Error | null;
}

const typingPauseMs = 120;
const noProblems: readonly QueryProblem[] = [];
const SearchContext = createContext<Search | null>(null);

/** Answers the search box's text; the box, the problems under it and the list all read from here. */
export function SearchProvider({
  libraryPath,
  children,
}: {
  readonly libraryPath: string;
  readonly children: ReactNode;
}) {
  const client = useClient();
  const text = useView().state.place.query;
  const timeZone = resolveTimeZone(useSettings().timeZone);
  const [query] = useDebouncedValue(text, typingPauseMs);
  const { data: page, error } = useQuery({
    queryKey: [...keys.messages, 'first', libraryPath, timeZone, query],
    queryFn: ({ signal }) => client.call('messages.search', { query, timeZone, limit: pageSize }, { signal }),
    gcTime: 30_000,
  });
  const shown = useShownSearch(page, query, timeZone);
  const isStale = text !== shown?.query || error !== null;
  // Once the text has changed, positions in the one before would underline the wrong letters.
  const problems = text === query ? (page?.problems ?? noProblems) : noProblems;
  const search = useMemo(
    () => ({ text, timeZone, shown, isStale, problems, error }),
    [text, timeZone, shown, isStale, problems, error],
  );
  return <SearchContext value={search}>{children}</SearchContext>;
}

function useShownSearch(page: MessagePage | undefined, query: string, timeZone: string): ShownSearch | null {
  const [shown, setShown] = useState<ShownSearch | null>(null);
  if (page === undefined || page === shown?.firstPage || isUnanswerable(page)) return shown;
  const isSame = shown?.query === query && shown.timeZone === timeZone;
  const next = { query, timeZone, firstPage: page, serial: (shown?.serial ?? 0) + (isSame ? 0 : 1) };
  setShown(next);
  return next;
}

/** A query that could not be read has problems and no hits: the hits on screen are worth more than an empty list. */
function isUnanswerable(page: MessagePage): boolean {
  return page.problems.length > 0 && page.items.length === 0 && page.next === null && page.previous === null;
}

/** What the search box asks and what it got; null when no library is open. */
export function useSearch(): Search | null {
  return useContext(SearchContext);
}
