import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppInfo } from '../../shared/app/types.ts';
import type { LibraryStatus, OpenLibrary, RecentLibrary } from '../../shared/library/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import type { Client } from '../contract/client.ts';
import { notifyError } from '../contract/notify.ts';
import { keys, libraryKeys } from '../contract/query-client.ts';

/** Whether a library is open, and what is in it; undefined until first known. */
export function useLibraryStatus(): LibraryStatus | undefined {
  const client = useClient();
  return useQuery({ queryKey: keys.status, queryFn: () => client.call('library.getStatus', {}) }).data;
}

export function useRecentLibraries(): readonly RecentLibrary[] | undefined {
  const client = useClient();
  return useQuery({ queryKey: keys.recent, queryFn: () => client.call('library.listRecent', {}) }).data;
}

export function useAppInfo(): AppInfo | undefined {
  const client = useClient();
  return useQuery({ queryKey: keys.info, queryFn: () => client.call('app.getInfo', {}) }).data;
}

type Change = (client: Client) => Promise<LibraryStatus>;

/**
 * Runs a call that opens, makes or closes a library and takes its answer over at once, so that what follows in the
 * same click does not depend on the event arriving first. Failures reach the caller unless it is `reportsErrors`.
 */
export function useLibraryChange({ reportsErrors = true } = {}) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => change(client),
    onSuccess: (status) => {
      queries.setQueryData(keys.status, status);
      for (const queryKey of libraryKeys) void queries.invalidateQueries({ queryKey });
    },
    ...(reportsErrors ? { onError: notifyError } : {}),
  });
}

/** Rows of one of the library's tables. */
export function rowCountOf(library: OpenLibrary, table: OpenLibrary['tables'][number]['table']): number {
  return library.tables.find((summary) => summary.table === table)?.rowCount ?? 0;
}
