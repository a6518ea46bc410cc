import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { formatQuantity } from '../app/number-format.ts';
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
}

/** The conversation that is open, newest at the bottom. */
export function OpenConversation({ library, search, shown }: OpenConversationProps) {
  const list = useShownList(library, shown);
  const failure = list.error ?? search.error;
  const first = shown.firstPage.items[0];
  return (
    <>
      <div className={viewClasses.main}>
        <div className={classes.bar}>
          <h2>
            <bdi>{first?.conversation.title ?? shown.query}</bdi>
          </h2>
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
