import type { Raid } from '../../shared/raids/types.ts';
import classes from './CompareBox.module.css';

interface CompareBoxProps {
  readonly raid: Raid;
  readonly isChosen: boolean;
  readonly onToggle: (raidId: string) => void;
}

/** The cell of a list's row that chooses its pull for a comparison; the list has the focus, and Space does the same. */
export function CompareBox({ raid, isChosen, onToggle }: CompareBoxProps) {
  return (
    <span role="gridcell" className={classes.cell}>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isChosen}
        aria-label={`Compare pull ${raid.pullNumber ?? ''} of ${raid.boss}`}
        title="Compare (Space)"
        onClick={(event) => event.stopPropagation()}
        onChange={() => onToggle(raid.id)}
      />
    </span>
  );
}
