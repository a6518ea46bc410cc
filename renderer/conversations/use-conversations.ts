import type { ConversationItem, ConversationKind } from '../../shared/conversations/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { useCursorPages } from '../contract/use-cursor-pages.ts';

const pageSize = 50;

interface ConversationsRequest {
  readonly libraryPath: string;
  readonly kind: ConversationKind;
  readonly text: string;
  readonly timeZone: string;
}

interface Conversations {
  /** Null until the first page is there. */
  readonly items: readonly ConversationItem[] | null;
  readonly error: Error | null;
  readonly loadMore: () => void;
}

/** The conversations of a kind by their last message, page by page. */
export function useConversations({ libraryPath, kind, text, timeZone }: ConversationsRequest): Conversations {
  const client = useClient();
  return useCursorPages({
    queryKey: [...keys.messages, 'conversations', libraryPath, kind, text, timeZone],
    ask: (cursor, signal) =>
      client.call('conversations.list', { kind, text, timeZone, cursor, limit: pageSize }, { signal }),
  });
}
