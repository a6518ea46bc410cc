import { Button } from '@mantine/core';
import { Scale } from 'lucide-react';
import { formatQuantity } from '../app/number-format.ts';
import classes from './PullList.module.css';

interface ChosenBarProps {
  readonly count: number;
  readonly onCompare: () => void;
  readonly onClear: () => void;
}

/** What can be done with the pulls that were chosen; nothing while there are none. */
export function ChosenBar({ count, onCompare, onClear }: ChosenBarProps) {
  return (
    <div className={classes.chosen} role="status" hidden={count === 0} data-testid="chosen-pulls">
      {count > 0 && (
        <>
          <strong>{formatQuantity(count, 'pull')} chosen</strong>
          <Button
            size="compact-sm"
            leftSection={<Scale size="0.875rem" aria-hidden />}
            disabled={count < 2}
            title={count < 2 ? 'Choose another one to compare it with (Space)' : 'Compare (C)'}
            onClick={onCompare}
          >
            Compare
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClear}>
            Clear
          </Button>
        </>
      )}
    </div>
  );
}
