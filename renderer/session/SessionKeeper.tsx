import { useEffect, useEffectEvent, useRef } from 'react';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import type { SessionState } from '../../shared/session/types.ts';
import { focusTargets } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';
import type { Place, ViewName } from '../app/view-state.ts';
import { useClient } from '../contract/ClientProvider.tsx';

/** What changes on screen is written down so much later, with what came in between. */
const pauseMs = 700;

/** Every view that can be gone back to. */
const views: Readonly<Record<ViewName, true>> = {
  messages: true,
  conversations: true,
  live: true,
  raids: true,
  library: true,
};

/**
 * Shows a library as it was left: the view, the search, and the list at the message that stood on top. Asked for once
 * when the library opens, and dropped if the person was quicker; nothing waits for it. Draws nothing.
 */
export function SessionKeeper() {
  const client = useClient();
  const { state, dispatch, readPlace, takeArrival } = useView();
  const isRestored = useRef(false);
  const saved = useRef('');

  const restore = useEffectEvent((session: SessionState | null) => {
    isRestored.current = true;
    const place = session === null ? null : placeOf(session);
    const isUntouched = state.place.query === '' && state.back.length === 0 && !state.isTyping;
    if (place === null || !isUntouched || isSamePlace(place, state.place)) return;
    saved.current = JSON.stringify(session);
    dispatch({ type: 'replace', place });
    // Nobody chose this list just now: the focus stays where it is.
    takeArrival(state.arrivals + 1);
  });
  useEffect(() => {
    let isCurrent = true;
    const take = (session: SessionState | null) => {
      if (isCurrent) restore(session);
    };
    client.call('session.get', {}).then(take, () => take(null));
    return () => {
      isCurrent = false;
    };
  }, [client]);

  const save = useEffectEvent((place: Place) => {
    // A place that was left meanwhile is no longer where the person is.
    if (!isRestored.current || place !== state.place) return;
    const session = sessionOf(readPlace());
    const text = JSON.stringify(session);
    if (text === saved.current) return;
    saved.current = text;
    // A library that was closed meanwhile has nowhere to keep it, and nobody to tell.
    client.call('session.save', session).catch(() => undefined);
  });
  useChanges(state.place, (place) => save(place));
  return null;
}

function placeOf({ view, query, path, position }: SessionState): Place | null {
  return isViewName(view) ? { view, query, position, ...(path === undefined ? {} : { path }) } : null;
}

function isSamePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isViewName(name: string): name is ViewName {
  return Object.hasOwn(views, name);
}

/** A list that stands where it begins by itself begins there again, whatever was imported since. */
function sessionOf(place: Place): SessionState {
  const { view, query, position } = place;
  const isPlain = position === null || (position.openId === null && parseQuery(query, messageLanguage).near === null);
  return { ...place, position: isPlain && standsAtBeginning(view) ? null : position };
}

/** What reads like a chat begins at its end; above and below rows that are loaded there is always room to scroll. */
function standsAtBeginning(view: ViewName): boolean {
  const list = document.getElementById(focusTargets.messageList);
  if (list === null || view === 'live') return true;
  return view === 'conversations' ? list.scrollHeight - list.clientHeight - list.scrollTop < 1 : list.scrollTop === 0;
}

/** Calls back a moment after the place or the list's position has changed, and when the window is left or closed. */
function useChanges(place: Place, onChanged: (place: Place) => void): void {
  const tell = useEffectEvent(onChanged);
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      // Not put off by what goes on: somebody may scroll for minutes.
      if (timer !== 0) return;
      timer = window.setTimeout(() => {
        timer = 0;
        tell(place);
      }, pauseMs);
    };
    const now = () => tell(place);
    wait();
    // Scrolling does not bubble, but it can be caught on its way down.
    document.addEventListener('scroll', wait, { capture: true, passive: true });
    document.addEventListener('click', wait);
    document.addEventListener('keyup', wait);
    document.addEventListener('visibilitychange', now);
    window.addEventListener('pagehide', now);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('scroll', wait, { capture: true });
      document.removeEventListener('click', wait);
      document.removeEventListener('keyup', wait);
      document.removeEventListener('visibilitychange', now);
      window.removeEventListener('pagehide', now);
    };
  }, [place]);
}
