import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { Participant } from '../../../shared/raids/pull-types.ts';
import type { RaidRole } from '../../../shared/raids/types.ts';
import { formatCount } from '../../app/number-format.ts';
import { NameText } from '../../messages/NameText.tsx';
import { dash, roleGroups, roleNames } from '../raid-format.ts';
import { RoleLetter } from '../RoleLetter.tsx';
import { useRaidPlace } from '../use-raid-place.ts';
import {
  cellValue,
  isSameMeasure,
  playerFigures,
  referenceValue,
  type PlayerFigureKey,
  type PlayerReference,
  type PlayerRow,
} from './align-players.ts';
import classes from './Compare.module.css';
import { differenceOf } from './difference.ts';
import { DifferenceText } from './DifferenceText.tsx';

interface CellChoice {
  readonly figure: PlayerFigureKey;
  readonly reference: PlayerReference;
  readonly referenceName: string;
  readonly areDifferencesShown: boolean;
}

interface RoleRowsProps extends CellChoice {
  readonly role: RaidRole;
  readonly rows: readonly PlayerRow[];
  /** Of the pulls that are shown, among the rows' cells. */
  readonly places: readonly number[];
  readonly isClassShown: boolean;
}

/** The players of a role. */
export function RoleRows({ role, rows, places, isClassShown, ...choice }: RoleRowsProps) {
  const { open } = useRaidPlace();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" className={classes.roleHead} colSpan={places.length + (isClassShown ? 2 : 1)}>
          <RoleLetter role={role} /> {roleGroups[role]} <span className={classes.roleCount}>{rows.length}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.player.id} data-player={row.player.id}>
          <th scope="row" className={classes.rowHead}>
            <UnstyledButton
              className={classes.nameLink ?? ''}
              title="All pulls of this player"
              onClick={() => open({ page: 'player', playerId: row.player.id })}
            >
              <NameText reference={row.player} />
            </UnstyledButton>
          </th>
          {isClassShown && <td className={classes.textCell}>{row.classes.join(', ')}</td>}
          {places.map((place) => (
            <PlayerCell key={place} row={row} place={place} {...choice} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface PlayerCellProps extends CellChoice {
  readonly row: PlayerRow;
  readonly place: number;
}

function PlayerCell({ row, place, figure, reference, referenceName, areDifferencesShown }: PlayerCellProps) {
  const participant = row.cells[place] ?? null;
  const value = cellValue(row, place, figure);
  const isReference = place === reference;
  const canCompare = areDifferencesShown && !isReference && isSameMeasure(row, place, reference, figure);
  const terms = playerFigures[figure];
  const difference = canCompare ? differenceOf(value, referenceValue(row, reference, figure), terms) : null;
  return (
    <td className={classes.figure} data-reference={isReference || undefined}>
      <span title={participant === null ? 'Took no part in this pull' : explain(participant, figure, value)}>
        {participant !== null && participant.role !== row.role && <OtherRole role={participant.role} />}
        {value === null ? dash : terms.format(value)}
      </span>
      <DifferenceText difference={difference} referenceName={referenceName} />
    </td>
  );
}

/** Says that the player had another role in this pull than most often. */
function OtherRole({ role }: { readonly role: RaidRole }) {
  return (
    <span title={`As ${roleNames[role].toLowerCase()} in this pull`}>
      <RoleLetter role={role} /> <VisuallyHidden>as {roleNames[role].toLowerCase()} </VisuallyHidden>
    </span>
  );
}

/** What a cell counts. */
function explain(participant: Participant, figure: PlayerFigureKey, value: number | null): string {
  const measured = figure === 'own' ? (participant.role === 'healer' ? 'healing' : 'damage') : figure;
  const amounts: Readonly<Record<string, string>> = {
    damage: `${formatCount(participant.damage)} damage`,
    healing: `${formatCount(participant.healing)} healing`,
    taken: `${formatCount(participant.damageTaken)} damage taken`,
  };
  const amount = amounts[measured];
  if (amount === undefined) return playerFigures[figure].explanation;
  const rank = figure === 'own' ? `, rank ${participant.rank} in the role` : '';
  return value === null ? `${amount}; no rate, as the pull has no length` : `${amount} in the whole pull${rank}`;
}
