import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RaidTimeline, TimelineLanes } from '../../../shared/raids/types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import type { NightClock } from '../use-night-clock.ts';

/** A timeline with what it is the answer to, which may be what was asked before. */
export interface AnsweredTimeline {
  readonly timeline: RaidTimeline;
  readonly query: string;
  readonly lanes: TimelineLanes;
}

/** Begins the keys of all timelines. */
export const timelinesKey: readonly unknown[] = [...keys.raids, 'timeline'];

/** All nights of a query; the picture before stays until the next one is there, so that nothing flickers. */
export function useTimeline(query: string, clock: NightClock, lanes: TimelineLanes): UseQueryResult<AnsweredTimeline> {
  const client = useClient();
  return useQuery({
    queryKey: [...timelinesKey, query, clock, lanes],
    queryFn: async ({ signal }): Promise<AnsweredTimeline> => {
      const timeline = await client.call('raids.timeline', { query, ...clock, lanes }, { signal });
      return { timeline, query, lanes };
    },
    placeholderData: keepPreviousData,
  });
}
