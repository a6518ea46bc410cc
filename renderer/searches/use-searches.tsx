import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PastSearch, SavedSearch } from '../../shared/searches/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import type { Client } from '../contract/client.ts';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';

const noSaved: readonly SavedSearch[] = [];
const noPast: readonly PastSearch[] = [];

/** The saved searches of the open library, in the person's own order. */
export function useSavedSearches(): readonly SavedSearch[] {
  const client = useClient();
  return useQuery({ queryKey: keys.searches, queryFn: () => client.call('searches.list', {}) }).data ?? noSaved;
}

/** Searches of before, newest first; read anew whenever the menu opens. */
export function useSearchHistory(): readonly PastSearch[] {
  const client = useClient();
  const { data } = useQuery({
    queryKey: keys.searchHistory,
    queryFn: () => client.call('searches.listHistory', { limit: 50 }),
    staleTime: 0,
  });
  return data ?? noPast;
}

type Change = (client: Client) => Promise<readonly SavedSearch[]>;

/** Runs a call that changes the saved searches, and takes its answer over. Failures reach whoever called it. */
export function useSavedSearchChange() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => change(client),
    onSuccess: (searches) => queries.setQueryData(keys.searches, searches),
  });
}

/** Removes a saved search, and offers to take that back where it stood. */
export function useRemoveSearch(): (search: SavedSearch, position: number) => void {
  const { mutate } = useSavedSearchChange();
  return (search, position) => {
    const { id, name, query } = search;
    const notice = `removed-search-${id}`;
    const putBack = () => {
      notifications.hide(notice);
      mutate((client) => client.call('searches.save', { name, query, position }), { onError: notifyError });
    };
    mutate((client) => client.call('searches.remove', { id }), {
      onError: notifyError,
      onSuccess: () =>
        notifications.show({
          id: notice,
          title: 'Saved search removed',
          message: (
            <>
              <span style={{ overflowWrap: 'anywhere' }}>{name}</span>{' '}
              <Button variant="default" size="compact-xs" onClick={putBack}>
                Undo
              </Button>
            </>
          ),
          autoClose: 10_000,
        }),
    });
  };
}

/** Forgets one search of before, or all. */
export function useClearHistory(): (query?: string) => void {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (query: string | undefined) =>
      client.call('searches.clearHistory', query === undefined ? {} : { query }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.searchHistory }),
    onError: notifyError,
  });
  return (query) => mutate(query);
}
