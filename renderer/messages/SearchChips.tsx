import { useInterval } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { chipsOf, type QueryChip } from '../../shared/messages/query/chips.ts';
import { useView } from '../app/ViewProvider.tsx';
import { ChipRow } from './ChipRow.tsx';
import { useSearch } from './SearchProvider.tsx';

const minuteMs = 60_000;

/** The chips of what stands in the search box. `onAdd`: another filter is wanted. */
export function SearchChips({ onAdd }: { readonly onAdd: () => void }) {
  const { state, dispatch } = useView();
  const search = useSearch();
  const text = state.place.query;
  const timeZone = search?.timeZone ?? 'UTC';
  // The moment matters to words like `today`.
  const [now, setNow] = useState(() => Date.now() / 1000);
  useInterval(() => setNow(Date.now() / 1000), minuteMs, { autoInvoke: true });
  const chips = useMemo(() => chipsOf(text, timeZone, now), [text, timeZone, now]);
  const shown = search?.shown;
  const resolved = shown?.query === text ? shown.firstPage.resolved : [];
  const resolvedOf = ({ ranges }: QueryChip) => {
    const labels = resolved.filter(({ range }) => ranges.some(([start, end]) => range[0] >= start && range[1] <= end));
    return labels.length === 0 ? null : labels.map(({ label }) => label).join(', ');
  };
  return (
    <ChipRow
      chips={chips}
      text={text}
      timeZone={timeZone}
      resolvedOf={resolvedOf}
      onChange={(query) => dispatch({ type: 'set-query', query })}
      onAdd={onAdd}
    />
  );
}
