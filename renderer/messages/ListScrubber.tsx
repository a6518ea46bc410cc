import type { OpenLibrary } from '../../shared/library/types.ts';
import { toUtcText } from '../app/time-format.ts';
import { LibraryScrubber } from './LibraryScrubber.tsx';
import type { ShownList } from './use-shown-list.ts';

interface ListScrubberProps {
  readonly library: OpenLibrary;
  readonly list: ShownList;
}

/** The scroll bar by date of a list in order of time; a list of the best hits has none. */
export function ListScrubber({ library, list }: ListScrubberProps) {
  if (list.order === 'best') return null;
  return (
    <LibraryScrubber
      libraryPath={library.path}
      createdAt={list.firstVisibleAt}
      onJump={(moment) => list.jumpTo({ kind: 'time', at: toUtcText(moment) })}
    />
  );
}
