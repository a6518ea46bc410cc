import { useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../shared/jobs/types.ts';
import { useEvent } from '../contract/ClientProvider.tsx';
import { keys, libraryKeys } from '../contract/query-client.ts';
import { withJob } from '../jobs/job-list.ts';

/** Carries the main process's events into the query cache, in one place; draws nothing. */
export function LiveUpdates() {
  const queries = useQueryClient();
  useEvent('settings.changed', (settings) => queries.setQueryData(keys.settings, settings));
  useEvent('jobs.changed', (job) =>
    queries.setQueryData<readonly Job[]>(keys.jobs, (jobs) => withJob(jobs ?? [], job)),
  );
  useEvent('library.changed', (status) => {
    queries.setQueryData(keys.status, status);
    for (const queryKey of libraryKeys) void queries.invalidateQueries({ queryKey });
  });
  return null;
}
