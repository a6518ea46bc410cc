import type { PlayerSort } from './align-players.ts';
import type { ComparedColumn, PullColumn } from './comparison-columns.ts';
import classes from './Compare.module.css';
import { dash } from '../raid-format.ts';
import { lineStyleOf } from './line-styles.ts';
import { PullBadge } from './PullBadge.tsx';
import { SortButton } from '../SortButton.tsx';

interface PlayerTableHeadProps {
  readonly columns: readonly ComparedColumn[];
  /** With their places in the rows' cells. */
  readonly shown: readonly { readonly pull: PullColumn; readonly place: number }[];
  readonly sort: PlayerSort;
  readonly onSort: (sort: PlayerSort) => void;
  readonly isClassShown: boolean;
  readonly figureLabel: string;
  readonly referenceKey: string;
}

/** Names of the columns; each sorts by its own. */
export function PlayerTableHead(props: PlayerTableHeadProps) {
  const { columns, shown, sort, onSort, isClassShown, figureLabel, referenceKey } = props;
  const sortBy = (by: PlayerSort['by']) => {
    // Names are looked for from A on, figures from the highest down.
    const firstIsDescending = typeof by === 'number';
    onSort({ by, isDescending: sort.by === by ? !sort.isDescending : firstIsDescending });
  };
  const directionOf = (by: PlayerSort['by']) => {
    if (sort.by !== by) return null;
    return sort.isDescending ? 'descending' : 'ascending';
  };
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.corner} aria-sort={directionOf('name') ?? 'none'}>
          <SortButton direction={directionOf('name')} onSort={() => sortBy('name')}>
            Player
          </SortButton>
        </th>
        {isClassShown && (
          <th scope="col" className={classes.textHead} aria-sort={directionOf('class') ?? 'none'}>
            <SortButton direction={directionOf('class')} onSort={() => sortBy('class')}>
              Class
            </SortButton>
          </th>
        )}
        {shown.map(({ pull, place }) => (
          <th
            key={pull.key}
            scope="col"
            className={classes.numberHead}
            aria-sort={directionOf(place) ?? 'none'}
            data-reference={pull.key === referenceKey || undefined}
            title={pull.name}
          >
            <SortButton direction={directionOf(place)} prefix={`${figureLabel},`} onSort={() => sortBy(place)}>
              <PullBadge mark={pull.mark} style={lineStyleOf(columns, pull.key)} />{' '}
              <span className={classes.pullNumber}>pull {pull.raid.pullNumber ?? dash}</span>
            </SortButton>
          </th>
        ))}
      </tr>
    </thead>
  );
}
