import { Popover, SegmentedControl, Stack, Switch, Text, UnstyledButton } from '@mantine/core';
import { Settings as SettingsIcon } from 'lucide-react';
import { themes } from '../../shared/app/types.ts';
import { MeSetting } from '../annotations/MeSetting.tsx';
import { useAppInfo } from '../library/use-library.ts';
import { NightHourSelect } from '../raids/NightHourSelect.tsx';
import classes from './AppFrame.module.css';
import { TimeZoneSelect } from './TimeZoneSelect.tsx';
import { useSettings, useUpdateSettings } from './use-settings.ts';

const themeLabels = { system: 'System', light: 'Light', dark: 'Dark' } as const;

/** Theme, time zone and personal data, in a small menu. */
export function SettingsMenu() {
  const settings = useSettings();
  const update = useUpdateSettings();
  const info = useAppInfo();
  return (
    <Popover position="right-end" withArrow shadow="md" trapFocus returnFocus width="20rem">
      <Popover.Target>
        <UnstyledButton className={classes.entry}>
          <SettingsIcon size="1.25rem" strokeWidth={1.75} aria-hidden />
          Settings
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Settings">
        <Stack gap="md">
          <div>
            <Text size="sm" fw={500} mb={4}>
              Theme
            </Text>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label="Theme"
              value={settings.theme}
              onChange={(theme) => update({ theme })}
              data={themes.map((theme) => ({ value: theme, label: themeLabels[theme] }))}
            />
          </div>
          <TimeZoneSelect />
          <NightHourSelect />
          <MeSetting />
          <Switch
            label="Show personal data"
            description="E-mail addresses, IP addresses and user agents are hidden until this is on."
            checked={settings.showsPersonalData}
            onChange={(event) => update({ showsPersonalData: event.currentTarget.checked })}
          />
          {info && (
            <Text size="xs" c="dimmed">
              Raidscope {info.version}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
