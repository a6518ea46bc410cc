import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  GitCompareArrows,
  MessagesSquare,
  TrendingDown,
  Trophy,
} from 'lucide-react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { useView } from '../../app/ViewProvider.tsx';
import { DifficultyIcon, ResultIcon } from '../../charts/ResultMark.tsx';
import { printId } from '../../conversations/context-place.ts';
import { difficultyNames, formatPercent, resultNames } from '../raid-format.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { KeptSigns } from './KeptSigns.tsx';
import classes from './RaidHeadline.module.css';

/** Which pull it is, how it ended, and the ways from here: to its neighbours, the best pull, its messages. */
export function RaidHeadline({ detail }: { readonly detail: RaidDetail }) {
  const { raid } = detail;
  const { open } = useRaidPlace();
  const guildId = raid.guild?.id ?? null;
  return (
    <header className={classes.headline}>
      <div className={classes.name}>
        <Tooltip label="All raids">
          <ActionIcon size="sm" aria-label="All raids" onClick={() => open({ page: 'pulls' })}>
            <ArrowLeft size="1rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
        <h1 className={classes.boss} title={raid.boss}>
          <bdi>{raid.boss}</bdi>
        </h1>
        <span className={classes.difficulty} data-difficulty={raid.difficulty}>
          <DifficultyIcon difficulty={raid.difficulty} /> {difficultyNames[raid.difficulty]}
        </span>
        <ResultText detail={detail} />
        <KeptSigns raid={raid} />
      </div>
      <div className={classes.ways}>
        <SeriesWays detail={detail} />
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<TrendingDown size="0.875rem" aria-hidden />}
          title={`All pulls of ${raid.boss} (${difficultyNames[raid.difficulty]})${raid.guild === null ? '' : ` by ${raid.guild.name}`}, from the first on`}
          onClick={() => open({ page: 'boss', boss: raid.boss, difficulty: raid.difficulty, guildId })}
        >
          Progression
        </Button>
        <MessagesButton raidId={raid.id} />
      </div>
    </header>
  );
}

/** `Wipe at 12 %`: never by colour alone. */
function ResultText({ detail: { raid } }: { readonly detail: RaidDetail }) {
  const { result, healthLeft } = raid;
  const saysHealth = (result === 'wipe' || result === 'live') && healthLeft !== null;
  const explanation = {
    kill: 'The backup records a victory',
    wipe: 'The backup records a wipe; the percentage is the boss’s health at the end',
    live: 'In progress when the backup was made; the percentage is the boss’s health then',
    preparing: 'The raid was being prepared when the backup was made',
  }[result];
  return (
    <span className={classes.result} data-result={result} title={explanation} data-testid="raid-result">
      <ResultIcon result={result} />
      {result === 'live' ? 'In progress' : resultNames[result]}
      {saysHealth && ` at ${formatPercent(healthLeft)}`}
    </span>
  );
}

/** `Pull 7 of 23` with the pull before and after it, the best one, and the comparison with that. */
function SeriesWays({ detail }: { readonly detail: RaidDetail }) {
  const { raid, series } = detail;
  const { open } = useRaidPlace();
  const { previousId, nextId, bestId, pullCount } = series;
  if (raid.pullNumber === null) return null;
  const whose = raid.guild === null ? `led by ${raid.leader.name} on this server` : `by ${raid.guild.name}`;
  const go = (raidId: string | null) => () => {
    if (raidId !== null) open({ page: 'raid', raidId });
  };
  return (
    <>
      <span className={classes.series}>
        <Tooltip label={previousId === null ? 'This is the first pull' : 'Previous pull ( [ )'}>
          <ActionIcon size="sm" aria-label="Previous pull" disabled={previousId === null} onClick={go(previousId)}>
            <ChevronLeft size="1rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span
          className={classes.pull}
          title={`Pulls of ${raid.boss} (${difficultyNames[raid.difficulty]}) ${whose}, counted from the first on`}
          data-testid="pull-number"
        >
          Pull {raid.pullNumber} of {pullCount}
        </span>
        <Tooltip label={nextId === null ? 'This is the latest pull' : 'Next pull ( ] )'}>
          <ActionIcon size="sm" aria-label="Next pull" disabled={nextId === null} onClick={go(nextId)}>
            <ChevronRight size="1rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
      </span>
      {bestId === raid.id && pullCount > 1 && (
        <span
          className={classes.best}
          title="The shortest kill of these pulls; without a kill, the one that left the least health"
        >
          <Trophy size="0.875rem" aria-hidden /> Best pull
        </span>
      )}
      {bestId !== null && bestId !== raid.id && (
        <>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<Trophy size="0.875rem" aria-hidden />}
            title="The shortest kill of these pulls; without a kill, the one that left the least health"
            onClick={go(bestId)}
          >
            Best pull
          </Button>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<GitCompareArrows size="0.875rem" aria-hidden />}
            title="This pull beside the best one"
            onClick={() => open({ page: 'compare', raidIds: [raid.id, bestId] })}
          >
            Compare with best
          </Button>
        </>
      )}
    </>
  );
}

function MessagesButton({ raidId }: { readonly raidId: string }) {
  const { dispatch } = useView();
  const query = `raid:${printId(raidId)}`;
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<MessagesSquare size="0.875rem" aria-hidden />}
      title={`Searches all messages for ${query}`}
      onClick={() => dispatch({ type: 'open', place: { view: 'messages', query, position: null } })}
    >
      Messages
    </Button>
  );
}
