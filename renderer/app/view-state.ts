/**
 * Where the person is. There is no address bar and no link into the app, so a router would only add a second copy of
 * this; a reducer with a stack to go back by is all that two views need.
 */
export type ViewName = 'messages' | 'library';

export interface Place {
  readonly view: ViewName;
  readonly query: string;
}

export interface ViewState {
  readonly place: Place;
  readonly back: readonly Place[];
  /** Typing goes on changing one place; only its first letter leaves the place before behind. */
  readonly isTyping: boolean;
}

export type ViewAction =
  | { readonly type: 'show'; readonly view: ViewName }
  | { readonly type: 'type-query'; readonly query: string }
  | { readonly type: 'set-query'; readonly query: string }
  | { readonly type: 'end-typing' }
  | { readonly type: 'back' }
  /** Another library was opened: its queries start anew, the view stays. */
  | { readonly type: 'forget' };

const backLimit = 100;

export const initialViewState: ViewState = { place: { view: 'messages', query: '' }, back: [], isTyping: false };

export function viewReducer(state: ViewState, action: ViewAction): ViewState {
  if (action.type === 'show') return go(state, { ...state.place, view: action.view }, false);
  if (action.type === 'type-query') return go(state, { view: 'messages', query: action.query }, true);
  if (action.type === 'set-query') return go(state, { view: 'messages', query: action.query }, false);
  if (action.type === 'end-typing') return { ...state, isTyping: false };
  if (action.type === 'forget') return { ...initialViewState, place: { view: state.place.view, query: '' } };
  const place = state.back.at(-1);
  return place ? { place, back: state.back.slice(0, -1), isTyping: false } : state;
}

function go(state: ViewState, place: Place, isTyping: boolean): ViewState {
  const { place: from, back } = state;
  if (from.view === place.view && from.query === place.query) return { ...state, isTyping };
  const stays = state.isTyping && isTyping && from.view === place.view;
  return { place, isTyping, back: stays ? back : [...back, from].slice(-backLimit) };
}
