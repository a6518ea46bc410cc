import { Button, Loader, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { QueryProblem } from '../../shared/query/types.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import { formatCount } from '../app/number-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import noHits from '../messages/NoHits.module.css';
import { waysOut, type WayOut } from '../query/ways-out.ts';
import type { ShownRaids } from './RaidSearchProvider.tsx';
import { useRaidPlace } from './use-raid-place.ts';

interface NoPullsProps {
  readonly libraryPath: string;
  readonly shown: ShownRaids;
  readonly problems: readonly QueryProblem[];
  readonly isStale: boolean;
}

/** No pull was found: what to try next, and how many that would find. */
export function NoPulls({ libraryPath, shown, problems, isStale }: NoPullsProps) {
  const { search } = useRaidPlace();
  if (isStale && problems.length === 0) {
    return (
      <div className={noHits.empty}>
        <Loader size="sm" role="img" aria-label="Searching" />
      </div>
    );
  }
  return (
    <div className={noHits.empty} data-testid="no-pulls">
      <SearchX size="2rem" strokeWidth={1.25} aria-hidden />
      <Text fw={600}>No pull matches</Text>
      <Text size="sm" c="dimmed">
        All filters have to hold together for one pull.
      </Text>
      <WaysOut libraryPath={libraryPath} shown={shown} problems={problems} />
      <Button variant="default" onClick={() => search('')}>
        Show all pulls
      </Button>
    </div>
  );
}

function WaysOut({ libraryPath, shown, problems }: Omit<NoPullsProps, 'isStale'>) {
  const client = useClient();
  const { search } = useRaidPlace();
  const { query, clock } = shown;
  const ways = waysOut(query, problems, raidLanguage).filter(({ kind }) => kind !== 'inside');
  const counts = useQueries({
    queries: ways.map((way) => ({
      queryKey: [...keys.raids, 'total', libraryPath, way.query, clock],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        client.call('raids.list', { query: way.query, ...clock, sort: 'began', limit: 1 }, { signal }),
      gcTime: 30_000,
    })),
  });
  const useful = ways
    .map((way, index) => ({ way, total: counts[index]?.data?.total ?? null }))
    // What finds nothing either is no way out.
    .filter(({ total }) => total !== 0);
  if (useful.length === 0) return null;
  return (
    <ul className={noHits.ways}>
      {useful.map(({ way, total }) => (
        <li key={way.query}>
          <Button variant="default" onClick={() => search(way.query)}>
            {labelOf(way)} <span className={noHits.count}>{total === null ? '…' : formatCount(total)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function labelOf({ kind, part, query }: WayOut): string {
  return kind === 'without' ? `Without ${part}` : `Change to: ${query}`;
}
