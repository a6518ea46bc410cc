import { formatQuantity } from '../app/number-format.ts';
import { CompareActions } from './CompareActions.tsx';
import classes from './ChosenBar.module.css';

interface ChosenBarProps {
  readonly count: number;
  readonly onCompare: () => void;
  readonly onClear: () => void;
}

/** What can be done with the pulls that were chosen; nothing while there are none. */
export function ChosenBar({ count, onCompare, onClear }: ChosenBarProps) {
  return (
    <div className={classes.bar} role="status" hidden={count === 0} data-testid="chosen-pulls">
      {count > 0 && (
        <>
          <strong>{formatQuantity(count, 'pull')} chosen</strong>
          <CompareActions count={count} size="compact-sm" onCompare={onCompare} onClear={onClear} />
        </>
      )}
    </div>
  );
}
