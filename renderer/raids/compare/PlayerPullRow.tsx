import { isTextSelected } from '../../app/text-selection.ts';
import type { TimeFormat } from '../../app/time-format.ts';
import type { PlayerPull } from '../../../shared/raids/progress-types.ts';
import { CompareBox } from '../CompareBox.tsx';
import type { PlayerPullColumn } from './player-columns.ts';
import type { Measure, OwnYardstick } from './player-course.ts';
import { PlayerPullCell } from './PlayerPullCell.tsx';
import classes from './PlayerPulls.module.css';

interface PlayerPullRowProps {
  readonly id: string;
  readonly rowIndex: number;
  readonly item: PlayerPull;
  readonly columns: readonly PlayerPullColumn[];
  readonly yardsticks: Readonly<Record<Measure, OwnYardstick>>;
  readonly timeFormat: TimeFormat;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  /** To be compared. */
  readonly isChosen: boolean;
  readonly onPick: () => void;
  readonly onOpen: (raidId: string) => void;
  readonly onToggle: (raidId: string) => void;
}

/** One pull of the player on one line. */
export function PlayerPullRow(props: PlayerPullRowProps) {
  const { id, rowIndex, item, columns, top, height, isActive, isChosen, onPick, onOpen, onToggle } = props;
  const { raid } = item;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and handles the keys for all its rows
    <div
      id={id}
      className={classes.row}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isChosen}
      data-raid-id={raid.id}
      data-active={isActive || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      onMouseDown={onPick}
      onClick={() => {
        if (!isTextSelected()) onOpen(raid.id);
      }}
    >
      <CompareBox raid={raid} isChosen={isChosen} onToggle={onToggle} />
      {columns.map((column) => (
        <PlayerPullCell
          key={column.name}
          column={column}
          item={item}
          yardsticks={props.yardsticks}
          timeFormat={props.timeFormat}
        />
      ))}
    </div>
  );
}
