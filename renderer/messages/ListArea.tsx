import { Button } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import { formatCount } from '../app/number-format.ts';
import classes from './MessagesView.module.css';
import { MessageList } from './MessageList.tsx';
import { NoHits } from './NoHits.tsx';
import type { ShownSearch } from './SearchProvider.tsx';
import type { ShownList } from './use-shown-list.ts';
import { lastOfAll } from './window-start.ts';

interface ListAreaProps {
  readonly list: ShownList;
  readonly shown: ShownSearch;
  readonly isStale: boolean;
}

/** The list of messages, or why there is none. One that reads like a chat has a way down to its newest end. */
export function ListArea({ list, shown, isStale }: ListAreaProps) {
  const { listProps, news, jumpTo } = list;
  if (listProps === null || listProps.placed.entries.length === 0) {
    return <NoHits query={shown.query} isKnown={listProps !== null} />;
  }
  return (
    <div className={classes.listArea}>
      <MessageList {...listProps} isStale={isStale} />
      {listProps.followsEnd && !news.isAtEnd && (
        <Button
          className={classes.toEnd ?? ''}
          variant={news.count > 0 ? 'filled' : 'default'}
          size="xs"
          radius="xl"
          data-testid="to-end"
          leftSection={<ArrowDown size="0.875rem" aria-hidden />}
          onClick={() => jumpTo(lastOfAll)}
        >
          {news.count > 0 ? `${formatCount(news.count)} new` : 'Newest'}
        </Button>
      )}
    </div>
  );
}
