import { UnstyledButton } from '@mantine/core';
import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import { parseUtc } from '../../app/time-format.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { Fact, FactList } from '../FactList.tsx';
import { dash, formatFightTime, formatPercent } from '../raid-format.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import classes from './Progression.module.css';
import { formatPerPull } from './pull-course.ts';

/** What all pulls of the boss come to. */
export function BossFacts({ progress }: { readonly progress: BossProgress }) {
  const { pullCount, nightCount, killCount, wipeCount, bestHealth, deaths, deathsPerPull, fightSeconds } = progress;
  return (
    <FactList>
      <Fact term="Pulls" title={`${formatQuantity(killCount, 'kill')}, ${formatQuantity(wipeCount, 'wipe')}`}>
        {formatCount(pullCount)} <small>on {formatQuantity(nightCount, 'night')}</small>
      </Fact>
      <Fact term="Kills" title="Pulls that ended in a kill">
        {formatCount(killCount)}
      </Fact>
      <FirstKillFact progress={progress} />
      {killCount === 0 && (
        <Fact term="Best" title="The least boss health that any pull left">
          {formatPercent(bestHealth)} <small>left</small>
        </Fact>
      )}
      <Fact term="Deaths per pull" title={`${formatQuantity(deaths, 'death')} in the pulls that list participants`}>
        {formatPerPull(deathsPerPull)}
      </Fact>
      <Fact term="Time fought" title="Lengths of all pulls together, without the time between them">
        {formatFightTime(fightSeconds)}
      </Fact>
    </FactList>
  );
}

function FirstKillFact({ progress: { firstKill } }: { readonly progress: BossProgress }) {
  const { open } = useRaidPlace();
  const timeFormat = useTimeFormat();
  if (firstKill === null) {
    return (
      <Fact term="First kill" title="No pull of these ended in a kill">
        not yet
      </Fact>
    );
  }
  const { raidId, at, night, pullCount, fightSeconds } = firstKill;
  const moment = parseUtc(at);
  return (
    <Fact
      term="First kill"
      title={`${formatQuantity(pullCount, 'pull')} up to and with the first kill, ${formatFightTime(fightSeconds)} fought in them`}
    >
      <UnstyledButton
        className={classes.link ?? ''}
        title={moment === null ? 'Open the first kill' : `Open the first kill, ${timeFormat.dateTime(moment)}`}
        onClick={() => open({ page: 'raid', raidId })}
      >
        {night ?? (moment === null ? dash : timeFormat.date(moment))}
      </UnstyledButton>{' '}
      <small>
        after {formatQuantity(pullCount, 'pull')}, {formatFightTime(fightSeconds)}
      </small>
    </Fact>
  );
}
