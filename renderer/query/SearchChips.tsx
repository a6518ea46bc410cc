import { useInterval } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { chipsOf, type QueryChip } from '../../shared/query/chips.ts';
import { useSettings } from '../app/use-settings.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import { ChipRow } from './ChipRow.tsx';

const minuteMs = 60_000;

/** The chips of what stands in the search box. `onAdd`: another filter is wanted. */
export function SearchChips({ onAdd }: { readonly onAdd: () => void }) {
  const { dispatch } = useView();
  const { language, text, timeZone, resolved } = useBoxedSearch();
  const { nightStartHour } = useSettings();
  // The moment matters to words like `today`.
  const [now, setNow] = useState(() => Date.now() / 1000);
  useInterval(() => setNow(Date.now() / 1000), minuteMs, { autoInvoke: true });
  const chips = useMemo(
    () => chipsOf(text, language, { timeZone, now, nightStartHour }),
    [text, language, timeZone, now, nightStartHour],
  );
  const resolvedOf = ({ ranges }: QueryChip) => {
    const inChip = resolved.filter(({ range }) => ranges.some(([start, end]) => range[0] >= start && range[1] <= end));
    const news = inChip.map(({ range, label }) => newsOf(text.slice(...range), label)).filter((part) => part !== '');
    return news.length === 0 ? null : news.join(', ');
  };
  return (
    <ChipRow
      chips={chips}
      text={text}
      resolvedOf={resolvedOf}
      onChange={(query) => dispatch({ type: 'set-query', query })}
      onAdd={onAdd}
    />
  );
}

/** What a label says beyond the name that was typed: of `Anna (Frostfall)`, the server. */
function newsOf(typed: string, label: string): string {
  const name = typed.replaceAll(/^"|"$/g, '').toLowerCase();
  if (label.toLowerCase() === name) return '';
  return label.toLowerCase().startsWith(`${name} (`) ? label.slice(name.length + 1) : label;
}
