import type { PlayerPull, PlayerPulls } from '../../../shared/raids/progress-types.ts';
import { formatCount } from '../../app/number-format.ts';
import { NameText } from '../../messages/NameText.tsx';
import { Fact, FactList } from '../FactList.tsx';
import { dash } from '../raid-format.ts';
import { sayClasses, sayRoles } from './player-course.ts';
import classes from './PlayerPulls.module.css';
import { useKillCount, type PlayerRequest } from './use-player-pulls.ts';

interface PlayerFactsProps {
  readonly request: PlayerRequest;
  readonly facts: PlayerPulls;
  readonly items: readonly PlayerPull[];
  readonly hasMore: boolean;
}

/** Who the player is, and what the pulls come to. */
export function PlayerFacts({ request, facts, items, hasMore }: PlayerFactsProps) {
  const kills = useKillCount(request);
  const { player, server, total, median } = facts;
  const loaded = hasMore ? `of the newest ${formatCount(items.length)} pulls` : 'of all pulls found';
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>
        <NameText reference={player} />
      </h1>
      <FactList>
        <Fact term="Server" title="The player’s own server">
          <bdi>{server.name === '' ? dash : server.name}</bdi>
        </Fact>
        <Fact term="Pulls" title="Pulls that the search finds and that list this player">
          {formatCount(total)}
        </Fact>
        <Fact term="Kills" title="Of these pulls, those that ended in a kill">
          {kills === null ? dash : formatCount(kills)}
        </Fact>
        <Fact term="Roles" title={`How often in which role, ${loaded}`}>
          {sayRoles(items) || dash}
        </Fact>
        <Fact term="Classes" title={`The one played last comes first, ${loaded}`}>
          {sayClasses(items) || dash}
        </Fact>
        <Fact
          term="Median percentile"
          title="The middle of the percentiles of all pulls found. A percentile: so many percent of the other performances in this library on the same boss, difficulty and role were lower per second"
        >
          {median.percentile === null ? dash : Math.round(median.percentile)}
        </Fact>
      </FactList>
    </header>
  );
}
