import { Select } from '@mantine/core';
import { useSettings, useUpdateSettings } from '../app/use-settings.ts';
import { formatHour } from './night-format.ts';

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: formatHour(hour) }));

/** At which hour a raid night begins, and the one before it ends. */
export function NightHourSelect() {
  const { nightStartHour } = useSettings();
  const update = useUpdateSettings();
  return (
    <Select
      label="A raid night begins at"
      description="What is fought after midnight belongs to the evening before, until this hour."
      size="xs"
      data={hours}
      value={String(nightStartHour)}
      allowDeselect={false}
      checkIconPosition="right"
      comboboxProps={{ withinPortal: false }}
      onChange={(value) => value !== null && update({ nightStartHour: Number(value) })}
    />
  );
}
