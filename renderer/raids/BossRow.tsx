import { ChevronDown, ChevronRight } from 'lucide-react';
import { DifficultyIcon, ResultIcon } from '../charts/ResultMark.tsx';
import { formatCount } from '../app/number-format.ts';
import { CountText, Figure, TotalFigures } from './GroupFigures.tsx';
import type { GroupRowProps } from './NightRow.tsx';
import type { BossEntry } from './pull-entries.ts';
import classes from './GroupRows.module.css';
import { PullStrip } from './PullStrip.tsx';
import { difficultyNames, formatPercent } from './raid-format.ts';

type BossRowProps = Omit<GroupRowProps, 'clock' | 'timeFormat'> & { readonly entry: BossEntry };

/** The pulls of one boss on one night by one guild or leader: whose they are, and how far they came. */
export function BossRow({ entry, id, place, isActive, onToggle }: BossRowProps) {
  const { group, isOpen, pulls } = entry;
  const { boss, difficulty, guild, leader, server } = group;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and handles the keys for all its rows
    <div
      id={id}
      role="row"
      aria-level={2}
      aria-expanded={isOpen}
      className={classes.boss}
      data-boss={boss}
      data-active={isActive || undefined}
      style={place}
      onClick={() => onToggle(entry.key)}
    >
      <span role="rowheader" className={classes.groupName} title={`${boss}, ${difficultyNames[difficulty]}`}>
        <Chevron size="0.75rem" aria-hidden />
        <DifficultyIcon difficulty={difficulty} size="0.875rem" />
        <bdi className={classes.bossName}>{boss}</bdi>
        <span className={classes.difficulty}>{difficultyNames[difficulty]}</span>
        <span
          className={classes.whose}
          title={
            guild === null
              ? `Led by ${leader.name} on ${server.name}. No guild has more than half of the participants among its members.`
              : `${guild.name} on ${server.name}. A raid is a guild's when more than half of the participants are members.`
          }
        >
          <bdi>{guild?.name ?? leader.name}</bdi>
        </span>
      </span>
      <span role="gridcell" className={classes.groupStrip}>
        <PullStrip pulls={pulls} />
      </span>
      <BossFigures group={group} />
    </div>
  );
}

function BossFigures({ group }: { readonly group: BossEntry['group'] }) {
  const { pullCount, killCount, bestHealth, fightSeconds, deaths } = group;
  return (
    <>
      <Figure name="pulls" title="Pulls of this boss on this night that the search finds">
        <CountText count={pullCount} noun="pull" />
      </Figure>
      {killCount > 0 ? (
        <Figure name="best" isKill title="The boss died">
          <ResultIcon result="kill" size="0.75rem" />{' '}
          <b>{killCount === 1 ? 'Kill' : `${formatCount(killCount)} kills`}</b>
        </Figure>
      ) : (
        <Figure name="best" title="The least health that one of these pulls left of the boss">
          {bestHealth === null ? (
            'none ended'
          ) : (
            <>
              best <b>{formatPercent(bestHealth)}</b>
            </>
          )}
        </Figure>
      )}
      <TotalFigures fightSeconds={fightSeconds} deaths={deaths} />
    </>
  );
}
