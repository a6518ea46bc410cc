import { notifications } from '@mantine/notifications';
import { formatBytes, formatQuantity } from '../app/number-format.ts';
import { useClient, useEvent } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { useAppInfo } from '../library/use-library.ts';
import { showWritten } from './written-notice.tsx';

/** Tells how each export ended, and where its file is. */
export function ExportNotices() {
  const client = useClient();
  const canShowInFolder = useAppInfo()?.canShowInFolder ?? false;
  useEvent('jobs.changed', (job) => {
    if (job.kind !== 'export' || job.state === 'running') return;
    if (job.result?.kind === 'export') {
      const { path, rowCount, sizeBytes } = job.result;
      const show = () => void client.call('exports.showInFolder', { jobId: job.id }).catch(notifyError);
      showWritten({
        id: job.id,
        title: `${job.title}: done`,
        facts: `${formatQuantity(rowCount, 'row')}, ${formatBytes(sizeBytes)}`,
        path,
        showInFolder: canShowInFolder ? show : null,
      });
    } else if (job.state === 'cancelled') {
      notifications.show({ id: job.id, title: `${job.title}: cancelled`, message: 'The unfinished file was removed.' });
    } else if (job.error) {
      notifyError(job.error);
    }
  });
  return null;
}
