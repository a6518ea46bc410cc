import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import type { HiddenColumns } from './use-hidden-columns.ts';

interface ColumnChooserProps extends HiddenColumns {
  /** Those that can be hidden, in their order. */
  readonly columns: readonly { readonly name: string; readonly label: string }[];
}

/** Hides and shows the columns of a table. */
export function ColumnChooser({ columns, hidden, hide, showAll }: ColumnChooserProps) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          fw={500}
          leftSection={<Columns3 size="0.875rem" aria-hidden />}
          style={{ flex: 'none' }}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns" style={{ maxHeight: '80vh', overflowY: 'auto' }}>
        <Stack gap="xs">
          {columns.map(({ name, label }) => (
            <Checkbox
              key={name}
              size="xs"
              label={label}
              checked={!hidden.has(name)}
              onChange={(event) => hide(name, !event.currentTarget.checked)}
            />
          ))}
          <Button variant="default" size="compact-xs" disabled={hidden.size === 0} onClick={showAll}>
            Show all
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
