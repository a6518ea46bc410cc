import { Button, Loader, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { MailOpen } from 'lucide-react';
import { conversationKinds, type ConversationItem, type ConversationKind } from '../../shared/conversations/types.ts';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import { useView } from '../app/ViewProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import classes from './ConversationList.module.css';
import { ConversationList } from './ConversationList.tsx';
import { kindLooks } from './conversation-kinds.ts';
import { useConversations } from './use-conversations.ts';
import { useOpenConversation } from './use-open-conversation.ts';

/** Which conversations are listed. */
export interface ConversationChoice {
  readonly kind: ConversationKind;
  /** Words that begin words of their names. */
  readonly text: string;
  /** The one that was opened last. */
  readonly opened: ConversationItem | null;
}

interface ConversationSideProps {
  readonly library: OpenLibrary;
  readonly choice: ConversationChoice;
  readonly onChoose: (choice: ConversationChoice) => void;
  readonly openQuery: string;
}

const typingPauseMs = 120;
const panelId = 'conversations-of-kind';

/** The list of conversations with its tabs and its filter. */
export function ConversationSide({ library, choice, onChoose, openQuery }: ConversationSideProps) {
  const { dispatch } = useView();
  const timeFormat = useTimeFormat();
  const [text] = useDebouncedValue(choice.text, typingPauseMs);
  const request = { libraryPath: library.path, kind: choice.kind, text, timeZone: timeFormat.zone };
  const { items, error, loadMore } = useConversations(request);
  const open = useOpenConversation(timeFormat.zone);
  const { label } = kindLooks[choice.kind];
  return (
    <div className={classes.side} data-beside={openQuery !== '' || undefined}>
      <Tabs
        value={choice.kind}
        onChange={(value) =>
          onChoose({ ...choice, kind: conversationKinds.find((kind) => kind === value) ?? 'direct' })
        }
      >
        <Tabs.List aria-label="Kinds of conversations" grow>
          {conversationKinds.map((kind) => (
            <Tabs.Tab key={kind} value={kind} px="0.375rem" aria-controls={panelId}>
              {kindLooks[kind].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={classes.filter}>
        <TextInput
          size="xs"
          aria-label={`Filter ${label}`}
          placeholder="Filter by name"
          value={choice.text}
          maxLength={200}
          onChange={(event) => onChoose({ ...choice, text: event.currentTarget.value })}
        />
        <Button
          variant="default"
          size="xs"
          leftSection={<MailOpen size="0.875rem" aria-hidden />}
          title="All unread messages, in the message list"
          onClick={() => dispatch({ type: 'open', place: { view: 'messages', query: 'is:unread', position: null } })}
        >
          Unread
        </Button>
      </div>
      {error && <ErrorNotice error={error} />}
      {items === null && !error && <Loader size="sm" mx="auto" my="lg" role="img" aria-label="Loading conversations" />}
      <div id={panelId} role="tabpanel" aria-label={label} style={{ display: 'contents' }}>
        {items?.length === 0 && (
          <div className={classes.empty}>
            {text.trim() === '' ? 'This library has none of these.' : `None of these is called ${text}.`}
          </div>
        )}
        {items && items.length > 0 && (
          <ConversationList
            key={`${choice.kind} ${text}`}
            items={items}
            openQuery={openQuery}
            label={label}
            timeFormat={timeFormat}
            loadMore={loadMore}
            onOpen={(item) => {
              onChoose({ ...choice, opened: item });
              open(item);
            }}
          />
        )}
      </div>
    </div>
  );
}
