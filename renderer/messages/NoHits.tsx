import { Button, Loader, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { messageLanguage } from '../../shared/messages/language.ts';
import type { QueryProblem } from '../../shared/query/types.ts';
import { formatCount } from '../app/number-format.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import classes from './NoHits.module.css';
import { waysOut, type WayOut } from '../query/ways-out.ts';

interface NoHitsProps {
  readonly query: string;
  readonly timeZone: string;
  readonly libraryPath: string;
  /** What is amiss with the query: its repairs come first. */
  readonly problems: readonly QueryProblem[];
  /** False while nobody knows yet whether there are hits. */
  readonly isKnown: boolean;
  /** The day back to which was searched before the time was up; null when all was. */
  readonly stoppedAt: string | null;
  readonly onSearchOn: () => void;
}

/** An empty list, with what to try next and how many messages that would find. */
export function NoHits(props: NoHitsProps) {
  const { query, timeZone, libraryPath, problems, isKnown, stoppedAt, onSearchOn } = props;
  if (!isKnown) {
    return (
      <div className={classes.empty}>
        <Loader size="sm" role="img" aria-label="Searching" />
      </div>
    );
  }
  if (stoppedAt !== null) {
    return (
      <div className={classes.empty}>
        <Text fw={600}>No message matches so far</Text>
        <Text size="sm" c="dimmed">
          Searched to {stoppedAt}, then the time was up.
        </Text>
        <Button onClick={onSearchOn}>Search on</Button>
      </div>
    );
  }
  return (
    <div className={classes.empty}>
      <SearchX size="2rem" strokeWidth={1.25} aria-hidden />
      <Text fw={600}>No message matches</Text>
      <Text size="sm" c="dimmed">
        A plain word finds whole words only, and all filters have to hold together.
      </Text>
      <WaysOut query={query} timeZone={timeZone} libraryPath={libraryPath} problems={problems} />
    </div>
  );
}

function WaysOut({
  query,
  timeZone,
  libraryPath,
  problems,
}: Pick<NoHitsProps, 'query' | 'timeZone' | 'libraryPath' | 'problems'>) {
  const client = useClient();
  const { dispatch } = useView();
  const ways = waysOut(query, problems, messageLanguage);
  const counts = useQueries({
    queries: ways.map((way) => ({
      queryKey: [...keys.messages, 'count', libraryPath, timeZone, way.query],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        client.call('messages.count', { query: way.query, timeZone }, { signal }),
      gcTime: 30_000,
    })),
  });
  return (
    <ul className={classes.ways}>
      {ways.map((way, index) => {
        const total = counts[index]?.data?.total ?? null;
        // What finds nothing either is no way out.
        if (total === 0) return null;
        return (
          <li key={way.query}>
            <Button
              variant="default"
              className={classes.way ?? ''}
              onClick={() => dispatch({ type: 'set-query', query: way.query })}
            >
              {labelOf(way)} <span className={classes.count}>{total === null ? '…' : formatCount(total)}</span>
            </Button>
          </li>
        );
      })}
      <li>
        <Button variant="default" onClick={() => dispatch({ type: 'set-query', query: '' })}>
          Show all messages
        </Button>
      </li>
    </ul>
  );
}

function labelOf({ kind, part, query }: WayOut): string {
  if (kind === 'inside') return `Search inside words: ${part}`;
  return kind === 'without' ? `Without ${part}` : `Change to: ${query}`;
}
