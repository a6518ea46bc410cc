import type { OpenLibrary } from '../../shared/library/types.ts';
import { Text, VisuallyHidden } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import { useView } from '../app/ViewProvider.tsx';
import viewClasses from '../messages/MessagesView.module.css';
import { useSearch } from '../messages/SearchProvider.tsx';
import classes from './ConversationList.module.css';
import { ConversationSide, type ConversationChoice } from './ConversationSide.tsx';
import { OpenConversation } from './OpenConversation.tsx';

interface ConversationsViewProps {
  readonly library: OpenLibrary;
  readonly choice: ConversationChoice;
  readonly onChoose: (choice: ConversationChoice) => void;
}

/** Conversations by their last message, and the one that is open beside them. */
export function ConversationsView({ library, choice, onChoose }: ConversationsViewProps) {
  const search = useSearch();
  const { query } = useView().state.place;
  const shown = search?.shown?.view === 'conversations' && query !== '' ? search.shown : null;
  return (
    <div className={viewClasses.view}>
      <VisuallyHidden component="h1">Conversations</VisuallyHidden>
      <ConversationSide library={library} choice={choice} onChoose={onChoose} openQuery={query} />
      {search && shown ? (
        <OpenConversation library={library} search={search} shown={shown} opened={choice.opened} />
      ) : (
        <div className={classes.nothingOpen}>
          <MessageCircle size="2rem" strokeWidth={1.25} aria-hidden />
          <Text fw={600}>No conversation is open</Text>
          <Text size="sm">Choose one on the left: it opens at its first unread message, or at its end.</Text>
        </div>
      )}
    </div>
  );
}
