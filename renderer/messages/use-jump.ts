import { useCallback, useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import type { ShownSearch } from './SearchProvider.tsx';
import type { WindowRequest } from './use-message-window.ts';

/** Before any message of a chat, and not so early that a place in time order could not hold it. */
const beginningOfTime = '1900-01-01';
/** Jumps that one search can tell apart. */
const jumpsPerSearch = 100_000;

interface Jump {
  /** The search that was shown when the person jumped: another one starts at its newest hit again. */
  readonly searchSerial: number;
  readonly at: string | null;
  readonly count: number;
}

export interface Jumping {
  /** The window to show after the last jump. */
  readonly request: WindowRequest;
  /** Starts at the newest message not after this UTC time. */
  readonly jumpTo: (at: string) => void;
  readonly jumpToEdge: (edge: 'newest' | 'oldest') => void;
}

/** Where the list begins: at the newest hit, or where the person jumped to. */
export function useJump(library: OpenLibrary, shown: ShownSearch): Jumping {
  const [jump, setJump] = useState<Jump>({ searchSerial: 0, at: null, count: 0 });
  const { query, timeZone, firstPage, serial } = shown;
  const hasJumped = jump.searchSerial === serial;
  const go = useCallback(
    (at: string | null) => setJump(({ count }) => ({ searchSerial: serial, at, count: count + 1 })),
    [serial],
  );
  const jumpToEdge = useCallback((edge: 'newest' | 'oldest') => go(edge === 'newest' ? null : beginningOfTime), [go]);
  const request: WindowRequest = {
    libraryPath: library.path,
    query,
    timeZone,
    at: hasJumped ? jump.at : null,
    serial: serial * jumpsPerSearch + (hasJumped ? jump.count : 0),
    firstPage: hasJumped ? null : firstPage,
  };
  return { request, jumpTo: go, jumpToEdge };
}
