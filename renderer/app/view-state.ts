/**
 * Where the person is. There is no address bar, so a router would only add a second copy of this; a reducer with a way
 * back and a way forward is all that the views need. A place is plain text and numbers: it can be kept and gone back to.
 */
export type ViewName = 'messages' | 'conversations' | 'live' | 'raids' | 'library';

/** Which rows of a list are on screen, to the pixel, and which of them is chosen. */
export interface ListPosition {
  /** Id of the first message in view. */
  readonly topId: string;
  /** Where that row begins, in pixels below the list's upper edge: zero or less while it is partly out of view. */
  readonly topOffset: number;
  readonly activeId: string | null;
  /** The message in the panel. */
  readonly openId: string | null;
}

export interface Place {
  readonly view: ViewName;
  readonly query: string;
  /**
   * Where within a view of several pages: a page of the query's (`timeline`) or, with a slash in it, one thing (`raid/<id>`).
   * Left out: its first page.
   */
  readonly path?: string;
  /** Null: where the query's list begins by itself. */
  readonly position: ListPosition | null;
}

export interface ViewState {
  readonly place: Place;
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  /** Where each view was left. */
  readonly left: Readonly<Partial<Record<ViewName, Place>>>;
  /** Typing goes on changing one place; only its first letter leaves the place before behind. */
  readonly isTyping: boolean;
  /** Grows with every place that was gone to other than by typing: the list there takes the focus. */
  readonly arrivals: number;
}

export type ViewAction =
  | { readonly type: 'show'; readonly view: ViewName }
  | { readonly type: 'type-query'; readonly query: string }
  | { readonly type: 'set-query'; readonly query: string }
  /** Goes to a place as a new one. */
  | { readonly type: 'open'; readonly place: Place }
  /** The same, instead of the place where the person is: there is no way back to that one. */
  | { readonly type: 'replace'; readonly place: Place }
  /** Takes back what was typed last, if it is this still. */
  | { readonly type: 'undo-typing'; readonly query: string }
  | { readonly type: 'end-typing' }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  /** Another library was opened: its queries start anew, the view stays. */
  | { readonly type: 'forget' };

/** An action, and where the list stood when it was taken. */
export interface ViewStep {
  readonly action: ViewAction;
  readonly leftAt: ListPosition | null;
}

const stackLimit = 100;

export const initialViewState: ViewState = {
  place: { view: 'messages', query: '', position: null },
  back: [],
  forward: [],
  left: {},
  isTyping: false,
  arrivals: 0,
};

export function viewReducer(state: ViewState, { action, leftAt }: ViewStep): ViewState {
  const here: Place = { ...state.place, position: leftAt ?? state.place.position };
  switch (action.type) {
    case 'show':
      return action.view === here.view ? state : go(state, here, placeIn(state, action.view), false);
    case 'type-query':
      return go(state, here, searchedPlace(here, action.query), true);
    case 'set-query':
      return go(state, here, searchedPlace(here, action.query), false);
    case 'open':
      return arrive(go(state, here, action.place, false));
    case 'replace':
      return arrive({ ...state, place: action.place, isTyping: false });
    case 'undo-typing':
      return here.query === action.query ? undoTyping(state) : state;
    case 'end-typing':
      return state.isTyping ? { ...state, isTyping: false } : state;
    case 'back':
      return step(state, here, state.back.at(-1), state.back.slice(0, -1), [...state.forward, here]);
    case 'forward':
      return step(state, here, state.forward.at(-1), [...state.back, here], state.forward.slice(0, -1));
    case 'forget':
      return { ...initialViewState, place: { ...initialViewState.place, view: here.view } };
  }
}

/** Another query is searched for on the same page of the view; one thing (a raid) gives way to the list. */
function searchedPlace(here: Place, query: string): Place {
  const view = searchedView(here);
  const staysOnPage = view === here.view && here.path !== undefined && !here.path.includes('/');
  return { view, query, position: null, ...(staysOnPage ? { path: here.path } : {}) };
}

/** Typing searches where a list is; elsewhere it leads to the messages. */
function searchedView({ view, query }: Place): ViewName {
  if (view === 'library') return 'messages';
  return view === 'conversations' && query === '' ? 'messages' : view;
}

function placeIn(state: ViewState, view: ViewName): Place {
  const left = state.left[view];
  if (view !== 'library') return left ?? { view, query: '', position: null };
  // The library has no list of its own; the search box goes on showing what the messages were searched for.
  const { query } = state.place.view === 'messages' ? state.place : (state.left.messages ?? initialViewState.place);
  return { view, query, position: null };
}

function go(state: ViewState, here: Place, place: Place, isTyping: boolean): ViewState {
  const isSamePage = here.view === place.view && here.query === place.query && here.path === place.path;
  if (isSamePage && place.position === null) {
    return state.isTyping === isTyping ? state : { ...state, isTyping };
  }
  const staysInTyping = state.isTyping && isTyping && here.view === place.view && here.path === place.path;
  return {
    ...state,
    place,
    isTyping,
    back: staysInTyping ? state.back : [...state.back, here].slice(-stackLimit),
    forward: [],
    left: { ...state.left, [here.view]: here },
  };
}

function undoTyping(state: ViewState): ViewState {
  const place = state.back.at(-1) ?? { ...state.place, query: '', position: null };
  return { ...state, place, back: state.back.slice(0, -1), isTyping: false };
}

function step(
  state: ViewState,
  here: Place,
  place: Place | undefined,
  back: readonly Place[],
  forward: readonly Place[],
): ViewState {
  if (place === undefined) return state;
  return arrive({ ...state, place, back, forward, left: { ...state.left, [here.view]: here }, isTyping: false });
}

function arrive(state: ViewState): ViewState {
  return { ...state, arrivals: state.arrivals + 1 };
}
