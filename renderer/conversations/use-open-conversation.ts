import { useCallback } from 'react';
import type { ConversationItem } from '../../shared/conversations/types.ts';
import type { ListPosition } from '../app/view-state.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import type { Client } from '../contract/client.ts';

/** Pixels above the first unread message: what was read last stays in view. */
const roomAboveUnread = 84;

/** Opens a conversation at its first unread message, or else at its end. */
export function useOpenConversation(timeZone: string): (item: ConversationItem) => void {
  const client = useClient();
  const { dispatch } = useView();
  return useCallback(
    (item: ConversationItem) => {
      const open = (position: ListPosition | null) =>
        dispatch({ type: 'open', place: { view: 'conversations', query: item.query, position } });
      if (item.unreadCount === 0) open(null);
      else findUnread(client, item, timeZone).then(open, notifyError);
    },
    [client, dispatch, timeZone],
  );
}

async function findUnread(client: Client, item: ConversationItem, timeZone: string): Promise<ListPosition | null> {
  const { items } = await client.call('messages.search', {
    query: `${item.query} is:unread`,
    timeZone,
    defaultOrder: 'old',
    limit: 1,
  });
  const first = items[0];
  return first ? { topId: first.id, topOffset: roomAboveUnread, activeId: first.id, openId: null } : null;
}
