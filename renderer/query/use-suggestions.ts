import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SuggestionList } from '../../shared/query/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import type { BoxKind } from './box-kinds.ts';

/** A place in a search text for which suggestions are wanted. */
export interface SuggestionPlace {
  readonly channel: BoxKind['suggestChannel'];
  readonly query: string;
  readonly position: number;
  readonly timeZone: string;
  /** Another number each time the list opens: it never opens with what it showed before. */
  readonly session: number;
}

export interface Suggestions {
  readonly list: SuggestionList;
  /** False while the answer for the latest letter is under way: to be looked at, not to be taken. */
  readonly isCurrent: boolean;
}

interface Answer {
  readonly place: SuggestionPlace;
  readonly list: SuggestionList;
}

const suggestionLimit = 12;

/**
 * What may be typed at a place of the search text; null: nothing is wanted, or known yet. One request is under way at
 * most, and each is sent at once: the time that an answer takes is all that letters typed fast wait for. An answer that
 * comes after another letter was typed is dropped; `onAnswer` hears of the others.
 */
export function useSuggestions(
  place: SuggestionPlace | null,
  onAnswer: (place: SuggestionPlace, list: SuggestionList) => void,
): Suggestions | null {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const wanted = useRef<SuggestionPlace | null>(null);
  const isAsking = useRef(false);
  const hear = useEffectEvent(onAnswer);
  useEffect(() => {
    wanted.current = place;
    const ask = async () => {
      isAsking.current = true;
      for (let next = wanted.current; next !== null; next = wanted.current) {
        const { session: _, channel, ...input } = next;
        // Without suggestions one can still search, and the search itself says what is wrong with the library.
        const list = await client
          .call(channel, { ...input, limit: suggestionLimit })
          .catch((): SuggestionList => ({ range: [0, 0], suggestions: [] }));
        if (wanted.current !== next) continue;
        wanted.current = null;
        setAnswer({ place: next, list });
        hear(next, list);
      }
      isAsking.current = false;
    };
    if (!isAsking.current) void ask();
  }, [client, place]);
  if (place === null || answer?.place.session !== place.session) return null;
  if (answer.place.channel !== place.channel) return null;
  return { list: answer.list, isCurrent: isSamePlace(answer.place, place) };
}

function isSamePlace(one: SuggestionPlace, other: SuggestionPlace): boolean {
  return one.query === other.query && one.position === other.position && one.timeZone === other.timeZone;
}
