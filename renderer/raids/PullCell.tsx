import type { ReactNode } from 'react';
import { raidRoles, type Raid } from '../../shared/raids/types.ts';
import { formatCount, formatQuantity } from '../app/number-format.ts';
import { parseUtc, type TimeFormat } from '../app/time-format.ts';
import { DifficultyIcon, ResultIcon } from '../charts/ResultMark.tsx';
import { NameText } from '../messages/NameText.tsx';
import type { PullColumn, PullColumnName } from './pull-columns.ts';
import classes from './PullList.module.css';
import {
  dash,
  difficultyNames,
  explainNoDuration,
  explainNoRate,
  formatDuration,
  formatPercent,
  formatRate,
  resultNames,
  roleNames,
} from './raid-format.ts';
import { ShareBar } from './ShareBar.tsx';

interface PullCellProps {
  readonly column: PullColumn;
  readonly raid: Raid;
  readonly isByNight: boolean;
  readonly timeFormat: TimeFormat;
}

/** What a cell shows, and what it says to whoever rests on it. */
interface CellContent {
  readonly content: ReactNode;
  readonly title?: string | undefined;
}

/** One figure of a pull. */
export function PullCell({ column, raid, isByNight, timeFormat }: PullCellProps) {
  const { content, title } = contents[column.name](raid, timeFormat, isByNight);
  return (
    <span role="gridcell" data-column={column.name} data-number={column.isNumber || undefined} title={title}>
      {content}
    </span>
  );
}

const contents: Readonly<
  Record<PullColumnName, (raid: Raid, timeFormat: TimeFormat, isByNight: boolean) => CellContent>
> = {
  pull: ({ pullNumber, name }) => ({
    content: pullNumber === null ? dash : `#${pullNumber}`,
    title: pullNumber === null ? 'It has no number before it begins.' : name,
  }),
  began: ({ startedAt, createdAt }, timeFormat, isByNight) => {
    const moment = parseUtc(startedAt);
    if (moment === null) {
      const created = createdAt === null ? '' : ` Its raid was made at ${createdAt} UTC.`;
      return { content: dash, title: `No start is recorded.${created}` };
    }
    const text = timeFormat.dateTime(moment);
    return { content: isByNight ? text.slice(11) : text, title: `${text} ${timeFormat.zone}, ${startedAt} UTC` };
  },
  boss: ({ boss, difficulty }) => ({
    content: (
      <span className={classes.bossCell}>
        <DifficultyIcon difficulty={difficulty} size="0.875rem" />
        <bdi className={classes.bossName}>{boss}</bdi>
      </span>
    ),
    title: `${boss}, ${difficultyNames[difficulty]}`,
  }),
  difficulty: ({ difficulty }) => ({
    content: <>{difficultyNames[difficulty]}</>,
  }),
  result: (raid) => ({ content: <Result raid={raid} />, title: explainResult(raid) }),
  duration: (raid) => ({
    content: formatDuration(raid.durationSeconds),
    title:
      explainNoDuration(raid) ??
      (raid.durationFrom === 'times' ? 'End minus start; no length is recorded.' : undefined),
  }),
  deaths: ({ deaths }) => ({
    content: deaths === null ? dash : formatCount(deaths),
    title: deaths === null ? 'The backup lists no participants.' : undefined,
  }),
  players: ({ playerCount, composition }) => ({ content: formatCount(playerCount), title: describeRoles(composition) }),
  dps: (raid) => ({
    content: formatRate(raid.damagePerSecond),
    title:
      explainNoRate(raid) ??
      `${formatCount(raid.damage ?? 0)} damage of all participants in ${formatDuration(raid.durationSeconds)}`,
  }),
  leader: ({ leader }) => ({ content: <NameText reference={leader} /> }),
  guild: ({ guild }) =>
    guild === null
      ? { content: dash, title: 'No guild has more than half of the participants among its members.' }
      : { content: <NameText reference={guild} /> },
  server: ({ server }) => ({ content: <NameText reference={server} /> }),
};

/** `2 tanks, 3 healers, 10 damage dealers`; undefined where no participants are listed. */
function describeRoles(composition: Raid['composition']): string | undefined {
  const counts = Map.groupBy(composition, ({ role }) => role);
  const parts = raidRoles.flatMap((role) => {
    const count = (counts.get(role) ?? []).reduce((sum, part) => sum + part.count, 0);
    return count === 0 ? [] : [formatQuantity(count, roleNames[role].toLowerCase())];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** The mark of the result, its word or the health left, and that health as a bar. */
function Result({ raid: { result, healthLeft } }: { readonly raid: Raid }) {
  const showsHealth = (result === 'wipe' || result === 'live') && healthLeft !== null;
  return (
    <span className={classes.result} data-result={result}>
      <ResultIcon result={result} size="0.875rem" />
      <span className={classes.resultWord}>{resultNames[result]}</span>
      {showsHealth && (
        <>
          <b className={classes.health}>{formatPercent(healthLeft)}</b>
          <ShareBar share={healthLeft / 100} color={`var(--${result})`} />
        </>
      )}
    </span>
  );
}

function explainResult({ result, healthLeft }: Raid): string | undefined {
  if (healthLeft === null) return undefined;
  if (result === 'wipe') return `${formatPercent(healthLeft)} of the boss's health was left at the end`;
  return result === 'live'
    ? `${formatPercent(healthLeft)} of the boss's health was left when the backup was made`
    : undefined;
}
