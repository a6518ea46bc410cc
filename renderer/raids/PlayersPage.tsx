import { Loader } from '@mantine/core';
import { useMemo } from 'react';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { fitPlayerColumns, playerTable } from './player-columns.ts';
import { PlayerList } from './PlayerList.tsx';
import classes from './PullList.module.css';
import { withPlayer } from './raid-filters.ts';
import { useRaidList } from './RaidListProvider.tsx';
import type { ShownRaids } from './RaidSearchProvider.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';
import { useListRoom } from './use-list-room.ts';
import { useRaidFocus } from './use-raid-focus.ts';
import { useRaidPlace } from './use-raid-place.ts';
import { useRaidPlayers } from './use-raid-players.ts';
import { useRestores } from './use-restores.ts';

interface PlayersPageProps {
  readonly libraryPath: string;
  readonly shown: ShownRaids;
}

/** Everybody who took part in the query's pulls, with what they did there. */
export function PlayersPage({ libraryPath, shown }: PlayersPageProps) {
  const { open, search } = useRaidPlace();
  const { playerOrder, setPlayerOrder, recall, remember } = useRaidList();
  const found = useRaidPlayers(libraryPath, shown, playerOrder);
  const { hidden } = useHiddenColumns(playerTable);
  const { ref, roomRem } = useListRoom();
  const columns = useMemo(() => fitPlayerColumns(hidden, roomRem), [hidden, roomRem]);
  const listKey = JSON.stringify(['players', shown.query, playerOrder]);
  const restores = useRestores(listKey);
  useRaidFocus();
  const { players, error } = found;
  return (
    <div className={classes.frame}>
      {error && <ErrorNotice error={error} />}
      <div ref={ref} className={classes.frame}>
        {players === null && <Loader size="sm" m="lg" role="img" aria-label="Counting players" />}
        {players?.length === 0 && <p className={classes.none}>The backup lists no participants of these pulls.</p>}
        {players !== null && players.length > 0 && (
          <PlayerList
            key={listKey}
            players={players}
            found={found}
            columns={columns}
            order={playerOrder}
            isStale={found.isStale}
            memory={restores ? recall(listKey) : null}
            remember={(memory) => remember(listKey, memory)}
            onSort={setPlayerOrder}
            onOpen={({ player }) => open({ page: 'player', playerId: player.id })}
            onFilter={({ player }) => search(withPlayer(shown.query, player.name))}
          />
        )}
      </div>
    </div>
  );
}
