import { Button } from '@mantine/core';
import { Scale } from 'lucide-react';

interface CompareActionsProps {
  /** Pulls that were chosen. */
  readonly count: number;
  readonly size: 'compact-xs' | 'compact-sm';
  readonly onCompare: () => void;
  readonly onClear: () => void;
}

/** Compares the pulls that were chosen in a list, or lets them go. */
export function CompareActions({ count, size, onCompare, onClear }: CompareActionsProps) {
  return (
    <>
      <Button
        size={size}
        leftSection={<Scale size="0.875rem" aria-hidden />}
        disabled={count < 2}
        title={count < 2 ? 'Choose another one to compare it with (Space)' : 'Compare (C)'}
        onClick={onCompare}
      >
        Compare
      </Button>
      <Button size={size} variant="default" onClick={onClear}>
        Clear
      </Button>
    </>
  );
}
