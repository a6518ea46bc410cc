import { useCallback, useEffect, useEffectEvent } from 'react';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { readMessageLink } from '../../shared/messages/message-link.ts';
import { useClient, useEvent } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { contextPlace } from '../conversations/context-place.ts';
import { useView } from './ViewProvider.tsx';

/**
 * Opens links to messages: one that was pasted into the search box, and one that the system handed to the app. A message
 * that this library does not hold is told, and the person stays where they were.
 */
export function useMessageLinks(): void {
  const client = useClient();
  const { state, dispatch } = useView();
  const { query } = state.place;
  const findPlace = useCallback(
    async (id: string) => contextPlace(await client.call('messages.get', { id })),
    [client],
  );
  const openLink = useEffectEvent(async (id: string, pasted: string) => {
    try {
      const place = await findPlace(id);
      dispatch({ type: 'replace', place });
    } catch (thrown) {
      notifyError(notInLibrary(thrown, id));
      dispatch({ type: 'undo-typing', query: pasted });
    }
  });
  useEffect(() => {
    const id = readMessageLink(query);
    if (id !== null) void openLink(id, query);
  }, [query]);
  useEvent('app.openMessage', ({ id }) => {
    findPlace(id).then(
      (place) => dispatch({ type: 'open', place }),
      (thrown: unknown) => notifyError(notInLibrary(thrown, id)),
    );
  });
}

function notInLibrary(thrown: unknown, id: string): unknown {
  if (!(thrown instanceof RaidscopeError) || thrown.code !== 'not_found') return thrown;
  return new RaidscopeError('not_found', `The library that is open does not hold the message ${id}.`, { id });
}
