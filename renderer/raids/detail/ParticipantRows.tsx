import { UnstyledButton } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { Participant, RaidDetail } from '../../../shared/raids/pull-types.ts';
import type { RaidRole } from '../../../shared/raids/types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { NameText } from '../../messages/NameText.tsx';
import { dash, roleGroups } from '../raid-format.ts';
import { RoleLetter } from '../RoleLetter.tsx';
import { ClassBadge } from './ClassBadge.tsx';
import type { ParticipantCell, ParticipantColumn } from './participant-columns.ts';
import classes from './Participants.module.css';

interface RoleRowsProps {
  readonly role: RaidRole;
  /** In the order in which they stand. */
  readonly participants: readonly Participant[];
  readonly detail: RaidDetail;
  readonly columns: readonly ParticipantColumn[];
  readonly onOpenPlayer: (playerId: string) => void;
}

/** The players of a role and what they come to. */
export const RoleRows = memo(function RoleRows(props: RoleRowsProps) {
  const { role, participants, detail, columns, onOpenPlayer } = props;
  return (
    <tbody data-role={role}>
      <tr className={classes.roleRow}>
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <span className={classes.roleHead}>
            <RoleLetter role={role} />
            {roleGroups[role]} <span className={classes.quiet}>{participants.length}</span>
          </span>
        </th>
      </tr>
      {participants.map((participant) => (
        <tr key={participant.player.id} data-player={participant.player.id}>
          <th scope="row" className={classes.player}>
            <UnstyledButton className={classes.playerLink ?? ''} onClick={() => onOpenPlayer(participant.player.id)}>
              <NameText reference={participant.player} />
            </UnstyledButton>
          </th>
          {columns.map((column) => (
            <FigureCell key={column.name} column={column} cell={column.cellOf(participant, detail)} role={role}>
              {column.name === 'class' && <ClassBadge name={participant.class} />}
            </FigureCell>
          ))}
        </tr>
      ))}
      <TotalRow label={`${roleGroups[role]}, together`} participants={participants} detail={detail} columns={columns} />
    </tbody>
  );
});

interface TotalRowProps {
  readonly label: string;
  readonly participants: readonly Participant[];
  readonly detail: RaidDetail;
  readonly columns: readonly ParticipantColumn[];
}

/** What several participants come to; a column of which a sum would say nothing stays empty. */
export function TotalRow({ label, participants, detail, columns }: TotalRowProps) {
  return (
    <tr className={classes.total} data-total>
      <th scope="row" title={formatQuantity(participants.length, 'player')}>
        {label}
      </th>
      {columns.map((column) =>
        column.totalOf === null ? (
          // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- no control: a cell without a figure
          <td key={column.name} />
        ) : (
          <FigureCell key={column.name} column={column} cell={column.totalOf(participants, detail)} />
        ),
      )}
    </tr>
  );
}

interface FigureCellProps {
  readonly column: ParticipantColumn;
  readonly cell: ParticipantCell;
  readonly role?: RaidRole;
  /** Instead of the cell's text. */
  readonly children?: ReactNode;
}

function FigureCell({ column, cell: { text, title, share }, role, children }: FigureCellProps) {
  if (share !== undefined) {
    return (
      // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- no control: a cell with its text inside
      <td className={classes.shareCell} title={title} data-column={column.name}>
        <span className={classes.share}>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} data-role={role} style={{ width: `${(share ?? 0) * 100}%` }} />
          </span>
          <span className={classes.shareText}>{text}</span>
        </span>
      </td>
    );
  }
  return (
    <td
      className={column.isText ? classes.textCell : classes.figure}
      title={title}
      data-column={column.name}
      data-unknown={text === dash || undefined}
    >
      {children === undefined || children === false ? text : children}
    </td>
  );
}
