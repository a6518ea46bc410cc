import { useCallback, useState } from 'react';

export interface News {
  readonly isAtEnd: boolean;
  /** Messages that were added since the end of the list was last seen. */
  readonly count: number;
  readonly onAtEnd: (isAtEnd: boolean) => void;
}

interface Seen {
  readonly query: string;
  /** Hits when the end was last in view. */
  readonly total: number | null;
}

/** What came in while the person read further up. `total`: all hits of the query, null while they are counted. */
export function useNews(query: string, total: number | null): News {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seen, setSeen] = useState<Seen>({ query, total: null });
  const known = seen.query === query ? seen.total : null;
  const isSeen = total !== null && (isAtEnd || known === null || total < known);
  if (isSeen && (known !== total || seen.query !== query)) setSeen({ query, total });
  const onAtEnd = useCallback((value: boolean) => setIsAtEnd(value), []);
  return { isAtEnd, count: isSeen || total === null || known === null ? 0 : total - known, onAtEnd };
}
