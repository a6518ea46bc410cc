import type { RaidTable } from '../../shared/raids/tables.ts';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { exportedColumns, pullTable } from './pull-columns.ts';
import type { RaidListPage } from './raid-path.ts';
import { useRaidList } from './RaidListProvider.tsx';
import type { ShownRaids } from './RaidSearchProvider.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';

interface RaidExportProps {
  readonly shown: ShownRaids;
  readonly page: RaidListPage;
}

/** Exports the table that a page shows; progression has tables of its own. */
export function RaidExport({ shown, page }: RaidExportProps) {
  const { playerOrder } = useRaidList();
  const { hidden } = useHiddenColumns(pullTable);
  const { query, clock, order, firstPage } = shown;
  if (page === 'progression') return null;
  const asked = { query, ...clock, columns: null };
  const exports: Readonly<Record<Exclude<RaidListPage, 'progression'>, Export>> = {
    pulls: {
      table: { table: 'pulls', ...asked, ...order, columns: exportedColumns(hidden) },
      noun: 'pull',
      name: 'Pulls',
      rowCount: firstPage.total,
    },
    timeline: { table: { table: 'pulls', ...asked, ...order }, noun: 'pull', name: 'Pulls', rowCount: firstPage.total },
    calendar: { table: { table: 'nights', ...asked }, noun: 'night', name: 'Raid nights', rowCount: null },
    players: {
      table: { table: 'players', ...asked, ...playerOrder },
      noun: 'player',
      name: 'Raid players',
      rowCount: null,
    },
  };
  const { table, noun, name, rowCount } = exports[page];
  return (
    <ExportMenu
      source={{ kind: 'raids', table }}
      rowCount={rowCount}
      rowNoun={noun}
      suggestedName={nameOf(name, query)}
    />
  );
}

interface Export {
  readonly table: RaidTable;
  readonly noun: string;
  readonly name: string;
  readonly rowCount: number | null;
}

const longestPart = 50;

/** What a file may be called, without the day. */
function nameOf(table: string, query: string): string {
  const words = query.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
  return `${table} ${Array.from(words).slice(0, longestPart).join('')}`.trim();
}
