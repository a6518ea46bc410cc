import { Button, Popover, Text } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useImportFlow } from './ImportFlowProvider.tsx';

interface UndoButtonProps {
  readonly importId: number;
  readonly source: string;
  readonly label?: string;
}

/** Takes an import back, after asking once. */
export function UndoButton({ importId, source, label = 'Undo this import' }: UndoButtonProps) {
  const { undo } = useImportFlow();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Popover opened={isAsking} onChange={setIsAsking} trapFocus returnFocus withArrow shadow="md" width="18rem">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<Undo2 size="0.875rem" aria-hidden />}
          aria-label={`${label}: ${source}`}
          onClick={() => setIsAsking(!isAsking)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Undo this import?">
        <Text size="sm" mb="sm" style={{ overflowWrap: 'anywhere' }}>
          Take back everything that came from {source}? Other imports are kept, and you can import the file again.
        </Text>
        <Button
          variant="default"
          c="var(--danger-text)"
          onClick={() => {
            setIsAsking(false);
            undo(importId);
          }}
        >
          Undo import
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
