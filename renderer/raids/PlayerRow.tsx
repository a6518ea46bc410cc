import { memo, type ReactNode } from 'react';
import { ListFilterPlus } from 'lucide-react';
import { UnstyledButton } from '@mantine/core';
import type { RaidPlayer } from '../../shared/raids/types.ts';
import { isTextSelected } from '../app/text-selection.ts';
import { formatCount } from '../app/number-format.ts';
import { NameText } from '../messages/NameText.tsx';
import { ClassBadge } from './detail/ClassBadge.tsx';
import type { PlayerColumn } from './player-columns.ts';
import classes from './PullList.module.css';
import playerClasses from './Players.module.css';
import { RoleLetter } from './RoleLetter.tsx';
import { ShareBar } from './ShareBar.tsx';
import { dash, formatAmount, formatPercent, formatRate, formatShare, roleNames } from './raid-format.ts';

interface PlayerRowProps {
  readonly id: string;
  readonly player: RaidPlayer;
  readonly raidCount: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly PlayerColumn[];
  readonly rowNumber: number;
  readonly isActive: boolean;
  readonly onOpen: (player: RaidPlayer) => void;
  /** Only pulls with this player. */
  readonly onFilter: (player: RaidPlayer) => void;
}

/** What one player did in all the pulls, on one line. */
export const PlayerRow = memo(function PlayerRow(props: PlayerRowProps) {
  const { id, player, raidCount, top, height, columns, rowNumber, isActive, onOpen, onFilter } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and handles the keys for all its rows
    <div
      id={id}
      role="row"
      aria-rowindex={rowNumber + 1}
      className={classes.pull}
      data-player-id={player.player.id}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => {
        if (!isTextSelected()) onOpen(player);
      }}
    >
      {columns.map((column) => {
        const { content, title } = cells[column.name](player, raidCount);
        return (
          <span
            key={column.name}
            role={column.name === 'name' ? 'rowheader' : 'gridcell'}
            data-column={column.name}
            data-number={column.isNumber || undefined}
            title={title}
          >
            {content}
          </span>
        );
      })}
      <span role="gridcell">
        <UnstyledButton
          className={playerClasses.filter}
          tabIndex={-1}
          title={`Only pulls with ${player.player.name} (W)`}
          onClick={(event) => {
            event.stopPropagation();
            onFilter(player);
          }}
        >
          <ListFilterPlus size="0.875rem" aria-hidden /> Filter
        </UnstyledButton>
      </span>
    </div>
  );
});

interface Cell {
  readonly content: ReactNode;
  readonly title?: string | undefined;
}

const noLength = 'None of these pulls has a length.';

const cells: Readonly<Record<PlayerColumn['name'], (player: RaidPlayer, raidCount: number) => Cell>> = {
  name: ({ player }) => ({ content: <NameText reference={player} /> }),
  server: ({ server }) => ({ content: <NameText reference={server} /> }),
  roles: ({ roles }) => ({
    content: (
      <span className={playerClasses.roles}>
        {roles.map((role) => (
          <RoleLetter key={role} role={role} isNamed />
        ))}
      </span>
    ),
    title: roles.map((role) => roleNames[role]).join(', '),
  }),
  classes: ({ classes: names }) => {
    const [most, ...others] = names;
    return {
      content: most !== undefined && (
        <span className={playerClasses.classes}>
          <ClassBadge name={most} />
          {others.map((name) => (
            <ClassBadge key={name} name={name} isShort />
          ))}
        </span>
      ),
      title: names.join(', '),
    };
  },
  pulls: ({ pullCount }) => ({ content: formatCount(pullCount) }),
  share: ({ share, pullCount }, raidCount) => ({
    content: (
      <span className={playerClasses.share}>
        <ShareBar share={share} color="var(--focus)" />
        {formatShare(share)}
      </span>
    ),
    title: `${formatCount(pullCount)} of ${formatCount(raidCount)} pulls that list participants`,
  }),
  kills: ({ killCount }) => ({ content: formatCount(killCount) }),
  deaths: ({ deaths, pullCount }) => ({
    content: formatCount(deaths),
    title: pullCount === 0 ? undefined : `${(deaths / pullCount).toFixed(2)} for each pull`,
  }),
  damage: ({ damage }) => ({ content: formatAmount(damage), title: formatCount(damage) }),
  dps: ({ damagePerSecond }) => rate(damagePerSecond),
  healing: ({ healing }) => ({ content: formatAmount(healing), title: formatCount(healing) }),
  hps: ({ healingPerSecond }) => rate(healingPerSecond),
  taken: ({ damageTaken, damageTakenPerSecond }) => ({
    content: formatAmount(damageTaken),
    title: `${formatCount(damageTaken)}, ${damageTakenPerSecond === null ? noLength : formatRate(damageTakenPerSecond)}`,
  }),
  uptime: ({ uptimePercent }) => ({ content: formatPercent(uptimePercent) }),
};

function rate(perSecond: number | null): Cell {
  return perSecond === null ? { content: dash, title: noLength } : { content: formatRate(perSecond) };
}
