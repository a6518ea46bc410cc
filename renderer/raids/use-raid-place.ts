import { useMemo } from 'react';
import { useView } from '../app/ViewProvider.tsx';
import { printRaidPath, readRaidPath, type RaidPagePlace } from './raid-path.ts';
import { useShownRaidQuery } from './RaidSearchProvider.tsx';
import { useNightClock, type NightClock } from './use-night-clock.ts';

export type { NightClock } from './use-night-clock.ts';

export interface RaidPlace {
  readonly place: RaidPagePlace;
  /** What the pages show: the search box's text, or the last one that could be answered while that one cannot be. */
  readonly query: string;
  /** The search box's text: what a filter is added to, so that a second one chosen at once does not undo the first. */
  readonly text: string;
  readonly clock: NightClock;
  /** Goes to another page as a new place, with this query or another. */
  readonly open: (place: RaidPagePlace, query?: string) => void;
  /** Another query: on the same page where it shows a query's raids, else on the list of pulls. */
  readonly search: (query: string) => void;
}

/** Where in the raids view the person is, and how to go on. */
export function useRaidPlace(): RaidPlace {
  const { state, dispatch } = useView();
  const { query: text, path } = state.place;
  const query = useShownRaidQuery() ?? text;
  const clock = useNightClock();
  return useMemo(
    () => ({
      place: readRaidPath(path),
      query,
      text,
      clock,
      open: (to, toQuery = text) => {
        const toPath = printRaidPath(to);
        const pathPart = toPath === undefined ? {} : { path: toPath };
        dispatch({ type: 'open', place: { view: 'raids', query: toQuery, position: null, ...pathPart } });
      },
      search: (toQuery) => dispatch({ type: 'set-query', query: toQuery }),
    }),
    [path, query, text, clock, dispatch],
  );
}
