import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { MessagePage } from '../../shared/messages/types.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import { messageBox, raidBox } from '../query/box-kinds.ts';
import { BoxedSearchProvider, useAnsweredSearch } from '../query/BoxedSearchProvider.tsx';
import { resolveTimeZone } from '../app/time-format.ts';
import { useSettings } from '../app/use-settings.ts';
import type { ListPosition, Place, ViewName } from '../app/view-state.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { searchPage } from './search-page.ts';
import { targetOf, type SearchTarget } from './search-target.ts';
import { pageSize } from './use-message-window.ts';
import { pageStartOf, startKey, type WindowStart } from './window-start.ts';

/** The last query that could be answered, with its first page. */
export interface ShownSearch {
  readonly view: ViewName;
  readonly query: string;
  readonly timeZone: string;
  /** The order of a query that names none. */
  readonly defaultOrder: 'new' | 'old';
  /** Where its list begins. */
  readonly start: WindowStart;
  /** Where the list stood when this place was left. */
  readonly position: ListPosition | null;
  readonly firstPage: MessagePage;
  /** What `near:` names; null without it. */
  readonly near: string | null;
  /** The message that it names. */
  readonly focusId: string | null;
  /** Grows with every other query, zone or place. */
  readonly serial: number;
  /** Grows with every place that was gone to other than by typing. */
  readonly arrival: number;
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
const SearchContext = createContext<Search | null>(null);

/**
 * Answers the search box's text where messages are searched for; the box, the problems under it and the list all read from
 * here. In the view of raids the text is of another language: nothing is asked, and who answers it there gives the box more.
 */
export function SearchProvider({
  libraryPath,
  children,
}: {
  readonly libraryPath: string;
  readonly children: ReactNode;
}) {
  const client = useClient();
  const { isTyping, arrivals, place: current } = useView().state;
  const isOfMessages = current.view !== 'raids';
  const place = useLastPlace(current, isOfMessages);
  const text = place.query;
  const timeZone = resolveTimeZone(useSettings().timeZone);
  const target = useMemo(() => targetOf(place, arrivals), [place, arrivals]);
  const [pausedTarget] = useDebouncedValue(target, typingPauseMs);
  const asked = isTyping ? pausedTarget : target;
  const { query, start, defaultOrder } = asked;
  const { data: page, error } = useQuery({
    queryKey: [...keys.messages, 'first', libraryPath, timeZone, query, defaultOrder, start],
    queryFn: ({ signal }) =>
      searchPage(client, { query, timeZone, defaultOrder, limit: pageSize, ...pageStartOf(start) }, signal),
    gcTime: 30_000,
    enabled: isOfMessages,
  });
  const shown = useShownSearch(page, asked, timeZone);
  const boxed = useAnsweredSearch(isOfMessages ? messageBox : raidBox, {
    latest: isOfMessages && page ? { query, problems: page.problems } : null,
    shown: isOfMessages && shown ? { query: shown.query, resolved: shown.firstPage.resolved } : null,
    error: isOfMessages ? error : null,
  });
  const { isStale, problems } = boxed;
  const search = useMemo(
    () => ({ text, timeZone, shown, isStale, problems, error }),
    [text, timeZone, shown, isStale, problems, error],
  );
  return (
    <SearchContext value={search}>
      <BoxedSearchProvider value={boxed}>{children}</BoxedSearchProvider>
    </SearchContext>
  );
}

/** The place of messages where the person is, or was before going where there are none. */
function useLastPlace(place: Place, isOfMessages: boolean): Place {
  const [last, setLast] = useState<Place>(isOfMessages ? place : { view: 'messages', query: '', position: null });
  if (isOfMessages && last !== place) setLast(place);
  return isOfMessages ? place : last;
}

function useShownSearch(page: MessagePage | undefined, asked: SearchTarget, timeZone: string): ShownSearch | null {
  const [shown, setShown] = useState<ShownSearch | null>(null);
  if (page === undefined || isUnanswerable(page)) return shown;
  const isSame = shown !== null && shown.timeZone === timeZone && isSameTarget(shown, asked);
  if (isSame && page === shown.firstPage) return shown;
  const serial = (shown?.serial ?? 0) + (isSame ? 0 : 1);
  const next: ShownSearch = { ...asked, timeZone, firstPage: page, focusId: focusOf(asked, page), serial };
  setShown(next);
  return next;
}

/** Begun elsewhere than where `near:` says, a page names another message than that. */
function focusOf({ near, start }: SearchTarget, page: MessagePage): string | null {
  return near !== null && start.kind === 'first' ? page.focus : near;
}

function isSameTarget(one: SearchTarget, other: SearchTarget): boolean {
  return (
    one.query === other.query &&
    one.view === other.view &&
    one.arrival === other.arrival &&
    startKey(one.start) === startKey(other.start)
  );
}

/** A query that could not be read has problems and no hits: the hits on screen are worth more than an empty list. */
function isUnanswerable(page: MessagePage): boolean {
  const isWrong = page.problems.some(({ code }) => code !== 'no_hits_but_inside' && code !== 'too_slow');
  return isWrong && page.items.length === 0 && page.next === null && page.previous === null;
}

/** What the search box asks and what it got; null when no library is open. */
export function useSearch(): Search | null {
  return useContext(SearchContext);
}
