import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Player } from '../../shared/library/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';

const nobody: readonly Player[] = [];

/** The players who are oneself in the open library. */
export function useMe(): readonly Player[] {
  const client = useClient();
  return useQuery({ queryKey: keys.me, queryFn: () => client.call('library.getMe', {}) }).data ?? nobody;
}

/** Says which players are oneself, by id. While it waits for an import to end, `isPending` is true. */
export function useSetMe(): { readonly setMe: (userIds: readonly string[]) => void; readonly isPending: boolean } {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (userIds: readonly string[]) => client.call('library.setMe', { userIds: [...userIds] }),
    onSuccess: (players) => queries.setQueryData(keys.me, players),
    onError: notifyError,
  });
  return { setMe: mutate, isPending };
}

/** Players whose name holds a text, those who wrote most first. */
export function useFoundPlayers(text: string): readonly Player[] {
  const client = useClient();
  const { data } = useQuery({
    queryKey: [...keys.me, 'found', text],
    queryFn: ({ signal }) => client.call('library.findPlayers', { text, limit: 20 }, { signal }),
    enabled: text.trim() !== '',
    gcTime: 30_000,
  });
  return data ?? nobody;
}
