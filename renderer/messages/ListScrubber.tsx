import { messageLanguage } from '../../shared/messages/language.ts';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { parseUtc, toUtcText } from '../app/time-format.ts';
import { useView } from '../app/ViewProvider.tsx';
import { HitScrubber } from './HitScrubber.tsx';
import { narrowDates } from '../query/query-edit.ts';
import type { ShownSearch } from './SearchProvider.tsx';
import type { ShownList } from './use-shown-list.ts';

interface ListScrubberProps {
  readonly library: OpenLibrary;
  readonly shown: ShownSearch;
  readonly list: ShownList;
}

/** The scroll bar by date of a list in order of time; a list of the best hits has none. */
export function ListScrubber({ library, shown, list }: ListScrubberProps) {
  const { dispatch } = useView();
  const { order, visible, jumpTo } = list;
  if (order === 'best') return null;
  return (
    <HitScrubber
      libraryPath={library.path}
      query={shown.query}
      timeZone={shown.timeZone}
      isNewestOnTop={order === 'new'}
      visible={{ top: parseUtc(visible.first), bottom: parseUtc(visible.last) }}
      onJump={(moment) => jumpTo({ kind: 'time', at: toUtcText(moment) })}
      onNarrow={(filter) => dispatch({ type: 'set-query', query: narrowDates(shown.query, filter, messageLanguage) })}
    />
  );
}
