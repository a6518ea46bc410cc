import { Button, SegmentedControl } from '@mantine/core';
import { CalendarDays } from 'lucide-react';
import { ColumnChooser } from './ColumnChooser.tsx';
import { pullColumns, pullTable } from './pull-columns.ts';
import { nightDetails, nightOrder, useRaidList } from './RaidListProvider.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';

const detailLabels = { nights: 'Nights', bosses: 'Bosses', pulls: 'Pulls' } as const;

/** How the list of pulls is shown. */
export function PullTools() {
  const { order, setOrder, detail, setDetail } = useRaidList();
  const columns = useHiddenColumns(pullTable);
  const isByNight = order.sort === 'night';
  return (
    <>
      {isByNight ? (
        <SegmentedControl
          size="xs"
          aria-label="How far the nights are unfolded"
          data={nightDetails.map((value) => ({ value, label: detailLabels[value] }))}
          value={detail}
          onChange={setDetail}
        />
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<CalendarDays size="0.875rem" aria-hidden />}
          title="Pulls under their nights and bosses"
          onClick={() => setOrder(nightOrder)}
        >
          Nights
        </Button>
      )}
      <ColumnChooser columns={pullColumns} {...columns} />
    </>
  );
}
