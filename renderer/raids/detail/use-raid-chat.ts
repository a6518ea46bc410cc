import type { RaidMessage } from '../../../shared/raids/pull-types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import { useCursorPages } from '../../contract/use-cursor-pages.ts';
import type { SecondRange } from './fight-moments.ts';

const pageSize = 500;

interface RaidChatRequest {
  readonly raidId: string;
  /** When the pull began; null where nothing says it, and no range can be asked for. */
  readonly zeroMs: number | null;
  readonly range: SecondRange | null;
}

export interface RaidChatPages {
  /** Null until the first page is there. In order of time. */
  readonly messages: readonly RaidMessage[] | null;
  /** In the range asked for. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly hasMore: boolean;
  /** True while the messages of another range are still on their way. */
  readonly isStale: boolean;
  readonly loadMore: () => void;
}

/** A raid's chat, or the part of it that was written within a range; page by page. */
export function useRaidChat({ raidId, zeroMs, range }: RaidChatRequest): RaidChatPages {
  const client = useClient();
  const fromMs = range === null || zeroMs === null ? null : Math.floor(zeroMs + range.from * 1000);
  const toMs = range === null || zeroMs === null ? null : Math.ceil(zeroMs + range.to * 1000);
  const { first, items, ...pages } = useCursorPages({
    queryKey: [...keys.raids, 'messages', raidId, fromMs, toMs],
    ask: (cursor, signal) =>
      client.call('raids.messages', { id: raidId, fromMs, toMs, limit: pageSize, cursor }, { signal }),
  });
  return { messages: items, total: first?.total ?? null, ...pages };
}

/** Position of the message nearest to a moment; -1 without messages. They are in order of time. */
export function nearestMessage(messages: readonly RaidMessage[], second: number): number {
  const after = firstAtOrAfter(messages, second);
  const [before, next] = [messages[after - 1], messages[after]];
  if (before === undefined) return next === undefined ? -1 : after;
  if (next === undefined) return after - 1;
  return second - before.second <= next.second - second ? after - 1 : after;
}

/** Position of the first message at a moment or later; their number if all are earlier. */
function firstAtOrAfter(messages: readonly RaidMessage[], second: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.second ?? second) < second) low = middle + 1;
    else high = middle;
  }
  return low;
}
