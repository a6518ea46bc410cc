import { useMemo, useReducer } from 'react';
import { nextStop, type FightStop, type SecondRange } from './fight-moments.ts';

/** A moment that the person chose: at a stop, or between stops. */
interface Cursor {
  readonly second: number;
  readonly stopKey: string | null;
}

/**
 * What the chat shall show: this message or (null) the one nearest to the moment. A new object each time, so that asking
 * twice scrolls twice.
 */
export interface SoughtMessage {
  readonly messageId: string | null;
  readonly second: number;
}

interface FightState {
  readonly cursor: Cursor | null;
  readonly range: SecondRange | null;
  /** Where a range that is being made by keyboard began. */
  readonly anchor: number | null;
  /** The chosen message of the chat. */
  readonly activeId: string | null;
  readonly sought: SoughtMessage | null;
}

type FightAction =
  | { readonly type: 'go-to'; readonly second: number; readonly stop: FightStop | null }
  | { readonly type: 'step'; readonly to: FightStop | null; readonly isExtending: boolean }
  | { readonly type: 'choose-message'; readonly messageId: string; readonly second: number }
  | { readonly type: 'seek'; readonly messageId: string; readonly second: number }
  | { readonly type: 'brush'; readonly range: SecondRange | null }
  | { readonly type: 'clear' };

const noFight: FightState = { cursor: null, range: null, anchor: null, activeId: null, sought: null };

/** A range shorter than this is a click. */
const shortestRangeSeconds = 0.5;

function fightReducer(state: FightState, action: FightAction): FightState {
  switch (action.type) {
    case 'go-to': {
      const { second, stop } = action;
      const sought = { messageId: stop?.messageId ?? null, second };
      return { ...state, cursor: { second, stopKey: stop?.key ?? null }, anchor: null, sought };
    }
    case 'step':
      return stepTo(state, action.to, action.isExtending);
    case 'choose-message': {
      const { messageId, second } = action;
      return { ...state, activeId: messageId, cursor: { second, stopKey: null }, anchor: null };
    }
    case 'seek': {
      const { messageId, second } = action;
      // What is outside of the range is not in the chat: the range gives way.
      const isInside = state.range === null || (second >= state.range.from && second <= state.range.to);
      const cursor = state.cursor?.second === second ? state.cursor : { second, stopKey: null };
      const range = isInside ? state.range : null;
      return { ...state, range, anchor: null, cursor, activeId: messageId, sought: { messageId, second } };
    }
    case 'brush':
      return { ...state, range: ordered(action.range), anchor: null };
    case 'clear':
      // First the range goes, then the moment.
      return state.range === null ? { ...noFight } : { ...state, range: null, anchor: null };
  }
}

function stepTo(state: FightState, to: FightStop | null, isExtending: boolean): FightState {
  if (to === null) return state;
  const { second, messageId } = to;
  const cursor = { second, stopKey: to.key };
  if (!isExtending) return { ...state, cursor, anchor: null, sought: { messageId, second } };
  const anchor = state.anchor ?? state.cursor?.second ?? second;
  return { ...state, cursor, anchor, range: ordered({ from: anchor, to: second }) };
}

function ordered(range: SecondRange | null): SecondRange | null {
  if (range === null || Math.abs(range.to - range.from) < shortestRangeSeconds) return null;
  return { from: Math.min(range.from, range.to), to: Math.max(range.from, range.to) };
}

export interface Fight {
  readonly state: FightState;
  /** To a moment of the line; `stop` if one is there. */
  readonly goTo: (second: number, stop: FightStop | null) => void;
  /** To the next stop; `isExtending`: the range grows along. */
  readonly step: (towards: 1 | -1, isExtending: boolean) => void;
  /** To one end of all stops. */
  readonly stepToEnd: (towards: 1 | -1, isExtending: boolean) => void;
  /** A message of the chat was chosen: the line shows its moment. */
  readonly chooseMessage: (messageId: string, second: number) => void;
  /** A mark of the line was chosen: the chat shows its message. */
  readonly seek: (messageId: string, second: number) => void;
  readonly brush: (range: SecondRange | null) => void;
  readonly clear: () => void;
}

/** What the line of health and the chat have in common: the moment, the range and the message. */
export function useFight(stops: readonly FightStop[]): Fight {
  const [state, dispatch] = useReducer(fightReducer, noFight);
  const { cursor } = state;
  return useMemo(
    () => ({
      state,
      goTo: (second, stop) => dispatch({ type: 'go-to', second, stop }),
      step: (towards, isExtending) => dispatch({ type: 'step', to: nextStop(stops, cursor, towards), isExtending }),
      stepToEnd: (towards, isExtending) =>
        dispatch({ type: 'step', to: stops.at(towards === 1 ? -1 : 0) ?? null, isExtending }),
      chooseMessage: (messageId, second) => dispatch({ type: 'choose-message', messageId, second }),
      seek: (messageId, second) => dispatch({ type: 'seek', messageId, second }),
      brush: (range) => dispatch({ type: 'brush', range }),
      clear: () => dispatch({ type: 'clear' }),
    }),
    [state, stops, cursor],
  );
}
