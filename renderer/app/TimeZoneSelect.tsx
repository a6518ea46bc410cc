import { Select } from '@mantine/core';
import { resolveTimeZone } from './time-format.ts';
import { useSettings, useUpdateSettings } from './use-settings.ts';

const shownAtOnce = 60;
/** Names that people look for; browsers accept them but list the zones under their older ones. */
const renamedZones = [
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];

/** The zone in which times are shown and the search box's dates are read. */
export function TimeZoneSelect() {
  const { timeZone } = useSettings();
  const update = useUpdateSettings();
  return (
    <Select
      label="Time zone"
      description="Times are stored in UTC and shown in this zone"
      data={zoneOptions(timeZone)}
      value={timeZone}
      onChange={(value) => value !== null && update({ timeZone: value })}
      searchable
      allowDeselect={false}
      limit={shownAtOnce}
      nothingFoundMessage="No such time zone"
      withScrollArea={false}
      styles={{ options: { maxHeight: '16rem', overflowY: 'auto' } }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function zoneOptions(current: string): { readonly value: string; readonly label: string }[] {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  const names = new Set([...(current === 'local' || current === 'UTC' ? [] : [current]), ...zones, ...renamedZones]);
  return [
    { value: 'local', label: `This computer's (${resolveTimeZone('local')})` },
    { value: 'UTC', label: 'UTC' },
    ...[...names].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
}
