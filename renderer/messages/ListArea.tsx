import { Button } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import { formatCount } from '../app/number-format.ts';
import { parseUtc } from '../app/time-format.ts';
import classes from './MessagesView.module.css';
import { MessageList } from './MessageList.tsx';
import { NoHits } from './NoHits.tsx';
import type { ShownSearch } from './SearchProvider.tsx';
import type { ShownList } from './use-shown-list.ts';
import { lastOfAll } from './window-start.ts';

interface ListAreaProps {
  readonly library: OpenLibrary;
  readonly list: ShownList;
  readonly shown: ShownSearch;
  readonly problems: readonly QueryProblem[];
  readonly isStale: boolean;
}

/** The list of messages, or why there is none. One that reads like a chat has a way down to its newest end. */
export function ListArea({ library, list, shown, problems, isStale }: ListAreaProps) {
  const { listProps, news, jumpTo } = list;
  if (listProps === null || listProps.placed.entries.length === 0) {
    return (
      <NoHits
        libraryPath={library.path}
        query={shown.query}
        timeZone={shown.timeZone}
        problems={problems}
        isKnown={listProps !== null}
        stoppedAt={stoppedAtText(list)}
        onSearchOn={list.searchOn}
      />
    );
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

/** The day back to which the search has come, where the time limit ended it. */
function stoppedAtText({ stoppedAt, timeFormat }: ShownList): string | null {
  const moment = parseUtc(stoppedAt);
  return moment === null ? null : timeFormat.date(moment);
}
