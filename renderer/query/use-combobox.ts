import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Suggestion, SuggestionList } from '../../shared/query/types.ts';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import {
  acceptSuggestion,
  groupSuggestions,
  isFinished,
  isWorthSuggesting,
  type SuggestionGroup,
} from './suggestion-groups.ts';
import { useSuggestions, type SuggestionPlace } from './use-suggestions.ts';

interface ComboboxOptions {
  readonly text: string;
  /** Puts another text into the box, and the caret at a place of it. */
  readonly onAccept: (text: string, caret: number) => void;
}

/** `typing`: wherever a word stands at the caret; `asked`: at any place. */
type Opening = 'closed' | 'typing' | 'asked';

interface ComboboxState {
  readonly opening: Opening;
  readonly caret: number;
  /** The option that the arrow keys are on; -1: none, the keys are the text's. */
  readonly activeIndex: number;
  readonly session: number;
  /** Chosen while the answer for the latest letter was under way: taken if that still suggests it. */
  readonly chosenEarly: Suggestion | null;
}

export interface Combobox {
  /** Empty: the list is closed, or there is nothing to suggest. */
  readonly groups: readonly SuggestionGroup[];
  readonly activeIndex: number;
  readonly caret: number;
  /** The person typed: the text is for the caller to keep. */
  readonly onType: (caret: number) => void;
  readonly onMoveCaret: (caret: number) => void;
  /** Opens the list for a place, also where nothing was typed. */
  readonly openAt: (caret: number) => void;
  readonly close: () => void;
  readonly pick: (suggestion: Suggestion) => void;
  /** True if the key was the list's. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
}

const closed: ComboboxState = { opening: 'closed', caret: 0, activeIndex: -1, session: 0, chosenEarly: null };

/** The list of suggestions under a text box: when it is open, what is in it, and what keys do to it. */
export function useCombobox({ text, onAccept }: ComboboxOptions): Combobox {
  const { timeZone, suggestChannel } = useBoxedSearch();
  const [state, setState] = useState(closed);
  const { opening, caret, activeIndex, session, chosenEarly } = state;
  const isWanted = opening === 'asked' || (opening === 'typing' && isWorthSuggesting(text, caret));
  const place = useMemo(
    () =>
      isWanted
        ? { channel: suggestChannel, query: text, position: Math.min(caret, text.length), timeZone, session }
        : null,
    [isWanted, suggestChannel, text, caret, timeZone, session],
  );
  const open = (how: Opening, at: number) =>
    setState((before) => ({
      opening: how,
      caret: at,
      activeIndex: -1,
      session: before.session + (before.opening === 'closed' ? 1 : 0),
      chosenEarly: null,
    }));
  const close = () => setState((before) => ({ ...before, opening: 'closed', activeIndex: -1, chosenEarly: null }));
  const accept = (query: string, { range }: SuggestionList, suggestion: Suggestion) => {
    const accepted = acceptSuggestion(query, range, suggestion);
    if (accepted.goesOn) open('asked', accepted.caret);
    else close();
    onAccept(accepted.text, accepted.caret);
  };
  const takeChosenEarly = ({ query }: SuggestionPlace, answered: SuggestionList) => {
    if (chosenEarly === null) return;
    const isChosen = ({ kind, text: inserted }: Suggestion) =>
      kind === chosenEarly.kind && inserted === chosenEarly.text;
    const still = answered.suggestions.find(isChosen);
    if (still) accept(query, answered, still);
    else setState((before) => ({ ...before, chosenEarly: null }));
  };
  const suggestions = useSuggestions(place, takeChosenEarly);
  const list = suggestions?.list;
  const groups = useMemo(
    () => (list && !isFinished(text, list) ? groupSuggestions(list.suggestions) : []),
    [text, list],
  );
  const options = groups.flatMap(({ items }) => items.map(({ suggestion }) => suggestion));

  const pick = (suggestion: Suggestion) => {
    if (suggestions?.isCurrent === true) accept(text, suggestions.list, suggestion);
    else setState((before) => ({ ...before, chosenEarly: suggestion }));
  };
  const move = (step: number) => {
    const places = options.length + 1;
    setState((before) => ({ ...before, activeIndex: ((before.activeIndex + 1 + step + places) % places) - 1 }));
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    if (options.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const chosen = options[activeIndex] ?? (event.key === 'Tab' ? completionOf(options) : undefined);
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) pick(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    groups,
    activeIndex,
    caret,
    onType: (at) => open('typing', at),
    onMoveCaret: (at) =>
      setState((before) => (before.caret === at ? before : { ...before, caret: at, chosenEarly: null })),
    openAt: (at) => open('asked', at),
    close,
    pick,
    takeKey,
  };
}

/** What the Tab key completes to when no option was chosen: never a whole search in place of what was typed. */
function completionOf(options: readonly Suggestion[]): Suggestion | undefined {
  return options.find(({ kind }) => kind === 'key' || kind === 'value');
}
