import { useMemo } from 'react';
import { resolveTimeZone } from '../app/time-format.ts';
import { useSettings } from '../app/use-settings.ts';
import { useView } from '../app/ViewProvider.tsx';
import { printRaidPath, readRaidPath, type RaidPagePlace } from './raid-path.ts';

/** How the channels of raids tell nights apart. */
export interface NightClock {
  readonly timeZone: string;
  readonly nightStartHour: number;
}

export interface RaidPlace {
  readonly place: RaidPagePlace;
  readonly query: string;
  readonly clock: NightClock;
  /** Goes to another page as a new place, with this query or another. */
  readonly open: (place: RaidPagePlace, query?: string) => void;
  /** Another query: on the same page where it shows a query's raids, else on the list of pulls. */
  readonly search: (query: string) => void;
}

/** Where in the raids view the person is, and how to go on. */
export function useRaidPlace(): RaidPlace {
  const { state, dispatch } = useView();
  const { query, path } = state.place;
  const settings = useSettings();
  const timeZone = resolveTimeZone(settings.timeZone);
  const { nightStartHour } = settings;
  return useMemo(
    () => ({
      place: readRaidPath(path),
      query,
      clock: { timeZone, nightStartHour },
      open: (to, toQuery = query) => {
        const toPath = printRaidPath(to);
        const pathPart = toPath === undefined ? {} : { path: toPath };
        dispatch({ type: 'open', place: { view: 'raids', query: toQuery, position: null, ...pathPart } });
      },
      search: (toQuery) => dispatch({ type: 'set-query', query: toQuery }),
    }),
    [path, query, timeZone, nightStartHour, dispatch],
  );
}
