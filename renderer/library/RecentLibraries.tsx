import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FolderX, X } from 'lucide-react';
import type { RecentLibrary } from '../../shared/library/types.ts';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';
import classes from './Library.module.css';
import { useLibraryChange, useRecentLibraries } from './use-library.ts';

/** Libraries opened before, other than the one that is open. */
export function RecentLibraries({ openPath }: { readonly openPath: string | null }) {
  const recent = (useRecentLibraries() ?? []).filter(({ path }) => path !== openPath);
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-libraries">
      <h2 id="recent-libraries" className={classes.heading}>
        Recent libraries
      </h2>
      <ul className={classes.recent}>
        {recent.map((library) => (
          <RecentEntry key={library.id} library={library} />
        ))}
      </ul>
    </section>
  );
}

function RecentEntry({ library }: { readonly library: RecentLibrary }) {
  const client = useClient();
  const queries = useQueryClient();
  const time = useTimeFormat();
  const { mutate: change, isPending } = useLibraryChange();
  const { id, name, path, exists } = library;
  const openedAt = parseUtc(library.lastOpenedAt);
  const forget = () =>
    void client
      .call('library.forgetRecent', { id })
      .then((list) => queries.setQueryData(keys.recent, list))
      .catch(notifyError);
  return (
    <li className={classes.recentEntry}>
      <UnstyledButton
        className={classes.recentOpen}
        disabled={!exists || isPending}
        onClick={() => change((to) => to.call('library.openRecent', { id }))}
      >
        <span className={classes.recentName}>
          {!exists && <FolderX size="0.875rem" aria-hidden />} {name}
        </span>
        <Text span size="xs" c="dimmed" className={classes.recentPath ?? ''} title={path}>
          {exists ? path : `No longer at ${path}`}
          {openedAt !== null && `, opened ${time.date(openedAt)}`}
        </Text>
      </UnstyledButton>
      <ActionIcon
        size="sm"
        aria-label={`Take ${name} off this list`}
        title="Take off this list; the file stays"
        onClick={forget}
      >
        <X size="0.875rem" aria-hidden />
      </ActionIcon>
    </li>
  );
}
