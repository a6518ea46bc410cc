import type { Job } from '../../shared/jobs/types.ts';

/** The list with this job's newest snapshot in place of the one before, newest job first. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  const known = jobs.some(({ id }) => id === job.id);
  return known ? jobs.map((other) => (other.id === job.id ? newerOf(other, job) : other)) : [job, ...jobs];
}

/** A job ends once: a snapshot read before its end must not bring it back to life. */
function newerOf(known: Job, arrived: Job): Job {
  return known.state !== 'running' && arrived.state === 'running' ? known : arrived;
}

/** Share of the work done, 0-100; null while the whole is not known. */
export function percentDone(job: Job): number | null {
  return job.total > 0 ? Math.min(100, (job.done / job.total) * 100) : null;
}
