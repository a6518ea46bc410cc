import { Button } from '@mantine/core';
import { DatabaseZap } from 'lucide-react';

interface SqlSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Shows the search as SQL in place of the list, and goes back. */
export function SqlSwitch({ isOn, onChange }: SqlSwitchProps) {
  return (
    <Button
      variant={isOn ? 'light' : 'subtle'}
      size="compact-xs"
      fw={500}
      aria-pressed={isOn}
      leftSection={<DatabaseZap size="0.875rem" aria-hidden />}
      onClick={() => onChange(!isOn)}
    >
      {isOn ? 'Hide SQL' : 'Show SQL'}
    </Button>
  );
}
