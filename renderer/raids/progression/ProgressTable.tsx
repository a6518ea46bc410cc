import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BossProgress } from '../../../shared/raids/progress-types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { SortButton } from '../SortButton.tsx';
import { difficultyNames } from '../raid-format.ts';
import classes from './Progression.module.css';
import { groupByDifficulty, sortBosses, type ProgressColumn, type ProgressOrder } from './progress-order.ts';
import { ProgressRow } from './ProgressRow.tsx';

interface ProgressTableProps {
  /** Latest pulled first. */
  readonly bosses: readonly BossProgress[];
  readonly isGrouped: boolean;
  readonly order: ProgressOrder;
  readonly onSort: (order: ProgressOrder) => void;
  readonly onOpen: (boss: BossProgress) => void;
  readonly onOpenRaid: (raidId: string) => void;
}

interface Column {
  readonly name: ProgressColumn;
  readonly label: string;
  readonly explanation: string;
  readonly isNumber?: boolean;
  /** Of the first click: what one looks for comes first. */
  readonly firstIsDescending: boolean;
}

const columns: readonly Column[] = [
  { name: 'boss', label: 'Boss', explanation: 'Boss and difficulty', firstIsDescending: false },
  { name: 'pulls', label: 'Pulls', explanation: 'Pulls that began', isNumber: true, firstIsDescending: true },
  {
    name: 'nights',
    label: 'Nights',
    explanation: 'Raid nights with a pull of this boss',
    isNumber: true,
    firstIsDescending: true,
  },
  { name: 'kills', label: 'Kills', explanation: 'Pulls that ended in a kill', isNumber: true, firstIsDescending: true },
  {
    name: 'best',
    label: 'Best',
    explanation: 'The least boss health that any pull left, percent; the bar shows what was taken off',
    firstIsDescending: false,
  },
  { name: 'firstKill', label: 'First kill', explanation: 'The night of the first kill', firstIsDescending: true },
  {
    name: 'pullsToKill',
    label: 'It took',
    explanation: 'Pulls up to and with the first kill, and the time fought in them',
    firstIsDescending: false,
  },
  {
    name: 'deaths',
    label: 'Deaths per pull',
    explanation: 'Deaths of all participants, divided by the pulls that list participants',
    isNumber: true,
    firstIsDescending: true,
  },
  {
    name: 'time',
    label: 'Time fought',
    explanation: 'Lengths of all pulls together, without the time between them',
    isNumber: true,
    firstIsDescending: true,
  },
  { name: 'last', label: 'Last pulled', explanation: 'When the latest pull began', firstIsDescending: true },
];

/** More rows than this are shown when asked for. */
const firstRows = 200;

/** The bosses in one table, or under a heading for each difficulty. */
export function ProgressTable({ bosses, isGrouped, order, onSort, onOpen, onOpenRaid }: ProgressTableProps) {
  const [showsAll, setShowsAll] = useState(false);
  const sorted = sortBosses(bosses, order);
  const shown = showsAll ? sorted : sorted.slice(0, firstRows);
  const rowOf = (boss: BossProgress) => (
    <ProgressRow
      key={`${boss.difficulty} ${boss.boss}`}
      progress={boss}
      onOpen={() => onOpen(boss)}
      onOpenRaid={onOpenRaid}
    />
  );
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Progression by boss and difficulty">
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.name} column={column} order={order} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {isGrouped ? (
          groupByDifficulty(shown).map(({ difficulty, bosses: group }) => (
            <tbody key={difficulty}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={columns.length}
                  className={classes.groupHead}
                  data-difficulty={difficulty}
                >
                  {difficultyNames[difficulty]} <span className={classes.dimmed}>{group.length}</span>
                </th>
              </tr>
              {group.map(rowOf)}
            </tbody>
          ))
        ) : (
          <tbody>{shown.map(rowOf)}</tbody>
        )}
      </table>
      {shown.length < sorted.length && (
        <Button variant="default" m="xs" onClick={() => setShowsAll(true)}>
          Show {formatQuantity(sorted.length - shown.length, 'more row')}
        </Button>
      )}
    </div>
  );
}

interface HeadCellProps {
  readonly column: Column;
  readonly order: ProgressOrder;
  readonly onSort: (order: ProgressOrder) => void;
}

function HeadCell({ column: { name, label, explanation, isNumber, firstIsDescending }, order, onSort }: HeadCellProps) {
  const isSorted = order.by === name;
  const direction = isSorted ? (order.isDescending ? 'descending' : 'ascending') : null;
  return (
    <th scope="col" className={classes.head} title={explanation} data-number={isNumber} aria-sort={direction ?? 'none'}>
      <SortButton
        direction={direction}
        onSort={() => onSort({ by: name, isDescending: isSorted ? !order.isDescending : firstIsDescending })}
      >
        {label}
      </SortButton>
    </th>
  );
}
