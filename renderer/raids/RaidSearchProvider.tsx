import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { RaidPage } from '../../shared/raids/types.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { raidBox } from '../query/box-kinds.ts';
import { BoxedSearchProvider, useAnsweredSearch, useBoxedSearch } from '../query/BoxedSearchProvider.tsx';
import { useRaidList, type PullOrder } from './RaidListProvider.tsx';
import { pullPageSize } from './use-pulls.ts';
import { useNightClock, type NightClock } from './use-night-clock.ts';

interface AskedRaids {
  readonly query: string;
  readonly clock: NightClock;
  readonly order: PullOrder;
}

/** The last query of raids that could be answered, with the first page of its pulls. */
export interface ShownRaids extends AskedRaids {
  readonly firstPage: RaidPage;
}

export interface RaidSearch {
  /** Null until the first answer. A query with a mistake, or one still on its way, leaves the last good one shown. */
  readonly shown: ShownRaids | null;
  /** What is on screen is not what was asked for: of another query, or in another order. */
  readonly isStale: boolean;
  readonly problems: readonly QueryProblem[];
  readonly error: Error | null;
}

const typingPauseMs = 120;
const RaidSearchContext = createContext<RaidSearch | null>(null);

/** Answers the search box's text while the view of raids is shown; its pages and the box read from here. */
export function RaidSearchProvider({
  libraryPath,
  children,
}: {
  readonly libraryPath: string;
  readonly children: ReactNode;
}) {
  const client = useClient();
  const { place, left, isTyping } = useView().state;
  const { order } = useRaidList();
  const clock = useNightClock();
  const isHere = place.view === 'raids';
  const text = (isHere ? place : left.raids)?.query ?? '';
  const [pausedText] = useDebouncedValue(text, typingPauseMs);
  const query = isTyping ? pausedText : text;
  const asked = useMemo(() => ({ query, clock, order }), [query, clock, order]);
  const { data: page, error } = useQuery({
    queryKey: [...keys.raids, 'first', libraryPath, query, clock, order],
    queryFn: ({ signal }) =>
      client.call('raids.list', { query, ...clock, ...order, limit: pullPageSize, cursor: null }, { signal }),
    enabled: isHere,
    gcTime: 30_000,
  });
  const shown = useShownRaids(page, asked);
  const around = useBoxedSearch();
  const own = useAnsweredSearch(raidBox, {
    latest: page ? { query, problems: page.problems } : null,
    shown: shown ? { query: shown.query, resolved: shown.firstPage.resolved } : null,
    error,
  });
  const isStale = own.isStale || shown?.order !== order;
  const { problems } = own;
  const search = useMemo(() => ({ shown, isStale, problems, error }), [shown, isStale, problems, error]);
  return (
    <RaidSearchContext value={search}>
      <BoxedSearchProvider value={isHere ? own : around}>{children}</BoxedSearchProvider>
    </RaidSearchContext>
  );
}

function useShownRaids(page: RaidPage | undefined, asked: AskedRaids): ShownRaids | null {
  const [shown, setShown] = useState<ShownRaids | null>(null);
  // The raids on screen are worth more than an empty list for a query that could not be read.
  if (page === undefined || (shown !== null && isUnanswerable(page))) return shown;
  const { query, clock, order } = asked;
  if (page === shown?.firstPage && query === shown.query && clock === shown.clock && order === shown.order)
    return shown;
  const next = { ...asked, firstPage: page };
  setShown(next);
  return next;
}

function isUnanswerable({ problems, total }: RaidPage): boolean {
  return problems.length > 0 && total === 0;
}

/** What the search box asks of raids and what it got. */
export function useRaidSearch(): RaidSearch {
  const search = useContext(RaidSearchContext);
  if (search === null) throw new Error('useRaidSearch outside of RaidSearchProvider');
  return search;
}

/** The query whose raids are on screen; null before the first answer, and outside of the view. */
export function useShownRaidQuery(): string | null {
  return useContext(RaidSearchContext)?.shown?.query ?? null;
}
