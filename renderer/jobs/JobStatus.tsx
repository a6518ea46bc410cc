import { ActionIcon, Loader, Progress, UnstyledButton } from '@mantine/core';
import { X } from 'lucide-react';
import type { Job } from '../../shared/jobs/types.ts';
import classes from './JobStatus.module.css';
import { percentDone } from './job-list.ts';
import { useCancelJob } from './use-jobs.ts';

interface JobStatusProps {
  readonly job: Job;
  readonly onOpen: () => void;
}

/** The job under way, small enough for the status bar; opens its progress when clicked. */
export function JobStatus({ job, onOpen }: JobStatusProps) {
  const cancel = useCancelJob();
  const percent = percentDone(job);
  return (
    <span className={classes.job}>
      <UnstyledButton className={classes.open} onClick={onOpen} title="Show progress">
        <span className={classes.title}>{job.title}</span>
        {percent === null ? (
          <Loader size={10} />
        ) : (
          <Progress className={classes.bar ?? ''} value={percent} size="sm" aria-label={job.phase} />
        )}
        <span className={classes.percent}>{percent === null ? job.phase : `${Math.floor(percent)} %`}</span>
      </UnstyledButton>
      <ActionIcon
        size="xs"
        variant="subtle"
        color="gray"
        aria-label={`Cancel: ${job.title}`}
        loading={cancel.isPending}
        onClick={() => cancel.mutate(job.id)}
      >
        <X size="0.8rem" aria-hidden />
      </ActionIcon>
    </span>
  );
}
