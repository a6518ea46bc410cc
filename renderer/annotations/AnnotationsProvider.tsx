import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useEvent } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { AnnotationStore } from './annotation-store.ts';

interface Annotations {
  readonly store: AnnotationStore;
  readonly isReadOnly: boolean;
}

const AnnotationsContext = createContext<Annotations | null>(null);

interface AnnotationsProviderProps {
  /** The library cannot be written: nothing can be kept in it. */
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
}

/** Holds what changed of one library's annotations; another library needs another one (`key`). */
export function AnnotationsProvider({ isReadOnly, children }: AnnotationsProviderProps) {
  const [store] = useState(() => new AnnotationStore());
  const queries = useQueryClient();
  useEvent('annotations.changed', (annotation) => {
    store.keep(annotation);
    outdateSearches(queries);
  });
  const annotations = useMemo(() => ({ store, isReadOnly }), [store, isReadOnly]);
  return <AnnotationsContext value={annotations}>{children}</AnnotationsContext>;
}

function useAnnotations(): Annotations {
  const annotations = useContext(AnnotationsContext);
  if (annotations === null) throw new Error('useAnnotations outside of AnnotationsProvider');
  return annotations;
}

export function useAnnotationStore(): AnnotationStore {
  return useAnnotations().store;
}

/** True for a library that cannot be written. From here and not from its status: every row of a list asks. */
export function useIsReadOnly(): boolean {
  return useAnnotations().isReadOnly;
}

const asksForAnnotations = /(?:^|[\s(|&,-])(?:is|tag|note):/iu;

/**
 * What a search like `is:starred` found before is out of date. A list on screen stays as it is, so that a star taken
 * off by mistake can be put on again; it is fetched anew when the person comes back to it.
 */
function outdateSearches(queries: QueryClient): void {
  for (const queryKey of [keys.messages, keys.raids]) {
    void queries.invalidateQueries({
      queryKey,
      predicate: ({ queryKey }) => queryKey.some(holdsSearch),
      refetchType: 'none',
    });
  }
  void queries.invalidateQueries({ queryKey: keys.tags });
}

/** True for a part of a query's key that is such a search, or has one among what it asks. */
function holdsSearch(part: unknown): boolean {
  if (typeof part === 'string') return asksForAnnotations.test(part);
  return typeof part === 'object' && part !== null && Object.values(part).some(holdsSearch);
}
