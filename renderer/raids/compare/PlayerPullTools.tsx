import type { PlayerPulls } from '../../../shared/raids/progress-types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { ColumnChooser } from '../ColumnChooser.tsx';
import { CompareActions } from '../CompareActions.tsx';
import { mostCompared } from '../RaidListProvider.tsx';
import { useHiddenColumns } from '../use-hidden-columns.ts';
import { exportedColumns, playerPullColumns, playerPullTable } from './player-columns.ts';
import classes from './PlayerPulls.module.css';
import type { PlayerRequest } from './use-player-pulls.ts';

interface PlayerPullToolsProps {
  readonly request: PlayerRequest;
  readonly facts: PlayerPulls;
  /** Ids of the raids that are to be compared. */
  readonly chosen: readonly string[];
  readonly onCompare: () => void;
  readonly onClear: () => void;
}

/** What can be done with the table of pulls, and with those chosen in it. */
export function PlayerPullTools({ request, facts, chosen, onCompare, onClear }: PlayerPullToolsProps) {
  const { playerId, query, clock } = request;
  const columns = useHiddenColumns(playerPullTable);
  return (
    <div className={classes.tools}>
      <h2 className={classes.sectionTitle}>Pulls</h2>
      <span className={classes.chosen} role="status" data-testid="chosen-player-pulls">
        {chosen.length === 0
          ? `Choose up to ${mostCompared} to compare them.`
          : `${formatQuantity(chosen.length, 'pull')} chosen`}
      </span>
      {chosen.length > 0 && (
        <CompareActions count={chosen.length} size="compact-xs" onCompare={onCompare} onClear={onClear} />
      )}
      <span className={classes.push} />
      <ColumnChooser {...columns} columns={playerPullColumns.filter(({ canHide }) => canHide)} />
      <ExportMenu
        source={{
          kind: 'raids',
          table: { table: 'playerPulls', playerId, query, ...clock, columns: exportedColumns(columns.hidden) },
        }}
        suggestedName={`Pulls of ${facts.player.name}`}
        rowCount={facts.total}
        rowNoun="pull"
      />
    </div>
  );
}
