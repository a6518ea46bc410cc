import { Tabs, Tooltip, UnstyledButton, Popover } from '@mantine/core';
import { formatHour } from './night-format.ts';
import { NightHourSelect } from './NightHourSelect.tsx';
import { raidListPages, type RaidListPage } from './raid-path.ts';
import classes from './RaidsView.module.css';
import { useRaidPlace } from './use-raid-place.ts';

const labels: Readonly<Record<RaidListPage, string>> = {
  pulls: 'Pulls',
  timeline: 'Timeline',
  calendar: 'Calendar',
  players: 'Players',
  progression: 'Progression',
};

export const tabPanelId = 'raids-of-query';

/** The pages over the query's raids, and how nights are told apart on them. */
export function RaidTabs({ page }: { readonly page: RaidListPage }) {
  const { open } = useRaidPlace();
  return (
    <div className={classes.tabs}>
      <Tabs
        value={page}
        onChange={(value) => open({ page: raidListPages.find((known) => known === value) ?? 'pulls' })}
      >
        <Tabs.List aria-label="Pages of raids">
          {raidListPages.map((value) => (
            <Tabs.Tab key={value} value={value} aria-controls={tabPanelId}>
              {labels[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <NightClockButton />
    </div>
  );
}

/** Says how long a night is, and changes it in place. */
function NightClockButton() {
  const { clock } = useRaidPlace();
  const hour = formatHour(clock.nightStartHour);
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus returnFocus width="16rem">
      <Popover.Target>
        <Tooltip label="A raid belongs to the night in which it began. Click to have nights begin at another hour.">
          <UnstyledButton className={classes.clock} data-testid="night-clock">
            Nights run {hour}–{hour} {clock.timeZone}
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Raid nights">
        <NightHourSelect />
      </Popover.Dropdown>
    </Popover>
  );
}
