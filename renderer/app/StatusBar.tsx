import { Popover, UnstyledButton } from '@mantine/core';
import { Lock } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { useImportFlow } from '../imports/ImportFlowProvider.tsx';
import { JobStatus } from '../jobs/JobStatus.tsx';
import { useRunningJobs } from '../jobs/use-jobs.ts';
import { rowCountOf } from '../library/use-library.ts';
import classes from './AppFrame.module.css';
import { formatBytes, formatQuantity } from './number-format.ts';
import { TimeZoneSelect } from './TimeZoneSelect.tsx';
import { useTimeFormat } from './use-settings.ts';

/** What is open, in which zone times are shown, and what is under way. */
export function StatusBar({ library }: { readonly library: OpenLibrary }) {
  const jobs = useRunningJobs();
  const { showJob } = useImportFlow();
  const { zone } = useTimeFormat();
  return (
    <footer className={classes.status} aria-label="Status">
      <span className={classes.statusItem} title={library.path}>
        <strong data-testid="library-name">{library.name}</strong>
      </span>
      {library.isReadOnly && (
        <span className={classes.readOnly}>
          <Lock size="0.75rem" aria-hidden /> read only
        </span>
      )}
      <span className={classes.statusItem}>{formatBytes(library.sizeBytes)}</span>
      <span className={classes.statusItem} data-testid="message-count">
        {formatQuantity(rowCountOf(library, 'messages') + rowCountOf(library, 'direct_messages'), 'message')}
      </span>
      <span className={classes.push} />
      {jobs.map((job) => (
        <JobStatus key={job.id} job={job} onOpen={() => showJob(job.id)} />
      ))}
      <Popover position="top-end" withArrow shadow="md" trapFocus returnFocus width="18rem">
        <Popover.Target>
          <UnstyledButton className={classes.zoneButton} aria-label={`Time zone: ${zone}. Change`}>
            {zone}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label="Time zone">
          <TimeZoneSelect />
        </Popover.Dropdown>
      </Popover>
    </footer>
  );
}
