import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Job } from '../../shared/jobs/types.ts';
import { useEvent } from '../contract/ClientProvider.tsx';
import { describeError } from '../contract/error-sentences.ts';
import type { ImportStep } from './ImportFlowProvider.tsx';

/** Tells of a job that ended while its dialog was out of sight. */
export function useJobEndNotice(current: ImportStep, showJob: (jobId: string) => void): void {
  useEvent('jobs.changed', (job) => {
    // An export tells of its end itself, with the place of its file.
    if (job.kind === 'export' || job.state === 'running' || (current.step === 'job' && current.jobId === job.id))
      return;
    notifications.show({
      id: job.id,
      color: job.state === 'failed' ? 'red' : 'accent',
      title: titleOf(job),
      message: (
        <Button
          variant="light"
          size="compact-xs"
          onClick={() => {
            notifications.hide(job.id);
            showJob(job.id);
          }}
        >
          Show summary
        </Button>
      ),
      autoClose: 15_000,
    });
  });
}

function titleOf(job: Job): string {
  if (job.state === 'done') return `${job.title}: done`;
  if (job.state === 'cancelled') return `${job.title}: cancelled`;
  return `${job.title}: ${job.error ? describeError(job.error).title : 'failed'}`;
}
