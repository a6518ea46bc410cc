import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { Job } from '../../shared/jobs/types.ts';
import { formatCount, formatSeconds } from '../app/number-format.ts';
import { percentDone } from '../jobs/job-list.ts';
import { useElapsedSeconds } from '../jobs/use-elapsed.ts';
import { useCancelJob } from '../jobs/use-jobs.ts';
import { useImportFlow } from './ImportFlowProvider.tsx';

/** How far a job is, with the ways to stop it or to let it go on out of sight. */
export function JobProgress({ job }: { readonly job: Job }) {
  const { close } = useImportFlow();
  const cancel = useCancelJob();
  const elapsed = useElapsedSeconds(job);
  const percent = percentDone(job);
  return (
    <Stack gap="sm" data-testid="job-progress">
      <Text fw={500} aria-live="polite">
        {job.phase || 'Starting'}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={percent ?? 100}
          animated={percent === null}
          striped={percent === null}
          aria-label={job.title}
          {...(percent === null ? { 'aria-valuetext': job.phase } : {})}
        />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {progressOf(job, percent)}
        </Text>
        <Text size="sm" c="dimmed">
          {formatSeconds(Math.floor(elapsed))}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {job.kind === 'export'
          ? 'The file takes its name once it is whole; cancelling removes what was written.'
          : 'Until it is finished the library stays as it is; cancelling leaves nothing behind.'}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={close}>
          Continue in the background
        </Button>
        <Button
          variant="default"
          c="var(--danger-text)"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(job.id)}
        >
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}

function progressOf({ done, total }: Job, percent: number | null): string {
  if (percent !== null) return `${formatCount(done)} of ${formatCount(total)} (${Math.floor(percent)} %)`;
  return done > 0 ? `${formatCount(done)} so far` : 'Counting what there is to do';
}
