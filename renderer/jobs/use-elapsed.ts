import { useEffect, useState } from 'react';
import type { Job } from '../../shared/jobs/types.ts';
import { parseUtc } from '../app/time-format.ts';

/** Seconds that a job has taken so far, counted on while it runs. */
export function useElapsedSeconds(job: Job): number {
  const [now, setNow] = useState(() => Date.now());
  const isRunning = job.state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  const end = parseUtc(job.endedAt) ?? now;
  return Math.max(0, (end - (parseUtc(job.startedAt) ?? end)) / 1000);
}
