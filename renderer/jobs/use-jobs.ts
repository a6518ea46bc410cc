import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../shared/jobs/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';
import { withJob } from './job-list.ts';

const none: readonly Job[] = [];

/** Every job of this run, newest first; kept up to date by events. */
export function useJobs(): readonly Job[] {
  const client = useClient();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: keys.jobs,
    queryFn: async () => {
      const listed = await client.call('jobs.list', {});
      // Events may have overtaken this answer.
      const seen = queries.getQueryData<readonly Job[]>(keys.jobs) ?? none;
      return seen.reduce(withJob, listed);
    },
  });
  return data ?? none;
}

/** One job's newest snapshot; undefined until the first is known. */
export function useJob(id: string | null): Job | undefined {
  return useJobs().find((job) => job.id === id);
}

/** What is under way: an export may run beside an import. */
export function useRunningJobs(): readonly Job[] {
  return useJobs().filter(({ state }) => state === 'running');
}

/** Asks a job to stop. */
export function useCancelJob() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => client.call('jobs.cancel', { jobId }),
    onSuccess: (job) => queries.setQueryData<readonly Job[]>(keys.jobs, (jobs) => withJob(jobs ?? none, job)),
    onError: notifyError,
  });
}
