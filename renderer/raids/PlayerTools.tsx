import { ColumnChooser } from './ColumnChooser.tsx';
import { playerColumns, playerTable } from './player-columns.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';

/** How the table of players is shown. */
export function PlayerTools() {
  const columns = useHiddenColumns(playerTable);
  return <ColumnChooser columns={playerColumns.filter(({ name }) => name !== 'name')} {...columns} />;
}
