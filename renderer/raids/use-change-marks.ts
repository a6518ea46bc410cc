import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { RaidDetail, RaidMark } from '../../shared/raids/pull-types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import type { Client } from '../contract/client.ts';
import { notifyError } from '../contract/notify.ts';
import { raidDetailsKey } from './detail/use-raid-detail.ts';
import { timelinesKey, type AnsweredTimeline } from './timeline/use-timeline.ts';

/** What can be done with the person's own marks of a raid, or (without one) of the timeline. */
type MarkChange =
  | { readonly kind: 'add'; readonly raidId: string | null; readonly atMs: number; readonly text: string }
  | { readonly kind: 'change'; readonly mark: RaidMark; readonly text: string }
  | { readonly kind: 'remove'; readonly mark: RaidMark };

/**
 * Adds marks, changes and removes them; what went wrong is told. What was answered is put into the pages that show it:
 * asking for the whole timeline anew takes longer than a mark may. While an import writes the library, a change waits
 * for its end.
 */
export function useChangeMarks() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: MarkChange) => carryOut(client, change),
    onSuccess: (mark, change) => {
      if (change.kind === 'remove') replaceMark(queries, change.mark, null);
      else if (mark !== null) replaceMark(queries, mark, mark);
    },
    onError: notifyError,
  });
}

function carryOut(client: Client, change: MarkChange): Promise<RaidMark | null> {
  switch (change.kind) {
    case 'add':
      return client.call('raids.addMark', { raidId: change.raidId, atMs: change.atMs, text: change.text });
    case 'change':
      return client.call('raids.changeMark', { id: change.mark.id, text: change.text });
    case 'remove':
      return client.call('raids.removeMark', { id: change.mark.id });
  }
}

function replaceMark(queries: QueryClient, old: RaidMark, mark: RaidMark | null): void {
  const replaceIn = (marks: readonly RaidMark[]): readonly RaidMark[] =>
    [...marks.filter(({ id }) => id !== old.id), ...(mark === null ? [] : [mark])].toSorted(
      (one, other) => one.atMs - other.atMs || one.id - other.id,
    );
  if (old.raidId === null) {
    queries.setQueriesData<AnsweredTimeline>({ queryKey: timelinesKey }, (answered) => {
      return answered && { ...answered, timeline: { ...answered.timeline, marks: replaceIn(answered.timeline.marks) } };
    });
  } else {
    queries.setQueriesData<RaidDetail>({ queryKey: raidDetailsKey }, (detail) => {
      return detail?.raid.id === old.raidId ? { ...detail, marks: replaceIn(detail.marks) } : detail;
    });
  }
}
