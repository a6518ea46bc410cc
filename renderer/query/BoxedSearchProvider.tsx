import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { QueryProblem, ResolvedName } from '../../shared/query/types.ts';
import { resolveTimeZone } from '../app/time-format.ts';
import { useSettings } from '../app/use-settings.ts';
import { useView } from '../app/ViewProvider.tsx';
import type { BoxKind } from './box-kinds.ts';
import { useProblems } from './use-problems.ts';

/** What the search box speaks, what stands in it, and what became of that. */
export interface BoxedSearch extends BoxKind {
  readonly text: string;
  readonly timeZone: string;
  /** What is amiss with the text. */
  readonly problems: readonly QueryProblem[];
  /** The hits on screen, if there are any, are not those of the text. */
  readonly isStale: boolean;
  /** The query whose hits are on screen instead of those of the text; null when they are the text's own, or there are none. */
  readonly stillShown: string | null;
  readonly error: Error | null;
  /** What names in the text stand for, as far as that is known. */
  readonly resolved: readonly ResolvedName[];
}

/** What a view knows of its search. Problems and names stay the same objects as long as they say the same. */
interface SearchAnswers {
  /** The library's latest answer; null before the first. */
  readonly latest: { readonly query: string; readonly problems: readonly QueryProblem[] } | null;
  /** The answer whose hits are on screen: a text that cannot be read leaves those of the one before there. */
  readonly shown: { readonly query: string; readonly resolved: readonly ResolvedName[] } | null;
  readonly error: Error | null;
}

const BoxedSearchContext = createContext<BoxedSearch | null>(null);

/**
 * Gives the search box its search. One for each kind of search stands around the header and the views, one in the other;
 * where a view is not its own, it hands on the value of the one around it (`useBoxedSearch`).
 */
export function BoxedSearchProvider({
  value,
  children,
}: {
  readonly value: BoxedSearch;
  readonly children: ReactNode;
}) {
  return <BoxedSearchContext value={value}>{children}</BoxedSearchContext>;
}

/** The search of the box in the header. */
export function useBoxedSearch(): BoxedSearch {
  const boxed = useContext(BoxedSearchContext);
  if (boxed === null) throw new Error('useBoxedSearch outside of BoxedSearchProvider');
  return boxed;
}

const noNames: readonly ResolvedName[] = [];

/** The search of a box of this kind over the text of the place where the person is. */
export function useAnsweredSearch(kind: BoxKind, { latest, shown, error }: SearchAnswers): BoxedSearch {
  const text = useView().state.place.query;
  const timeZone = resolveTimeZone(useSettings().timeZone);
  // Once the text has changed, positions in the one before would underline the wrong letters.
  const problems = useProblems(text, latest, kind.language);
  const shownQuery = shown?.query ?? null;
  const isStale = text !== shownQuery || error !== null;
  const resolved = shown !== null && shownQuery === text ? shown.resolved : noNames;
  const stillShown = isStale ? shownQuery : null;
  return useMemo(
    () => ({ ...kind, text, timeZone, problems, isStale, stillShown, error, resolved }),
    [kind, text, timeZone, problems, isStale, stillShown, error, resolved],
  );
}
