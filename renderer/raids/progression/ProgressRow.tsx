import { UnstyledButton } from '@mantine/core';
import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import { parseUtc } from '../../app/time-format.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { DifficultyIcon, ResultIcon } from '../../charts/ResultMark.tsx';
import { dash, difficultyNames, formatFightTime } from '../raid-format.ts';
import { HealthBar } from './HealthBar.tsx';
import classes from './Progression.module.css';
import { formatPerPull } from './pull-course.ts';

interface ProgressRowProps {
  readonly progress: BossProgress;
  readonly onOpen: () => void;
  readonly onOpenRaid: (raidId: string) => void;
}

/** One boss of a difficulty. A click anywhere opens it; its name is the button for the keyboard. */
export function ProgressRow({ progress, onOpen, onOpenRaid }: ProgressRowProps) {
  const { boss, difficulty, pullCount, killCount, wipeCount, nightCount, bestHealth, deathsPerPull } = progress;
  const timeFormat = useTimeFormat();
  const last = parseUtc(progress.lastAt);
  return (
    <tr className={classes.row} onClick={onOpen} data-boss={boss} data-difficulty={difficulty}>
      <th scope="row" className={classes.boss}>
        <UnstyledButton
          className={classes.link ?? ''}
          title={`All pulls of ${boss}, ${difficultyNames[difficulty]}`}
          // The row hears the click as well.
          onClick={(event) => {
            event.stopPropagation();
            onOpen();
          }}
        >
          <bdi>{boss}</bdi>
        </UnstyledButton>{' '}
        <span className={classes.difficulty}>
          <DifficultyIcon difficulty={difficulty} size="0.875rem" /> {difficultyNames[difficulty]}
        </span>
      </th>
      <td data-number title={`${formatQuantity(killCount, 'kill')}, ${formatQuantity(wipeCount, 'wipe')}`}>
        {formatCount(pullCount)}
      </td>
      <td data-number>{formatCount(nightCount)}</td>
      <td data-number>{formatCount(killCount)}</td>
      <td>
        <HealthBar bestHealth={bestHealth} />
      </td>
      <FirstKillCells progress={progress} onOpenRaid={onOpenRaid} />
      <td data-number title={`${formatQuantity(progress.deaths, 'death')} in the pulls that list participants`}>
        {formatPerPull(deathsPerPull)}
      </td>
      <td data-number title="Lengths of all pulls together; pulls without a length count nothing">
        {formatFightTime(progress.fightSeconds)}
      </td>
      <td title={last === null ? undefined : `${timeFormat.dateTime(last)} ${timeFormat.zone}`}>
        {last === null ? dash : timeFormat.date(last)}
      </td>
    </tr>
  );
}

function FirstKillCells({ progress: { firstKill }, onOpenRaid }: Omit<ProgressRowProps, 'onOpen'>) {
  const timeFormat = useTimeFormat();
  if (firstKill === null) {
    return (
      <>
        <td className={classes.dimmed}>not yet</td>
        <td className={classes.dimmed}>{dash}</td>
      </>
    );
  }
  const { raidId, at, night, pullCount, fightSeconds } = firstKill;
  const moment = parseUtc(at);
  return (
    <>
      <td>
        <UnstyledButton
          className={classes.link ?? ''}
          title={moment === null ? 'Open the first kill' : `Open the first kill, ${timeFormat.dateTime(moment)}`}
          onClick={(event) => {
            event.stopPropagation();
            onOpenRaid(raidId);
          }}
        >
          <ResultIcon result="kill" size="0.875rem" /> {night ?? (moment === null ? dash : timeFormat.date(moment))}
        </UnstyledButton>
      </td>
      <td
        title={`${formatQuantity(pullCount, 'pull')} up to and with the first kill, ${formatFightTime(fightSeconds)} fought in them`}
      >
        {formatQuantity(pullCount, 'pull')}, {formatFightTime(fightSeconds)}
      </td>
    </>
  );
}
