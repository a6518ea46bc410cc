import { Modal } from '@mantine/core';
import type { Job } from '../../shared/jobs/types.ts';
import { useJob } from '../jobs/use-jobs.ts';
import { NewLibraryForm } from '../library/NewLibraryForm.tsx';
import { useImportFlow, type ImportStep } from './ImportFlowProvider.tsx';
import { ImportPreviewStep } from './ImportPreviewStep.tsx';
import { JobProgress } from './JobProgress.tsx';
import { JobSummary } from './JobSummary.tsx';

/** The one dialog of the import: name, preview, progress, summary. Closing it leaves a running job running. */
export function ImportDialog() {
  const { current, close } = useImportFlow();
  const job = useJob(current.step === 'job' ? current.jobId : null);
  return (
    <Modal
      opened={current.step !== 'closed'}
      onClose={close}
      title={titleOf(current, job)}
      size={current.step === 'name-library' ? '28rem' : '52rem'}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': job?.state === 'running' ? 'Continue in the background' : 'Close' }}
    >
      <Step current={current} job={job} />
    </Modal>
  );
}

function Step({ current, job }: { readonly current: ImportStep; readonly job: Job | undefined }) {
  if (current.step === 'name-library') return <NewLibraryForm files={current.files} />;
  if (current.step === 'preview') return <ImportPreviewStep files={current.files} />;
  if (job === undefined) return null;
  return job.state === 'running' ? <JobProgress job={job} /> : <JobSummary job={job} />;
}

function titleOf(current: ImportStep, job: Job | undefined): string {
  if (current.step === 'name-library') return 'New library';
  if (current.step === 'preview') return 'Import: what it would do';
  if (job === undefined || job.state === 'running') return job?.title ?? 'Starting';
  if (job.state === 'cancelled') return 'Cancelled';
  return endTitles[job.kind][job.state];
}

const endTitles = {
  import: { done: 'Import finished', failed: 'Import failed' },
  'undo-import': { done: 'Import undone', failed: 'Undo failed' },
  export: { done: 'Export finished', failed: 'Export failed' },
} as const;
