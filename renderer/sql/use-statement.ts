import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';

export interface EditedStatement {
  /** What stands in the box. */
  readonly text: string;
  /** True once a person changed what the search gave. */
  readonly isEdited: boolean;
  readonly error: Error | null;
  readonly edit: (text: string) => void;
  /** Back to the SQL of the search. */
  readonly reset: () => void;
}

export interface SearchInSql {
  readonly libraryPath: string;
  readonly query: string;
  readonly timeZone: string;
  /** Where the query says nothing of its order. */
  readonly defaultOrder: 'new' | 'old';
}

/** The SQL of a search until it is edited; what a person wrote stays, whatever is searched then. */
export function useStatement(search: SearchInSql): EditedStatement {
  const { libraryPath, query, timeZone, defaultOrder } = search;
  const client = useClient();
  const [edited, setEdited] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: [...keys.messages, 'sql', libraryPath, timeZone, query, defaultOrder],
    queryFn: ({ signal }) => client.call('sql.fromQuery', { query, timeZone, defaultOrder }, { signal }),
    gcTime: 30_000,
  });
  return {
    text: edited ?? data?.statement ?? '',
    isEdited: edited !== null && edited !== data?.statement,
    error,
    edit: setEdited,
    reset: () => setEdited(null),
  };
}
