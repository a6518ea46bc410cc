import { useCallback, useMemo, useState } from 'react';
import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { raidRoles } from '../../../shared/raids/types.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { ColumnChooser } from '../ColumnChooser.tsx';
import { SortButton } from '../SortButton.tsx';
import { useHiddenColumns } from '../use-hidden-columns.ts';
import type { NightClock } from '../use-night-clock.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { Composition } from './Composition.tsx';
import { NothingHere } from './NothingHere.tsx';
import { participantColumns, type ParticipantColumn } from './participant-columns.ts';
import { sortParticipants, type ParticipantOrder } from './participant-order.ts';
import { RoleRows, TotalRow } from './ParticipantRows.tsx';
import classes from './Participants.module.css';
import { nameOfRaid } from './raid-name.ts';

interface ParticipantsProps {
  readonly detail: RaidDetail;
  readonly clock: NightClock;
}

/** Best of each role first, as they come. */
const firstOrder: ParticipantOrder = { by: 'rank', isDescending: false };
const choosable = participantColumns.map(({ name, fullLabel }) => ({ name, label: fullLabel }));

/** Who took part, by role, with what they did: sortable, and with as many columns as the person wants. */
export function Participants({ detail, clock }: ParticipantsProps) {
  const { raid, participants } = detail;
  const hiding = useHiddenColumns('participants');
  const columns = useMemo(() => participantColumns.filter(({ name }) => !hiding.hidden.has(name)), [hiding.hidden]);
  const source = {
    kind: 'raids',
    table: {
      table: 'participants',
      raidId: raid.id,
      ...clock,
      columns: hiding.hidden.size === 0 ? null : ['player', 'role', ...columns.map(({ name }) => name)],
    },
  } as const;
  if (participants.length === 0) {
    return (
      <section className={classes.participants} aria-label="Participants">
        <h2 className={classes.title}>Participants</h2>
        <NothingHere testId="no-participants">
          No participants are listed, so there are no figures of players.
        </NothingHere>
      </section>
    );
  }
  return (
    <section className={classes.participants} aria-label="Participants">
      <header className={classes.header}>
        <h2 className={classes.title}>
          Participants <span className={classes.quiet}>{participants.length}</span>
        </h2>
        <ColumnChooser columns={choosable} {...hiding} />
        <ExportMenu
          source={source}
          suggestedName={`${nameOfRaid(raid)} participants`}
          rowCount={participants.length}
          rowNoun="participant"
        />
      </header>
      <Composition composition={raid.composition} />
      <ParticipantTable detail={detail} columns={columns} />
    </section>
  );
}

function ParticipantTable({
  detail,
  columns,
}: {
  readonly detail: RaidDetail;
  readonly columns: readonly ParticipantColumn[];
}) {
  const { participants } = detail;
  const { open } = useRaidPlace();
  const [order, setOrder] = useState(firstOrder);
  const onOpenPlayer = useCallback((playerId: string) => open({ page: 'player', playerId }), [open]);
  const roles = useMemo(
    () =>
      raidRoles
        .map((role) => ({ role, players: participants.filter((participant) => participant.role === role) }))
        .filter(({ players }) => players.length > 0)
        .map(({ role, players }) => ({ role, players: sortParticipants(players, order) })),
    [participants, order],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={classes.tableBox} tabIndex={0} aria-label="Participants, table">
      <table className={classes.table} aria-label="Participants">
        <ParticipantHead columns={columns} order={order} onOrder={setOrder} />
        {roles.map(({ role, players }) => (
          <RoleRows
            key={role}
            role={role}
            participants={players}
            detail={detail}
            columns={columns}
            onOpenPlayer={onOpenPlayer}
          />
        ))}
        <tfoot>
          <TotalRow label="The raid" participants={participants} detail={detail} columns={columns} />
        </tfoot>
      </table>
    </section>
  );
}

interface ParticipantHeadProps {
  readonly columns: readonly ParticipantColumn[];
  readonly order: ParticipantOrder;
  readonly onOrder: (order: ParticipantOrder) => void;
}

const nameHead = {
  name: 'name',
  label: 'Player',
  fullLabel: 'Player',
  explanation: 'The player’s name',
  beginsLow: true,
  isText: true,
};

function ParticipantHead({ columns, order, onOrder }: ParticipantHeadProps) {
  return (
    <thead>
      <tr>
        {[nameHead, ...columns].map(({ name, label, fullLabel, explanation, beginsLow = false, isText = false }) => {
          const direction = order.by !== name ? null : order.isDescending ? 'descending' : 'ascending';
          return (
            <th
              key={name}
              scope="col"
              className={isText ? classes.textHead : classes.figureHead}
              aria-sort={direction ?? 'none'}
              title={explanation}
            >
              <SortButton
                direction={direction}
                {...(fullLabel.startsWith(label) ? { label: fullLabel } : {})}
                onSort={() => onOrder({ by: name, isDescending: order.by === name ? !order.isDescending : !beginsLow })}
              >
                {label}
              </SortButton>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
