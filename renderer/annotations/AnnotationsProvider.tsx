import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useEvent } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { AnnotationStore } from './annotation-store.ts';

const AnnotationsContext = createContext<AnnotationStore | null>(null);

/** Holds what changed of one library's annotations; another library needs another one (`key`). */
export function AnnotationsProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => new AnnotationStore());
  const queries = useQueryClient();
  useEvent('annotations.changed', (annotation) => {
    store.keep(annotation);
    outdateSearches(queries);
  });
  return <AnnotationsContext value={store}>{children}</AnnotationsContext>;
}

export function useAnnotationStore(): AnnotationStore {
  const store = useContext(AnnotationsContext);
  if (store === null) throw new Error('useAnnotationStore outside of AnnotationsProvider');
  return store;
}

const asksForAnnotations = /(?:^|[\s(|&,-])(?:is|tag|note):/iu;

/**
 * What a search like `is:starred` found before is out of date. A list on screen stays as it is, so that a star taken
 * off by mistake can be put on again; it is fetched anew when the person comes back to it.
 */
function outdateSearches(queries: QueryClient): void {
  void queries.invalidateQueries({
    queryKey: keys.messages,
    predicate: ({ queryKey }) => queryKey.some((part) => typeof part === 'string' && asksForAnnotations.test(part)),
    refetchType: 'none',
  });
  void queries.invalidateQueries({ queryKey: keys.tags });
}
