import { ActionIcon } from '@mantine/core';
import { List } from 'lucide-react';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import type { ConversationItem } from '../../shared/conversations/types.ts';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useView } from '../app/ViewProvider.tsx';
import { ListArea } from '../messages/ListArea.tsx';
import { ListScrubber } from '../messages/ListScrubber.tsx';
import { MessagePanel } from '../messages/MessagePanel.tsx';
import viewClasses from '../messages/MessagesView.module.css';
import type { Search, ShownSearch } from '../messages/SearchProvider.tsx';
import { useShownList } from '../messages/use-shown-list.ts';
import classes from './ConversationList.module.css';

interface OpenConversationProps {
  readonly library: OpenLibrary;
  readonly search: Search;
  readonly shown: ShownSearch;
  /** The conversation that was chosen last. */
  readonly opened: ConversationItem | null;
}

/** The conversation that is open, newest at the bottom. */
export function OpenConversation({ library, search, shown, opened }: OpenConversationProps) {
  const list = useShownList(library, shown);
  const failure = list.error ?? search.error;
  const { dispatch } = useView();
  const { title, subtitle } = headingOf(shown, opened);
  return (
    <>
      <div className={viewClasses.main}>
        <div className={classes.bar}>
          <ActionIcon
            className={classes.toList ?? ''}
            aria-label="All conversations"
            onClick={() => dispatch({ type: 'open', place: { view: 'conversations', query: '', position: null } })}
          >
            <List size="1rem" aria-hidden />
          </ActionIcon>
          <h2>
            <bdi>{title}</bdi>
          </h2>
          {subtitle !== null && <span className={classes.quiet}>{subtitle}</span>}
          <span className={classes.quiet} role="status" data-testid="conversation-count">
            {list.total === null ? '' : formatQuantity(list.total, 'message')}
          </span>
        </div>
        {failure && <ErrorNotice error={failure} />}
        <div className={viewClasses.listAndDates}>
          <ListArea library={library} list={list} shown={shown} problems={search.problems} isStale={search.isStale} />
          <ListScrubber library={library} shown={shown} list={list} />
        </div>
      </div>
      {list.message.openId !== null && (
        <MessagePanel id={list.message.openId} timeFormat={list.timeFormat} onClose={list.message.close} />
      )}
    </>
  );
}

interface Heading {
  readonly title: string;
  readonly subtitle: string | null;
}

/** What the list calls it, or the messages, or else the query: typing may have gone on from a conversation's. */
function headingOf({ query, firstPage }: ShownSearch, opened: ConversationItem | null): Heading {
  if (opened?.query === query) return opened;
  const conversation = firstPage.items[0]?.conversation;
  return { title: conversation?.query === query ? conversation.title : query, subtitle: null };
}
