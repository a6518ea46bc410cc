import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  type ReactNode,
} from 'react';
import {
  initialViewState,
  viewReducer,
  type ListPosition,
  type Place,
  type ViewAction,
  type ViewName,
  type ViewState,
} from './view-state.ts';

interface View {
  readonly state: ViewState;
  readonly dispatch: (action: ViewAction) => void;
  /** The list on screen says how to find out where it stands; answers what ends that. */
  readonly watchPosition: (read: () => ReportedPosition | null) => () => void;
  /** True once for each arrival (`ViewState.arrivals`): for the list that takes the focus. */
  readonly takeArrival: (arrival: number) => boolean;
  /** Where the person is now, with where the list stands. */
  readonly readPlace: () => Place;
}

/** Where a list stands, and what it shows. */
export interface ReportedPosition {
  readonly view: ViewName;
  readonly query: string;
  readonly position: ListPosition;
}

const ViewContext = createContext<View | null>(null);

export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [state, step] = useReducer(viewReducer, initialViewState);
  // Asked for only when a place is left: it changes with every frame of scrolling.
  const reader = useRef<(() => ReportedPosition | null) | null>(null);
  const place = useRef(state.place);
  useLayoutEffect(() => {
    place.current = state.place;
  }, [state.place]);

  const readPlace = useCallback((): Place => {
    const { view, query, position } = place.current;
    const known = reader.current?.() ?? null;
    // While another query is on its way, the list still shows the one before.
    const isHere = known?.view === view && known.query === query;
    return { ...place.current, position: isHere ? known.position : position };
  }, []);
  const dispatch = useCallback((action: ViewAction) => step({ action, leftAt: readPlace().position }), [readPlace]);
  const watchPosition = useCallback((read: () => ReportedPosition | null) => {
    reader.current = read;
    return () => {
      if (reader.current === read) reader.current = null;
    };
  }, []);
  const taken = useRef(0);
  const takeArrival = useCallback((arrival: number) => {
    const isNew = taken.current !== arrival;
    taken.current = arrival;
    return isNew;
  }, []);
  const view = useMemo(
    () => ({ state, dispatch, watchPosition, takeArrival, readPlace }),
    [state, dispatch, watchPosition, takeArrival, readPlace],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** Where the person is, and how to go elsewhere. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('useView outside of ViewProvider');
  return view;
}
