import { ExportMenu } from '../exports/ExportMenu.tsx';
import { nameOfSearch } from '../exports/suggested-name.ts';
import { SqlSwitch } from '../sql/SqlSwitch.tsx';
import type { ShownSearch } from './SearchProvider.tsx';

interface ResultToolsProps {
  readonly shown: ShownSearch;
  /** Exact number of hits; null while it is not known. */
  readonly total: number | null;
  readonly showsSql: boolean;
  readonly onShowSql: (showsSql: boolean) => void;
}

/** What can be done with the whole result. */
export function ResultTools({
  shown: { query, timeZone, defaultOrder },
  total,
  showsSql,
  onShowSql,
}: ResultToolsProps) {
  return (
    <>
      <SqlSwitch isOn={showsSql} onChange={onShowSql} />
      {/* The panel exports what its statement answers. */}
      {!showsSql && (
        <ExportMenu
          source={{ kind: 'messages', query, timeZone, defaultOrder }}
          rowCount={total}
          rowNoun="message"
          suggestedName={nameOfSearch(query)}
        />
      )}
    </>
  );
}
