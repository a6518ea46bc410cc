import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Job } from '../../shared/jobs/types.ts';
import { copyText } from '../app/copy-text.ts';
import { formatBytes, formatQuantity } from '../app/number-format.ts';
import { useClient, useEvent } from '../contract/ClientProvider.tsx';
import type { Client } from '../contract/client.ts';
import { notifyError } from '../contract/notify.ts';
import { useAppInfo } from '../library/use-library.ts';

/** Tells how each export ended, and where its file is. */
export function ExportNotices() {
  const client = useClient();
  const canShowInFolder = useAppInfo()?.canShowInFolder ?? false;
  useEvent('jobs.changed', (job) => {
    if (job.kind !== 'export' || job.state === 'running') return;
    if (job.result?.kind === 'export') {
      showWritten(job, job.result, canShowInFolder ? client : null);
    } else if (job.state === 'cancelled') {
      notifications.show({ id: job.id, title: `${job.title}: cancelled`, message: 'The unfinished file was removed.' });
    } else if (job.error) {
      notifyError(job.error);
    }
  });
  return null;
}

type Written = Extract<Job['result'], { readonly kind: 'export' }>;

function showWritten(job: Job, { path, rowCount, sizeBytes }: Written, folderClient: Client | null): void {
  notifications.show({
    id: job.id,
    title: `${job.title}: done`,
    autoClose: 30_000,
    message: (
      <div data-testid="export-done" data-path={path}>
        <Text size="sm" c="var(--mantine-color-text)">
          {formatQuantity(rowCount, 'row')}, {formatBytes(sizeBytes)}
        </Text>
        <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
          {path}
        </Text>
        <Group gap="xs" mt={4}>
          <Button variant="light" size="compact-xs" onClick={() => copyText(path)}>
            Copy path
          </Button>
          {folderClient && (
            <Button
              variant="light"
              size="compact-xs"
              onClick={() => void folderClient.call('exports.showInFolder', { jobId: job.id }).catch(notifyError)}
            >
              Show in folder
            </Button>
          )}
        </Group>
      </div>
    ),
  });
}
