import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RaidMark } from '../../../shared/raids/pull-types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import type { Client } from '../../contract/client.ts';
import { notifyError } from '../../contract/notify.ts';
import { raidDetailKey } from './use-raid-detail.ts';

/** What can be done with a raid's marks. While an import writes the library, a change waits for its end. */
type MarkChange =
  | { readonly kind: 'add'; readonly atMs: number; readonly text: string }
  | { readonly kind: 'change'; readonly id: number; readonly text: string }
  | { readonly kind: 'remove'; readonly id: number };

/** Puts marks on a raid, changes and removes them; what went wrong is told. */
export function useChangeMarks(raidId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: MarkChange) => carryOut(client, raidId, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: raidDetailKey(raidId) }),
    onError: notifyError,
  });
}

function carryOut(client: Client, raidId: string, change: MarkChange): Promise<RaidMark | null> {
  switch (change.kind) {
    case 'add':
      return client.call('raids.addMark', { raidId, atMs: change.atMs, text: change.text });
    case 'change':
      return client.call('raids.changeMark', { id: change.id, text: change.text });
    case 'remove':
      return client.call('raids.removeMark', { id: change.id });
  }
}
