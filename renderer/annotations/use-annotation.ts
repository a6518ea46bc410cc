import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Job } from '../../shared/jobs/types.ts';
import type { MessageItem } from '../../shared/messages/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';
import {
  shownAnnotation,
  type AnnotationChange,
  type KnownAnnotation,
  type ShownAnnotation,
} from './annotation-store.ts';
import { useAnnotationStore } from './AnnotationsProvider.tsx';

/** What is known of one message's annotation since its page was fetched. */
export function useKnownAnnotation(messageId: string): KnownAnnotation | undefined {
  const store = useAnnotationStore();
  return useSyncExternalStore(store.subscribe, () => store.find(messageId));
}

/** A message's star, tags and note as they are now. */
export function useAnnotation(message: Pick<MessageItem, 'id' | 'isStarred' | 'tags' | 'hasNote'>): ShownAnnotation {
  return shownAnnotation(message, useKnownAnnotation(message.id));
}

/** Puts something on a message: shown at once, kept as soon as nothing else writes the library. False: it failed. */
export function useAnnotate(): (messageId: string, change: AnnotationChange) => Promise<boolean> {
  const client = useClient();
  const queries = useQueryClient();
  const store = useAnnotationStore();
  return useCallback(
    async (messageId, change) => {
      const end = store.begin(messageId, change);
      sayIfItWaits(queries.getQueryData<readonly Job[]>(keys.jobs) ?? []);
      const { tags, ...others } = change;
      try {
        const subject = { kind: 'message', id: messageId } as const;
        store.keep(
          await client.call('annotations.set', {
            subject,
            ...others,
            ...(tags === undefined ? {} : { tags: [...tags] }),
          }),
        );
        return true;
      } catch (thrown) {
        notifyError(thrown);
        return false;
      } finally {
        end();
      }
    },
    [client, queries, store],
  );
}

/** The job that keeps the library's only writer to itself. */
export function findWritingJob(jobs: readonly Job[]): Job | undefined {
  return jobs.find(({ state, kind }) => state === 'running' && (kind === 'import' || kind === 'undo-import'));
}

function sayIfItWaits(jobs: readonly Job[]): void {
  const job = findWritingJob(jobs);
  if (job === undefined) return;
  notifications.show({
    id: 'annotations-wait',
    title: 'Kept when the import has ended',
    message: `“${job.title}” is writing the library. What you star, tag and note meanwhile is kept right after it.`,
  });
}
