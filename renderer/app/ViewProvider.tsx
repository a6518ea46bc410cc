import { createContext, useContext, useMemo, useReducer, type Dispatch, type ReactNode } from 'react';
import { initialViewState, viewReducer, type ViewAction, type ViewState } from './view-state.ts';

interface View {
  readonly state: ViewState;
  readonly dispatch: Dispatch<ViewAction>;
}

const ViewContext = createContext<View | null>(null);

export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(viewReducer, initialViewState);
  const view = useMemo(() => ({ state, dispatch }), [state]);
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** Where the person is, and how to go elsewhere. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('useView outside of ViewProvider');
  return view;
}
