import { useCallback, useState } from 'react';
import type { OpenLibrary } from '../../shared/library/types.ts';
import type { ShownSearch } from './SearchProvider.tsx';
import type { DayOf } from './list-entries.ts';
import type { WindowRequest } from './use-message-window.ts';
import { firstOfAll, type WindowStart } from './window-start.ts';

/** Jumps that one search can tell apart. */
const jumpsPerSearch = 100_000;

interface Jump {
  /** The search that was shown when the person jumped: another one begins where it begins. */
  readonly searchSerial: number;
  readonly to: WindowStart;
  readonly count: number;
}

export interface Jumping {
  /** The window to show after the last jump. */
  readonly request: WindowRequest;
  readonly jumpTo: (to: WindowStart) => void;
}

/** Where the list begins: where its place says, or where the person jumped to. */
export function useJump(library: OpenLibrary, shown: ShownSearch, dayOf: DayOf): Jumping {
  const [jump, setJump] = useState<Jump>({ searchSerial: 0, to: firstOfAll, count: 0 });
  const { query, timeZone, defaultOrder, firstPage, serial } = shown;
  const hasJumped = jump.searchSerial === serial;
  const jumpTo = useCallback(
    (to: WindowStart) => setJump(({ count }) => ({ searchSerial: serial, to, count: count + 1 })),
    [serial],
  );
  const request: WindowRequest = {
    libraryPath: library.path,
    query,
    timeZone,
    defaultOrder,
    start: hasJumped ? jump.to : shown.start,
    serial: serial * jumpsPerSearch + (hasJumped ? jump.count : 0),
    firstPage: hasJumped ? null : firstPage,
    dayOf,
  };
  return { request, jumpTo };
}
