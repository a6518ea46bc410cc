import { useMemo, useState } from 'react';
import { PageLoader } from '../PageLoader.tsx';
import { useRaidPlace } from '../use-raid-place.ts';
import { PlaceProblem } from '../PlaceProblem.tsx';
import { PlayerChart } from './PlayerChart.tsx';
import { PlayerFacts } from './PlayerFacts.tsx';
import { PlayerFilterChips } from './PlayerFilterChips.tsx';
import { PlayerPullGrid } from './PlayerPullGrid.tsx';
import classes from './PlayerPulls.module.css';
import { PlayerPullTools } from './PlayerPullTools.tsx';
import { usePlayerPulls } from './use-player-pulls.ts';
import { yardsticksOf } from './player-course.ts';

interface PlayerPullsPageProps {
  readonly playerId: string;
}

/** One player across the pulls of the query: the course of the figures, and a table of all pulls. */
export function PlayerPullsPage({ playerId }: PlayerPullsPageProps) {
  const { query, clock, open } = useRaidPlace();
  const request = useMemo(() => ({ playerId, query, clock }), [playerId, query, clock]);
  const { facts, items, hasMore, loadMore, error } = usePlayerPulls(request);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const yardsticks = useMemo(() => facts && yardsticksOf(items, facts.median), [items, facts]);
  if (error !== null) return <PlaceProblem error={error} what="This player is not in this library any more." />;
  if (facts === undefined || yardsticks === undefined) {
    return <PageLoader label="Reading the pulls" />;
  }
  const compare = (raidIds: readonly string[]) => open({ page: 'compare', raidIds });
  return (
    <div className={classes.page}>
      <PlayerFacts request={request} facts={facts} items={items} hasMore={hasMore} />
      <PlayerFilterChips request={request} onSearch={(text) => open({ page: 'player', playerId }, text)} />
      {items.length === 0 ? (
        <p className={classes.note}>
          {query === ''
            ? 'The backup lists this player in no raid.'
            : 'This player took part in no pull that the search finds. Take something away from the search, or a filter above.'}
        </p>
      ) : (
        <>
          <PlayerChart facts={facts} items={items} onOpen={(raidId) => open({ page: 'raid', raidId })} />
          <PlayerPullTools
            request={request}
            facts={facts}
            chosen={chosen}
            onCompare={() => compare(chosen)}
            onClear={() => setChosen([])}
          />
          <PlayerPullGrid
            items={items}
            total={facts.total}
            yardsticks={yardsticks}
            hasMore={hasMore}
            loadMore={loadMore}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={(raidId) => open({ page: 'raid', raidId })}
            onCompare={() => chosen.length > 1 && compare(chosen)}
          />
        </>
      )}
    </div>
  );
}
