import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatQuantity } from '../../app/number-format.ts';
import { ColumnChooser } from '../ColumnChooser.tsx';
import { useHiddenColumns } from '../use-hidden-columns.ts';
import {
  alignPlayers,
  groupByRole,
  playerFigureKeys,
  playerFigures,
  type PlayerFigureKey,
  type PlayerReference,
  type PlayerSort,
} from './align-players.ts';
import classes from './Compare.module.css';
import { shortNameOf, type ComparedColumn, type PullColumn } from './comparison-columns.ts';
import { ComparisonExport } from './ComparisonExport.tsx';
import { PlayerTableHead } from './PlayerTableHead.tsx';
import { RoleRows } from './RoleRows.tsx';

interface PlayerTableProps {
  readonly columns: readonly ComparedColumn[];
  readonly reference: ComparedColumn;
}

/** Which pulls are hidden says nothing about the next comparison. */
const keptColumns: ReadonlySet<string> = new Set(['class', 'difference']);

/** Every player of the pulls in one row, by role, with the difference to the same player in the reference. */
export function PlayerTable({ columns, reference }: PlayerTableProps) {
  const [figure, setFigure] = useState<PlayerFigureKey>('own');
  const [sort, setSort] = useState<PlayerSort>({ by: 'name', isDescending: false });
  const chooser = useHiddenColumns('comparison', keptColumns);
  const pulls = useMemo(() => columnsWithPlayers(columns, reference), [columns, reference]);
  const rows = useMemo(() => alignPlayers(pulls.map(({ participants }) => participants)), [pulls]);
  const compared: PlayerReference =
    reference.kind === 'median' ? 'own median' : pulls.findIndex(({ key }) => key === reference.key);
  const groups = groupByRole(rows, sort, figure);
  const shown = pulls.map((pull, place) => ({ pull, place })).filter(({ pull }) => !chooser.hidden.has(pull.key));
  const referenceName = reference.kind === 'median' ? 'the player’s own median here' : shortNameOf(reference);
  return (
    <section aria-label="Players" className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>Players</h2>
        <span className={classes.dimmedFact}>{formatQuantity(rows.length, 'player')}</span>
        <SegmentedControl
          size="xs"
          aria-label="Figure of the players"
          data={playerFigureKeys.map((key) => ({ value: key, label: playerFigures[key].label }))}
          value={figure}
          onChange={setFigure}
        />
        <ColumnChooser
          {...chooser}
          columns={[
            { name: 'class', label: 'Class' },
            { name: 'difference', label: 'Differences' },
            ...pulls.map((pull) => ({ name: pull.key, label: pull.name })),
          ]}
        />
        <ComparisonExport
          pulls={columns.filter((column): column is PullColumn => column.kind === 'pull')}
          hidden={chooser.hidden}
          playerCount={rows.length}
        />
      </div>
      <p className={classes.note}>
        {playerFigures[figure].explanation}{' '}
        {reference.kind === 'median'
          ? 'The median of a series knows no players: each is compared with the middle of their own pulls shown here.'
          : `Differences are to the same player in ${reference.name}.`}
      </p>
      {rows.length === 0 ? (
        <p className={classes.note}>The backup lists no participants of these pulls.</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label="Players of the pulls">
            <PlayerTableHead
              columns={columns}
              shown={shown}
              sort={sort}
              onSort={setSort}
              isClassShown={!chooser.hidden.has('class')}
              figureLabel={playerFigures[figure].label}
              referenceKey={reference.key}
            />
            {groups.map(({ role, rows: players }) => (
              <RoleRows
                key={role}
                role={role}
                rows={players}
                places={shown.map(({ place }) => place)}
                figure={figure}
                reference={compared}
                referenceName={referenceName}
                isClassShown={!chooser.hidden.has('class')}
                areDifferencesShown={!chooser.hidden.has('difference')}
              />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

/** The chosen pulls; the best of the series only where the others are compared with it. */
function columnsWithPlayers(columns: readonly ComparedColumn[], reference: ComparedColumn): readonly PullColumn[] {
  return columns.filter(
    (column): column is PullColumn =>
      column.kind === 'pull' || (column.kind === 'best' && reference.key === column.key),
  );
}
