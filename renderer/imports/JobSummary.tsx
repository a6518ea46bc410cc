import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleCheck, CircleSlash } from 'lucide-react';
import { importsOf, type Job } from '../../shared/jobs/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useView } from '../app/ViewProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import classes from './ImportDialog.module.css';
import { useImportFlow } from './ImportFlowProvider.tsx';
import { ImportResultSummary } from './ImportResultSummary.tsx';

/** How a job ended: what it did, or that it did nothing. */
export function JobSummary({ job }: { readonly job: Job }) {
  const { close } = useImportFlow();
  const { dispatch } = useView();
  const imports = importsOf(job.result);
  const isDone = job.state === 'done';
  return (
    <Stack gap="md" data-testid="job-summary" data-state={job.state}>
      <Outcome job={job} keptFiles={imports.length} />
      {imports.map((result) => (
        <ImportResultSummary key={result.id} result={result} />
      ))}
      {imports.length > 0 && (
        <Text size="sm" c="dimmed">
          Password hashes are never copied. E-mail addresses, IP addresses and user agents stay hidden unless you turn
          them on in the settings.
        </Text>
      )}
      <Group justify="flex-end" gap="sm" className={classes.actions ?? ''}>
        <Button variant="default" onClick={close}>
          Close
        </Button>
        {isDone && job.kind !== 'export' && (
          <Button
            data-autofocus
            onClick={() => {
              close();
              dispatch({ type: 'set-query', query: '' });
            }}
          >
            Show messages
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Outcome({ job, keptFiles }: { readonly job: Job; readonly keptFiles: number }) {
  if (job.kind === 'export') return <ExportOutcome job={job} />;
  if (job.state === 'failed') {
    return (
      <>
        <ErrorNotice error={job.error} />
        <Text fw={500}>{keptSentence(keptFiles)}</Text>
      </>
    );
  }
  if (job.state === 'cancelled') {
    return (
      <Alert icon={<CircleSlash size="1.125rem" aria-hidden />} title="Cancelled">
        {keptSentence(keptFiles)}
      </Alert>
    );
  }
  if (job.kind === 'undo-import') {
    return (
      <Alert icon={<CircleCheck size="1.125rem" aria-hidden />}>
        The import was taken back. The library is as if it had never been; all other imports are kept.
      </Alert>
    );
  }
  return null;
}

/** Files are imported one by one, each whole or not at all: those before the end are in. */
function keptSentence(keptFiles: number): string {
  if (keptFiles === 0) return 'Your library is unchanged.';
  return 'The files below were already imported and stay. Nothing of the others was.';
}

function ExportOutcome({ job }: { readonly job: Job }) {
  if (job.error && job.state === 'failed') return <ErrorNotice error={job.error} />;
  if (job.result?.kind !== 'export') {
    return (
      <Alert icon={<CircleSlash size="1.125rem" aria-hidden />} title="Cancelled">
        The unfinished file was removed.
      </Alert>
    );
  }
  return (
    <Alert icon={<CircleCheck size="1.125rem" aria-hidden />} title={formatQuantity(job.result.rowCount, 'row')}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {job.result.path}
      </Text>
    </Alert>
  );
}
