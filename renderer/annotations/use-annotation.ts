import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Subject } from '../../shared/annotations/types.ts';
import type { Job } from '../../shared/jobs/types.ts';
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

/** What is known of one subject's annotation since its page was fetched. */
export function useKnownAnnotation(subject: Subject): KnownAnnotation | undefined {
  const store = useAnnotationStore();
  return useSyncExternalStore(store.subscribe, () => store.find(subject));
}

/** A subject's star, tags and note as they are now; `page` is what it had when its page was fetched. */
export function useAnnotation(subject: Subject, page: Omit<ShownAnnotation, 'isPending'>): ShownAnnotation {
  return shownAnnotation(page, useKnownAnnotation(subject));
}

/** Puts something on a message or a raid: shown at once, kept as soon as nothing else writes the library. False: it failed. */
export function useAnnotate(): (subject: Subject, change: AnnotationChange) => Promise<boolean> {
  const client = useClient();
  const queries = useQueryClient();
  const store = useAnnotationStore();
  return useCallback(
    async (subject, change) => {
      const end = store.begin(subject, change);
      sayIfItWaits(queries.getQueryData<readonly Job[]>(keys.jobs) ?? []);
      const { tags, ...others } = change;
      try {
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
