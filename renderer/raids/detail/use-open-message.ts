import { useCallback } from 'react';
import { useView } from '../../app/ViewProvider.tsx';
import { useClient } from '../../contract/ClientProvider.tsx';
import { notifyError } from '../../contract/notify.ts';
import { contextPlace } from '../../conversations/context-place.ts';

/** Shows a message in the middle of its conversation. */
export function useOpenMessage(): (messageId: string) => void {
  const client = useClient();
  const { dispatch } = useView();
  return useCallback(
    (messageId) => {
      client
        .call('messages.get', { id: messageId })
        .then((message) => dispatch({ type: 'open', place: contextPlace(message) }), notifyError);
    },
    [client, dispatch],
  );
}
